package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.model.Type;
import org.loadline.syntax.Expression;
import org.loadline.values.Exact;

/** Values that are carried on: over the elements of a collection, or while a condition holds. */
final class Folds {
  /** The most turns that a {@code repeat} may be given. */
  static final int MOST_TURNS = 100_000;

  /** Types of carried values settle within a few readings: a unit, then {@code unlimited}. */
  private static final int READINGS = 4;

  private final Checker in;

  Folds(Checker in) {
    this.in = in;
  }

  /** What one turn comes to. */
  private record Turn(
      Optional<Expr> goOn, List<Expr.Carried> carried, List<Expr.Part> parts, boolean fine) {}

  Expr fold(Expression.Fold f, Scope outer) {
    Scope s = outer.unmapped();
    Optional<Denoted.Collection> many =
        in.collections.of(f.collection(), Optional.of(f.name().text()), s);
    Optional<List<Expr>> starts = starts(f.carried(), s);
    if (many.isEmpty() || starts.isEmpty()) {
      return Open.broken(f.span());
    }
    Collections.Element element =
        in.collections.bind(many.get(), f.name().text(), s, f.name().span());
    Scope each = s.withVariable(f.name().text(), element.value(), element.root());
    Optional<Expr> filter = f.where().map(w -> in.formulas.condition(w, each));
    Scope kept =
        filter.isPresent() && !Open.isBroken(filter.get())
            ? each.knowing(Shown.by(filter.get(), true))
            : each;
    Turn turn = settled(f.carried(), starts.get(), f.goOn(), f.items(), kept);
    if (!turn.fine()
        || filter.filter(Open::isBroken).isPresent()
        || !stays(turn.carried(), element)) {
      return Open.broken(f.span());
    }
    return new Expr.Fold(
        turn.carried().getFirst().type(),
        f.span(),
        turn.carried(),
        element.binder(),
        filter,
        turn.goOn(),
        turn.parts());
  }

  Expr repeat(Expression.Repeat r, Scope outer) {
    Scope s = outer.unmapped();
    Expr most = times(r.most(), s);
    Optional<List<Expr>> starts = starts(r.carried(), s);
    if (Open.isBroken(most) || starts.isEmpty()) {
      return Open.broken(r.span());
    }
    Turn turn = settled(r.carried(), starts.get(), Optional.of(r.goOn()), r.items(), s);
    return turn.fine()
        ? new Expr.Repeat(
            turn.carried().getFirst().type(),
            r.span(),
            most,
            turn.carried(),
            turn.goOn().orElseThrow(),
            turn.parts())
        : Open.broken(r.span());
  }

  private Expr times(Expression e, Scope s) {
    Expr most = in.fitness.plain(in.formulas.check(e, s, Ask.PLAIN), "at most");
    if (Open.isBroken(most)) {
      return most;
    }
    if (!new Fixed(in, true).is(most)) {
      return in.complaints.say(OrderProblem.TIMES_UNKNOWN, e.span());
    }
    boolean wrong =
        most instanceof Expr.Constant constant
            && constant.value() instanceof Exact number
            && !(number.isWhole()
                && number.signum() >= 0
                && number.compareTo(Exact.of(MOST_TURNS)) <= 0);
    return wrong
        ? in.complaints.say(
            OrderProblem.TIMES_NOT_WHOLE,
            e.span(),
            "text",
            Quote.of(e.span()),
            "most",
            String.valueOf(MOST_TURNS))
        : most;
  }

  private Optional<List<Expr>> starts(List<Expression.Carried> carried, Scope s) {
    List<Expr> starts = new ArrayList<>();
    for (Expression.Carried value : carried) {
      starts.add(carriable(value, in.formulas.check(value.start(), s, Ask.PLAIN)));
    }
    return Open.anyBroken(starts) ? Optional.empty() : Optional.of(starts);
  }

  private Expr carriable(Expression.Carried carried, Expr value) {
    Expr there = in.fitness.present(value);
    if (Open.isBroken(there)) {
      return there;
    }
    if (there.type() instanceof Type.Quantity q && q.form() != Type.Form.DECIMAL) {
      return in.complaints.say(
          OrderProblem.CARRIED_FRACTION,
          there.span(),
          "name",
          carried.name().text(),
          "formula",
          Quote.of(there.span()));
    }
    return Fitness.isOrdered(there.type()) || there.type() instanceof Type.Flag
        ? there
        : in.complaints.say(
            OrderProblem.NOT_CARRIED,
            there.span(),
            "name",
            carried.name().text(),
            "given",
            TypeText.of(there.type()));
  }

  /** Reads the turn until the types of what is carried are those that they become. */
  private Turn settled(
      List<Expression.Carried> carried,
      List<Expr> starts,
      Optional<Expression> goOn,
      List<Expression.CarriedOn> items,
      Scope s) {
    List<Type> types = new ArrayList<>(starts.stream().map(Expr::type).toList());
    for (int reading = 1; ; reading++) {
      Turn turn = turn(carried, starts, types, goOn, items, s);
      List<Type> next = turn.fine() ? joined(turn.carried(), types, s) : types;
      if (next.equals(types) || reading == READINGS) {
        return turn.fine() ? checked(carried, turn, s) : turn;
      }
      types = next;
    }
  }

  private List<Type> joined(List<Expr.Carried> carried, List<Type> types, Scope s) {
    List<Type> joined = new ArrayList<>();
    for (int i = 0; i < carried.size(); i++) {
      Type type = types.get(i);
      joined.add(in.fitness.join(type, carried.get(i).next().type(), s).orElse(type));
    }
    return joined;
  }

  private Turn turn(
      List<Expression.Carried> carried,
      List<Expr> starts,
      List<Type> types,
      Optional<Expression> goOn,
      List<Expression.CarriedOn> items,
      Scope outer) {
    Map<String, Integer> slots = new HashMap<>();
    Scope s = outer;
    for (int i = 0; i < carried.size(); i++) {
      String name = carried.get(i).name().text();
      int slot = s.frame().slot();
      slots.put(name, slot);
      s =
          s.withVariable(
              name, new Expr.Local(types.get(i), carried.get(i).name().span(), slot, name), 0);
    }
    Scope before = s;
    Optional<Expr> going = goOn.map(g -> in.formulas.condition(g, before));
    boolean fine = going.filter(Open::isBroken).isEmpty();
    List<Expr.Part> parts = new ArrayList<>();
    Map<String, Expr> next = new HashMap<>();
    for (Expression.CarriedOn item : TurnOrder.of(items, slots.keySet())) {
      String name = item.name().text();
      boolean isCarried = slots.containsKey(name);
      Ask ask = isCarried ? Ask.of(types.get(place(carried, name))) : Ask.PLAIN;
      Expr value = in.formulas.check(item.value(), s, ask);
      fine &= !Open.isBroken(value);
      if (isCarried) {
        next.put(name, value);
      } else {
        int slot = s.frame().slot();
        parts.add(new Expr.Part(slot, name, value));
        s = s.withVariable(name, new Expr.Local(value.type(), item.name().span(), slot, name), 0);
      }
    }
    List<Expr.Carried> all = new ArrayList<>();
    for (int i = 0; i < carried.size(); i++) {
      String name = carried.get(i).name().text();
      Expr becomes = next.get(name);
      if (becomes == null) {
        return new Turn(going, List.of(), parts, false);
      }
      all.add(
          new Expr.Carried(
              Objects.requireNonNull(slots.get(name)), name, types.get(i), starts.get(i), becomes));
    }
    return new Turn(going, all, parts, fine);
  }

  private static int place(List<Expression.Carried> carried, String name) {
    for (int i = 0; i < carried.size(); i++) {
      if (carried.get(i).name().text().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** Each value becomes one of its own kind, and its digits do not grow. */
  private Turn checked(List<Expression.Carried> written, Turn turn, Scope s) {
    List<Expr.Carried> all = new ArrayList<>();
    boolean fine = true;
    for (int i = 0; i < turn.carried().size(); i++) {
      Expr.Carried value = turn.carried().get(i);
      Expr next = carriable(written.get(i), value.next());
      if (Open.isBroken(next)) {
        fine = false;
      } else if (in.fitness.join(value.type(), next.type(), s).isEmpty()) {
        fine = differs(value, next);
      } else if (grows(turn, value, next)) {
        fine = false;
      }
      all.add(
          new Expr.Carried(
              value.slot(),
              value.name(),
              value.type(),
              inUnit(value.start(), value.type()),
              inUnit(next, value.type())));
    }
    return new Turn(turn.goOn(), all, turn.parts(), fine);
  }

  private boolean differs(Expr.Carried value, Expr next) {
    in.complaints.say(
        OrderProblem.CARRIED_DIFFERS,
        next.span(),
        "name",
        value.name(),
        "start",
        TypeText.of(value.start().type()),
        "next",
        TypeText.of(next.type()));
    return false;
  }

  private boolean grows(Turn turn, Expr.Carried value, Expr next) {
    if (!(value.type() instanceof Type.Quantity)) {
      return false;
    }
    Growth growth = new Growth(in);
    turn.carried().forEach(c -> growth.carries(c.slot()));
    turn.parts().forEach(p -> growth.is(p.slot(), growth.of(p.value())));
    if (growth.of(next) != Growth.Kind.GROWING) {
      return false;
    }
    in.complaints.say(
        OrderProblem.CARRIED_GROWS,
        next.span(),
        "name",
        value.name(),
        "formula",
        Quote.of(next.span()));
    return true;
  }

  private static Expr inUnit(Expr expr, Type type) {
    return type instanceof Type.Quantity q ? Retyping.inUnit(expr, q.unit()) : expr;
  }

  /** Nothing that is carried belongs to one of the elements. */
  private boolean stays(List<Expr.Carried> carried, Collections.Element element) {
    boolean stays = true;
    for (Expr.Carried value : carried) {
      if (value.type() instanceof Type.Quantity q
          && element.value().type() instanceof Type.RowOf
          && in.paths.mentions(q.unit(), element.root())) {
        stays = false;
        in.complaints.say(
            TypeProblem.LEAVES_ITS_ROWS,
            value.next().span(),
            "name",
            "fold",
            "verb",
            "put together",
            "unit",
            TypeText.unit(q.unit()));
      }
    }
    return stays;
  }
}
