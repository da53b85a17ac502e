package org.loadline.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Rows;
import org.loadline.model.Type;

/**
 * Sees that facts which depend on themselves do so over earlier rows of one order only, so that
 * every evaluation ends, and that what they carry from row to row does not grow.
 */
final class EarlierCircles {
  private final Checker in;
  private final Map<FactRef, Fact> facts = new LinkedHashMap<>();
  private final Map<FactRef, Map<FactRef, Set<Way>>> reads = new HashMap<>();

  /** Of which row a fact reads another. */
  private enum Way {
    EARLIER,
    OWN,
    OTHER
  }

  EarlierCircles(Checker in) {
    this.in = in;
  }

  void check(List<Fact> all) {
    if (all.stream().allMatch(f -> in.definitions.origin(f.ref()).order().isEmpty())) {
      return;
    }
    for (Fact fact : all) {
      facts.put(fact.ref(), fact);
      Map<FactRef, Set<Way>> of = new LinkedHashMap<>();
      fact.needs().ifPresent(n -> read(n, fact, new HashSet<>(), of));
      read(fact.body(), fact, new HashSet<>(), of);
      reads.put(fact.ref(), of);
    }
    Set<FactRef> seen = new HashSet<>();
    for (FactRef ref : facts.keySet()) {
      if (!seen.contains(ref)) {
        Set<FactRef> circle = circle(ref);
        seen.addAll(circle);
        if (circle.size() > 1 || of(ref).containsKey(ref)) {
          circle(circle);
        }
      }
    }
  }

  private Map<FactRef, Set<Way>> of(FactRef reader) {
    return reads.getOrDefault(reader, Map.of());
  }

  private void read(Expr expr, Fact fact, Set<Integer> earlier, Map<FactRef, Set<Way>> of) {
    switch (expr) {
      case Expr.FactOf e ->
          of.computeIfAbsent(e.fact(), f -> new HashSet<>()).add(way(e, fact, earlier));
      case Expr.Aggregate e -> e.binders().forEach(b -> bind(b, earlier));
      case Expr.Pick e -> bind(e.binder(), earlier);
      case Expr.Fold e -> bind(e.binder(), earlier);
      case Expr.End e -> inside(e.rows(), earlier);
      case Expr.Place e -> inside(e.rows(), earlier);
      default -> {}
    }
    ExprWalk.parts(expr).forEach(part -> read(part, fact, earlier, of));
  }

  private void bind(Expr.Binder binder, Set<Integer> earlier) {
    if (Collections.descends(binder.rows())) {
      earlier.add(binder.slot());
    }
    inside(binder.rows(), earlier);
  }

  /** An order of earlier rows has a variable of its own for them. */
  private void inside(Rows rows, Set<Integer> earlier) {
    if (rows instanceof Rows.Ordered of) {
      bind(of.element(), earlier);
    }
  }

  private static Way way(Expr.FactOf e, Fact fact, Set<Integer> earlier) {
    if (e.row().isEmpty()) {
      return Way.OTHER;
    }
    return switch (e.row().get()) {
      case Expr.Local l when l.slot() == 0 && fact.owner().isPresent() -> Way.OWN;
      case Expr.Local l when earlier.contains(l.slot()) -> Way.EARLIER;
      case Expr.End end when Collections.descends(end.rows()) -> Way.EARLIER;
      case Expr.Pick pick when Collections.descends(pick.binder().rows()) -> Way.EARLIER;
      default -> Way.OTHER;
    };
  }

  /** The facts that one reads, however far, and that read it. */
  private Set<FactRef> circle(FactRef ref) {
    Set<FactRef> ahead = reached(ref);
    Set<FactRef> circle = new HashSet<>(Set.of(ref));
    ahead.stream().filter(other -> reached(other).contains(ref)).forEach(circle::add);
    return circle;
  }

  private Set<FactRef> reached(FactRef from) {
    Set<FactRef> reached = new HashSet<>();
    Deque<FactRef> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (FactRef next : of(open.pop()).keySet()) {
        if (reached.add(next)) {
          open.push(next);
        }
      }
    }
    return reached;
  }

  private void circle(Set<FactRef> circle) {
    List<Fact> members = facts.values().stream().filter(f -> circle.contains(f.ref())).toList();
    Defined first = in.definitions.origin(members.getFirst().ref());
    for (Fact member : members) {
      Defined d = in.definitions.origin(member.ref());
      boolean otherwise =
          d.order().isEmpty()
              || d.order() != first.order()
              || of(member.ref()).entrySet().stream()
                  .anyMatch(r -> circle.contains(r.getKey()) && r.getValue().contains(Way.OTHER));
      if (otherwise || ownCircle(member.ref(), circle)) {
        otherwise(member, members);
        return;
      }
    }
    Set<FactRef> carried = new HashSet<>();
    for (Fact member : members) {
      of(member.ref()).entrySet().stream()
          .filter(r -> circle.contains(r.getKey()) && r.getValue().contains(Way.EARLIER))
          .forEach(r -> carried.add(r.getKey()));
    }
    Growth growth = Growth.overRows(in, circle);
    members.stream().filter(m -> carried.contains(m.ref())).forEach(m -> grows(m, growth));
  }

  /** Whether a fact comes back to itself over its own row alone. */
  private boolean ownCircle(FactRef start, Set<FactRef> circle) {
    Set<FactRef> reached = new HashSet<>();
    Deque<FactRef> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (Map.Entry<FactRef, Set<Way>> read : of(open.pop()).entrySet()) {
        boolean own = read.getValue().contains(Way.OWN) && circle.contains(read.getKey());
        if (own && read.getKey().equals(start)) {
          return true;
        }
        if (own && reached.add(read.getKey())) {
          open.push(read.getKey());
        }
      }
    }
    return false;
  }

  private void otherwise(Fact fact, List<Fact> members) {
    List<String> names = new ArrayList<>();
    members.forEach(m -> names.add("`" + in.definitions.origin(m.ref()).fullName() + "`"));
    in.complaints.say(
        OrderProblem.EARLIER_OTHERWISE,
        fact.span(),
        "name",
        in.definitions.origin(fact.ref()).fullName(),
        "path",
        names.stream().distinct().collect(Collectors.joining(", ")));
  }

  private void grows(Fact fact, Growth growth) {
    Optional<Type> number =
        Optional.of(fact.type().present()).filter(Type.Quantity.class::isInstance);
    if (number.isPresent() && growth.of(fact.body()) == Growth.Kind.GROWING) {
      in.complaints.say(
          OrderProblem.CARRIED_GROWS,
          fact.body().span(),
          "name",
          fact.name(),
          "formula",
          Quote.of(fact.body().span()));
    }
  }
}
