package org.loadline.check;

import org.loadline.core.Expr;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.syntax.Expression;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.None;
import org.loadline.values.Text;

/** Turns a formula as written into a typed one, by the family of rules that it belongs to. */
final class Formulas {
  private final Checker in;

  Formulas(Checker in) {
    this.in = in;
  }

  Expr check(Expression e, Scope s, Ask ask) {
    return switch (e) {
      case Expression.NumberLiteral n -> in.literals.number(n, s);
      case Expression.PercentLiteral p -> in.literals.percent(p);
      case Expression.TextLiteral t -> new Expr.Constant(Type.TEXT, t.span(), new Text(t.value()));
      case Expression.DateLiteral d ->
          new Expr.Constant(Type.DATE, d.span(), Exact.of(d.value().toEpochDay()));
      case Expression.InstantLiteral i -> new Expr.Constant(Type.INSTANT, i.span(), seconds(i));
      case Expression.FlagLiteral f -> new Expr.Constant(Type.FLAG, f.span(), Flag.of(f.value()));
      case Expression.NoneLiteral n -> new Expr.Constant(Type.NOTHING, n.span(), None.INSTANCE);
      case Expression.Reference r -> in.names.value(r, s, ask);
      case Expression.Member m -> in.names.value(m, s, ask);
      case Expression.Call c -> in.names.value(c, s, ask);
      case Expression.Rounding r -> in.roundings.check(r, s, ask);
      case Expression.Negate n -> in.arithmetics.negate(n, s);
      case Expression.Not n -> not(n, s);
      case Expression.Binary b -> in.arithmetics.chain(b, s);
      case Expression.Is is -> in.comparisons.is(is, s);
      case Expression.InRange r -> in.comparisons.inRange(r, s);
      case Expression.InSet set -> in.comparisons.inSet(set, s);
      case Expression.As as -> asNumber(as, s, ask);
      case Expression.Decision d -> in.decisions.check(d, s, ask);
      case Expression.Else other -> in.answers.check(other, s, ask);
      case Expression.Pick p -> in.aggregates.pick(p, s);
      case Expression.Given g -> in.suppositions.given(g, s, ask);
      case Expression.Search search -> in.searches.check(search, s);
      case Expression.Ranked r -> in.names.value(r, s, ask);
      case Expression.Numbers n -> in.names.value(n, s, ask);
      case Expression.Fold f -> in.folds.fold(f, s);
      case Expression.Repeat r -> in.folds.repeat(r, s);
      case Expression.Unreadable u -> Open.broken(u.span());
    };
  }

  /** A condition: true or false. */
  Expr condition(Expression e, Scope s) {
    return in.fitness.condition(check(e, s, Ask.PLAIN));
  }

  private Expr not(Expression.Not n, Scope s) {
    Expr operand = condition(n.operand(), s);
    return Open.isBroken(operand) ? operand : new Expr.Not(Type.FLAG, n.span(), operand);
  }

  private Expr asNumber(Expression.As as, Scope s, Ask ask) {
    Expr operand = check(as.operand(), s, ask.onTheWay());
    if (!as.kind().text().equals("number")) {
      return in.complaints.say(TypeProblem.AS_NUMBER_ONLY, as.kind().span());
    }
    Expr number = in.fitness.finite(operand, "as number");
    if (Open.isBroken(number)) {
      return number;
    }
    Type.Quantity q = Fitness.quantity(number);
    if (TypeText.plain(q.unit())) {
      return in.complaints.say(TypeProblem.NO_UNIT_TO_DROP, as.span(), "given", TypeText.of(q));
    }
    return new Expr.AsNumber(new Type.Quantity(Unit.ONE, q.form(), false), as.span(), number);
  }

  private static Exact seconds(Expression.InstantLiteral literal) {
    return Exact.of(literal.value().getEpochSecond())
        .plus(Exact.ofUnscaled(java.math.BigInteger.valueOf(literal.value().getNano()), 9));
  }
}
