package org.loadline.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.StepSize;
import org.loadline.model.Field;
import org.loadline.values.Exact;

/**
 * Whether a formula adds decimal places to what is carried into it.
 *
 * <p>Chosen, added and multiplied by a whole number, a carried value keeps its places; rounded, it
 * has those of the step; any other way it has more at each turn.
 */
final class Growth {
  /** How many places a formula has beside what is carried, the least first. */
  enum Kind {
    /** Nothing carried decides its places. */
    STILL,
    /** No more than what is carried, or than what is added to it. */
    CARRIED,
    /** More than what is carried. */
    GROWING;

    Kind join(Kind other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  private final Checker in;
  private final Map<Integer, Kind> slots;
  private final Set<FactRef> carriedFacts;
  private final Set<FactRef> inside;

  Growth(Checker in) {
    this(in, new HashMap<>(), Set.of(), new HashSet<>());
  }

  private Growth(
      Checker in, Map<Integer, Kind> slots, Set<FactRef> carriedFacts, Set<FactRef> inside) {
    this.in = in;
    this.slots = slots;
    this.carriedFacts = carriedFacts;
    this.inside = inside;
  }

  /** For facts that are carried from row to row: read of another row, their values are. */
  static Growth overRows(Checker in, Set<FactRef> carried) {
    return new Growth(in, new HashMap<>(), carried, new HashSet<>());
  }

  void carries(int slot) {
    slots.put(slot, Kind.CARRIED);
  }

  void is(int slot, Kind kind) {
    slots.put(slot, kind);
  }

  Kind of(Expr expr) {
    return switch (expr) {
      case Expr.Local e -> slots.getOrDefault(e.slot(), Kind.STILL);
      case Expr.FactOf e -> fact(e);
      case Expr.Negate e -> of(e.operand());
      case Expr.AsNumber e -> of(e.operand());
      case Expr.Arithmetic e ->
          switch (e.operation()) {
            case ADD, SUBTRACT -> of(e.left()).join(of(e.right()));
            case MULTIPLY -> product(e.left(), e.right());
            case LESS -> grown(of(e.left()).join(of(e.right())));
          };
      case Expr.Divide e -> grown(of(e.left()).join(of(e.right())));
      case Expr.WholePower e -> e.exponent() == 1 ? of(e.operand()) : grown(of(e.operand()));
      case Expr.Apply e ->
          switch (e.builtin()) {
            case ABS, MIN, MAX, CLAMP, REMAINDER -> all(e.arguments());
            case SIGN, EXP, LN, POWER, NORMAL_CDF -> Kind.STILL;
          };
      case Expr.Round e ->
          switch (e.step()) {
            case StepSize.Whole whole -> Kind.STILL;
            case StepSize.MultipleOf of -> of(of.step());
            case StepSize.Places places -> grown(of(places.count()));
          };
      case Expr.Decision e ->
          all(e.arms().stream().map(Expr.Decision.Arm::value).toList())
              .join(e.otherwise().map(this::of).orElse(Kind.STILL));
      case Expr.Else e -> of(e.left()).join(of(e.right()));
      case Expr.Aggregate e ->
          switch (e.kind()) {
            case SUM, MIN, MAX -> of(e.body());
            case MEAN, WEIGHTED_MEAN -> grown(of(e.body()));
            case COUNT, ANY, ALL -> Kind.STILL;
          };
      case Expr.Marginal e -> grown(all(e.keys()));
      case Expr.Interpolated e -> grown(all(e.keys()));
      case Expr.Fold e -> within(e.carried(), e.parts());
      case Expr.Repeat e -> within(e.carried(), e.parts());
      default -> Kind.STILL;
    };
  }

  private Kind all(List<Expr> exprs) {
    return exprs.stream().map(this::of).reduce(Kind.STILL, Kind::join);
  }

  private static Kind grown(Kind kind) {
    return kind == Kind.STILL ? Kind.STILL : Kind.GROWING;
  }

  private Kind product(Expr left, Expr right) {
    Kind first = of(left);
    Kind second = of(right);
    boolean whole =
        (second == Kind.STILL && isWhole(right)) || (first == Kind.STILL && isWhole(left));
    return whole ? first.join(second) : grown(first.join(second));
  }

  /** Whether every value of a formula is a whole number, as far as the text says. */
  private boolean isWhole(Expr expr) {
    return switch (expr) {
      case Expr.Constant e -> e.value() instanceof Exact number && number.isWhole();
      case Expr.FieldOf e -> {
        Field field = in.vocabulary.entity(e.entity()).fields().get(e.field());
        yield field.wholeNumber();
      }
      case Expr.Round e -> e.step() instanceof StepSize.Whole;
      case Expr.Aggregate e ->
          e.kind() == Expr.Aggregate.Kind.COUNT
              || (e.kind() == Expr.Aggregate.Kind.SUM && isWhole(e.body()));
      case Expr.Place e -> true;
      case Expr.Apply e ->
          switch (e.builtin()) {
            case SIGN -> true;
            case ABS, MIN, MAX, CLAMP, REMAINDER -> e.arguments().stream().allMatch(this::isWhole);
            case EXP, LN, POWER, NORMAL_CDF -> false;
          };
      case Expr.Negate e -> isWhole(e.operand());
      case Expr.AsNumber e -> isWhole(e.operand());
      case Expr.Arithmetic e -> isWhole(e.left()) && isWhole(e.right());
      case Expr.Decision e ->
          e.arms().stream().allMatch(a -> isWhole(a.value()))
              && e.otherwise().map(this::isWhole).orElse(true);
      case Expr.FactOf e ->
          e.arguments().isEmpty()
              && in.definitions.known(e.fact()).map(f -> isWhole(f.body())).orElse(false);
      default -> false;
    };
  }

  /** A fold or repeat inside is checked by itself; here counts what it starts from. */
  private Kind within(List<Expr.Carried> carried, List<Expr.Part> parts) {
    Map<Integer, Kind> more = new HashMap<>(slots);
    carried.forEach(c -> more.put(c.slot(), of(c.start())));
    Growth turn = new Growth(in, more, carriedFacts, inside);
    parts.forEach(p -> turn.is(p.slot(), turn.of(p.value())));
    Kind kind = Kind.STILL;
    for (Expr.Carried value : carried) {
      kind = kind.join(of(value.start())).join(turn.of(value.next()));
    }
    return kind;
  }

  /** A fact with what it is given; of another row it is carried only if the caller says so. */
  private Kind fact(Expr.FactOf e) {
    boolean ownRow = e.row().isEmpty() || e.row().get() instanceof Expr.Local l && l.slot() == 0;
    if (carriedFacts.contains(e.fact()) && !ownRow) {
      return Kind.CARRIED;
    }
    boolean given = e.arguments().stream().anyMatch(a -> of(a) != Kind.STILL);
    if (!given && !carriedFacts.contains(e.fact())) {
      return Kind.STILL;
    }
    return in.definitions.known(e.fact()).map(fact -> body(fact, e)).orElse(Kind.STILL);
  }

  private Kind body(Fact fact, Expr.FactOf e) {
    if (!inside.add(fact.ref())) {
      return Kind.STILL;
    }
    Map<Integer, Kind> parameters = new HashMap<>();
    for (int i = 0; i < e.arguments().size(); i++) {
      parameters.put(fact.parameters().get(i).slot(), of(e.arguments().get(i)));
    }
    Kind kind = new Growth(in, parameters, carriedFacts, inside).of(fact.body());
    inside.remove(fact.ref());
    return kind;
  }
}
