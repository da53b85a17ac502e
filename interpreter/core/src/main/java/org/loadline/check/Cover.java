package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.core.Expr;
import org.loadline.model.Type;
import org.loadline.syntax.Expression;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.Value;

/**
 * Which cases the arms of a decision cover, as far as choices, flags, {@code none} and {@code
 * unlimited} tell.
 *
 * <p>Each name or path that the conditions test has a few cases; their combinations are tried. What
 * else a condition says is not known: such an arm covers nothing for certain, and may be reached.
 */
final class Cover {
  private static final int MOST_COMBINATIONS = 4_096;
  private static final int MOST_SHOWN = 4;

  private final Checker in;
  private final List<Expr.Decision.Arm> arms;
  private final Map<String, Subject> subjects = new LinkedHashMap<>();

  /** Something with a few cases, and how they are called. */
  private record Subject(String text, List<String> cases, boolean isChoice) {}

  Cover(Checker in, List<Expr.Decision.Arm> arms) {
    this.in = in;
    this.arms = arms;
    arms.forEach(arm -> collect(arm.condition()));
  }

  /** Says what is not covered, and warns of arms that are never reached. */
  boolean isComplete(Expression.Decision d, Optional<Expr> otherwise) {
    List<Map<String, Integer>> open = combinations();
    boolean known = !open.isEmpty();
    for (Expr.Decision.Arm arm : arms) {
      if (known && open.stream().allMatch(c -> isFalse(arm.condition(), c))) {
        in.complaints.say(DecisionProblem.UNREACHABLE, arm.span());
      }
      open = open.stream().filter(c -> !isTrue(arm.condition(), c)).toList();
    }
    if (otherwise.isPresent()) {
      if (known && open.isEmpty()) {
        in.complaints.say(DecisionProblem.UNREACHABLE, otherwise.get().span());
      }
      return true;
    }
    if (known && open.isEmpty()) {
      return true;
    }
    if (subjects.isEmpty() || !known) {
      in.complaints.say(DecisionProblem.NO_OTHERWISE, d.span());
    } else {
      in.complaints.say(DecisionProblem.NOT_COVERED, d.span(), "missing", words(open));
    }
    return false;
  }

  private boolean isTrue(Expr condition, Map<String, Integer> cases) {
    return outcome(condition, cases).orElse(false);
  }

  private boolean isFalse(Expr condition, Map<String, Integer> cases) {
    return !outcome(condition, cases).orElse(true);
  }

  private List<Map<String, Integer>> combinations() {
    List<Map<String, Integer>> all = List.of(Map.of());
    for (Map.Entry<String, Subject> subject : subjects.entrySet()) {
      List<Map<String, Integer>> next = new ArrayList<>();
      for (Map<String, Integer> before : all) {
        for (int i = 0; i < subject.getValue().cases().size(); i++) {
          Map<String, Integer> more = new HashMap<>(before);
          more.put(subject.getKey(), i);
          next.add(more);
        }
      }
      if (next.size() > MOST_COMBINATIONS) {
        return List.of();
      }
      all = next;
    }
    return all;
  }

  private String words(List<Map<String, Integer>> open) {
    List<String> texts = open.stream().map(this::words).distinct().limit(MOST_SHOWN + 1L).toList();
    String shown = texts.stream().limit(MOST_SHOWN).collect(Collectors.joining(" and "));
    return texts.size() > MOST_SHOWN ? shown + " and others" : shown;
  }

  private String words(Map<String, Integer> cases) {
    return subjects.entrySet().stream()
        .map(
            entry -> {
              Subject subject = entry.getValue();
              String name = subject.cases().get(cases.getOrDefault(entry.getKey(), 0));
              return subjects.size() == 1 && subject.isChoice()
                  ? "`" + name + "`"
                  : "`" + subject.text() + "` " + name;
            })
        .collect(Collectors.joining(" with "));
  }

  private void collect(Expr condition) {
    switch (condition) {
      case Expr.Not e -> collect(e.operand());
      case Expr.And e -> {
        collect(e.left());
        collect(e.right());
      }
      case Expr.Or e -> {
        collect(e.left());
        collect(e.right());
      }
      case Expr.Same e -> {
        subject(e.left());
        subject(e.right());
      }
      case Expr.Compare e -> {
        subject(e.left());
        subject(e.right());
      }
      case Expr.InRange e -> subject(e.operand());
      case Expr.Among e -> subject(e.operand());
      case Expr.IsNone e -> test(e.operand(), "?none", "is `none`", "is not `none`");
      case Expr.IsUnlimited e ->
          test(e.operand(), "?unlimited", "is `unlimited`", "is not `unlimited`");
      default -> subject(condition);
    }
  }

  private void subject(Expr expr) {
    Optional<String> key = PathKey.of(expr);
    if (key.isEmpty() || expr instanceof Expr.Constant) {
      return;
    }
    String text = Quote.of(expr.span());
    switch (expr.type()) {
      case Type.OfChoice of ->
          subjects.putIfAbsent(
              key.get(), new Subject(text, in.vocabulary.choice(of.choice()).members(), true));
      case Type.Flag flag ->
          subjects.putIfAbsent(key.get(), new Subject(text, List.of("false", "true"), false));
      default -> {}
    }
  }

  private void test(Expr operand, String kind, String yes, String no) {
    PathKey.of(operand)
        .ifPresent(
            key ->
                subjects.putIfAbsent(
                    key + kind, new Subject(Quote.of(operand.span()), List.of(no, yes), false)));
  }

  /** Whether the condition holds in these cases; empty if they do not tell. */
  private Optional<Boolean> outcome(Expr condition, Map<String, Integer> cases) {
    return switch (condition) {
      case Expr.Constant e when e.value() instanceof Flag flag -> Optional.of(flag.value());
      case Expr.Not e -> outcome(e.operand(), cases).map(b -> !b);
      case Expr.And e -> both(outcome(e.left(), cases), outcome(e.right(), cases), false);
      case Expr.Or e -> both(outcome(e.left(), cases), outcome(e.right(), cases), true);
      case Expr.Same e -> equal(e.left(), e.right(), cases).map(b -> b != e.negated());
      case Expr.IsNone e -> flagged(e.operand(), "?none", cases).map(b -> b != e.negated());
      case Expr.IsUnlimited e ->
          flagged(e.operand(), "?unlimited", cases).map(b -> b != e.negated());
      case Expr.Among e -> among(e, cases);
      case Expr.InRange e -> range(e, cases);
      case Expr.Compare e -> compare(e, cases);
      default ->
          condition.type() instanceof Type.Flag
              ? place(condition, cases).map(i -> i == 1)
              : Optional.empty();
    };
  }

  /** Three-valued {@code and} and {@code or}: one side may decide alone. */
  private static Optional<Boolean> both(
      Optional<Boolean> left, Optional<Boolean> right, boolean deciding) {
    if (left.filter(b -> b == deciding).isPresent()
        || right.filter(b -> b == deciding).isPresent()) {
      return Optional.of(deciding);
    }
    return left.isPresent() && right.isPresent() ? Optional.of(!deciding) : Optional.empty();
  }

  private static Optional<Boolean> flagged(Expr operand, String kind, Map<String, Integer> cases) {
    return PathKey.of(operand)
        .flatMap(key -> Optional.ofNullable(cases.get(key + kind)))
        .map(i -> i == 1);
  }

  /** The place of a member or flag, if it is written or one of the cases. */
  private static Optional<Integer> place(Expr expr, Map<String, Integer> cases) {
    if (expr instanceof Expr.Constant constant) {
      return place(constant.value());
    }
    return PathKey.of(expr).flatMap(key -> Optional.ofNullable(cases.get(key)));
  }

  private static Optional<Integer> place(Value value) {
    return switch (value) {
      case Member member -> Optional.of(member.ordinal());
      case Flag flag -> Optional.of(flag.value() ? 1 : 0);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> equal(Expr left, Expr right, Map<String, Integer> cases) {
    return place(left, cases).flatMap(a -> place(right, cases).map(a::equals));
  }

  private static Optional<Boolean> among(Expr.Among e, Map<String, Integer> cases) {
    return place(e.operand(), cases)
        .map(
            a ->
                e.members().stream().anyMatch(m -> place(m).filter(a::equals).isPresent())
                    != e.negated());
  }

  private static Optional<Boolean> range(Expr.InRange e, Map<String, Integer> cases) {
    Optional<Integer> at = place(e.operand(), cases);
    Optional<Integer> from = place(e.from(), cases);
    Optional<Integer> to = place(e.to(), cases);
    return at.isPresent() && from.isPresent() && to.isPresent()
        ? Optional.of((at.get() >= from.get() && at.get() <= to.get()) != e.negated())
        : Optional.empty();
  }

  private static Optional<Boolean> compare(Expr.Compare e, Map<String, Integer> cases) {
    if (!(e.left().type() instanceof Type.OfChoice)) {
      return Optional.empty();
    }
    Optional<Integer> left = place(e.left(), cases);
    Optional<Integer> right = place(e.right(), cases);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    int order = left.get().compareTo(right.get());
    return Optional.of(
        switch (e.comparison()) {
          case EQUAL -> order == 0;
          case NOT_EQUAL -> order != 0;
          case BELOW -> order < 0;
          case AT_MOST -> order <= 0;
          case ABOVE -> order > 0;
          case AT_LEAST -> order >= 0;
        });
  }
}
