package org.loadline.check;

import java.util.List;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.values.Exact;

/** {@code first x in a .. b by step such that C}: one unit for all, and decimals only. */
final class Searches {
  private final Checker in;

  Searches(Checker in) {
    this.in = in;
  }

  Expr check(Expression.Search search, Scope outer) {
    Scope s = outer.unmapped();
    String word = search.last() ? "last" : "first";
    Expr from = decimal(search.range().from(), s, word);
    Expr to = decimal(search.range().to(), s, word);
    Expr step = decimal(search.step(), s, word);
    if (Open.isBroken(from) || Open.isBroken(to) || Open.isBroken(step)) {
      return Open.broken(search.span());
    }
    if (step instanceof Expr.Constant(Type t, Span at, Exact size) && size.signum() <= 0) {
      return in.complaints.say(
          SuppositionProblem.STEP_NOT_ABOVE_ZERO, at, "value", Quote.of(search.step().span()));
    }
    Unit unit = Open.EVERY;
    Expr shown = from;
    for (Expr part : List.of(from, to, step)) {
      var same = in.fitness.same(unit, Fitness.quantity(part).unit(), s);
      if (same.isEmpty()) {
        return in.fitness.mismatch(shown, part, "stand in one search", part.span());
      }
      shown = unit.equals(Open.EVERY) ? part : shown;
      unit = same.get();
    }
    if (unit.equals(Open.EVERY)) {
      unit = Unit.ONE;
    }
    Type type = new Type.Quantity(unit, Type.Form.DECIMAL, false);
    String name = search.name().text();
    int slot = s.frame().slot();
    Expr variable = new Expr.Local(type, search.name().span(), slot, name);
    Scope inside = s.withVariable(name, variable, RowPath.SELF);
    Expr condition = in.formulas.condition(search.condition(), inside);
    if (Open.isBroken(condition)) {
      return condition;
    }
    if (!ExprWalk.reads(condition, slot)) {
      return in.complaints.say(
          SuppositionProblem.SAME_AT_EACH_POINT, search.condition().span(), "name", name);
    }
    return new Expr.Search(
        type,
        search.span(),
        search.last(),
        slot,
        name,
        Retyping.inUnit(from, unit),
        Retyping.inUnit(to, unit),
        Retyping.inUnit(step, unit),
        condition);
  }

  private Expr decimal(Expression e, Scope s, String word) {
    Expr number = in.fitness.finite(in.formulas.check(e, s, Ask.PLAIN), word);
    if (Open.isBroken(number)) {
      return number;
    }
    return Fitness.quantity(number).form() == Type.Form.DECIMAL
        ? number
        : in.complaints.say(
            SuppositionProblem.SEARCH_FRACTION, e.span(), "value", Quote.of(e.span()));
  }
}
