package org.loadline.check;

import org.loadline.core.Expr;
import org.loadline.core.Expr.Arithmetic.Operation;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Expression.Operator;
import org.loadline.values.Exact;

/**
 * Dates and instants: one less another is a duration, one and a duration is a later one.
 *
 * <p>A date counts days and a duration seconds; what is built here says so, so that an evaluator
 * only adds, subtracts and multiplies.
 */
final class Calendar {
  private static final Exact DAY = Exact.of(86_400);
  private static final Type DURATION = new Type.Quantity(Unit.TIME, Type.Form.DECIMAL, false);

  private final Checker in;

  Calendar(Checker in) {
    this.in = in;
  }

  boolean concerns(Operator op, Expr left, Expr right) {
    return (op == Operator.ADD || op == Operator.SUBTRACT)
        && (isTime(left.type()) || isTime(right.type()));
  }

  private static boolean isTime(Type type) {
    return type instanceof Type.Date || type instanceof Type.Instant;
  }

  Expr check(Expression.Binary b, Expr left, Expr right) {
    Expr l = in.fitness.present(left);
    Expr r = in.fitness.present(right);
    if (Open.isBroken(l) || Open.isBroken(r)) {
      return Open.broken(b.span());
    }
    boolean subtracts = b.op() == Operator.SUBTRACT;
    Operation operation = subtracts ? Operation.SUBTRACT : Operation.ADD;
    if (subtracts && isTime(l.type()) && l.type().equals(r.type())) {
      return between(b, l, r);
    }
    boolean duration =
        isTime(l.type())
            && r.type() instanceof Type.Quantity q
            && (q.unit().equals(Unit.TIME) || q.unit().equals(Open.EVERY))
            && !q.orUnlimited();
    if (!duration) {
      return in.fitness.mismatch(l, r, subtracts ? "subtract" : "add", b.operator());
    }
    if (l.type() instanceof Type.Instant) {
      return new Expr.Arithmetic(
          Type.INSTANT, b.span(), operation, l, Retyping.inUnit(r, Unit.TIME));
    }
    return r instanceof Expr.Constant constant
            && constant.value() instanceof Exact seconds
            && seconds.dividedBy(DAY).isWhole()
        ? new Expr.Arithmetic(
            Type.DATE,
            b.span(),
            operation,
            l,
            new Expr.Constant(Type.NUMBER, r.span(), seconds.dividedBy(DAY)))
        : in.complaints.say(TypeProblem.DATE_AND_DURATION, r.span(), "left", Quote.of(l.span()));
  }

  private static Expr between(Expression.Binary b, Expr later, Expr earlier) {
    if (later.type() instanceof Type.Instant) {
      return new Expr.Arithmetic(DURATION, b.span(), Operation.SUBTRACT, later, earlier);
    }
    Expr days = new Expr.Arithmetic(Type.NUMBER, b.span(), Operation.SUBTRACT, later, earlier);
    return new Expr.Arithmetic(
        DURATION,
        b.span(),
        Operation.MULTIPLY,
        days,
        new Expr.Constant(DURATION, b.operator(), DAY));
  }
}
