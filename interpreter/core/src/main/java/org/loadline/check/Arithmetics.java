package org.loadline.check;

import java.util.ArrayDeque;
import java.util.Deque;
import org.loadline.bound.WrittenNumbers;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Arithmetic.Operation;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Expression.Operator;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;

/**
 * {@code + - * / less} and the chains that signs make, worked on from the left without recursion.
 */
final class Arithmetics {
  private final Checker in;
  private final Calendar calendar;

  Arithmetics(Checker in) {
    this.in = in;
    this.calendar = new Calendar(in);
  }

  Expr chain(Expression.Binary whole, Scope s) {
    Deque<Expression.Binary> spine = new ArrayDeque<>();
    Expression start = whole;
    while (start instanceof Expression.Binary b && !isComparison(b.op())) {
      spine.push(b);
      start = b.left();
    }
    if (spine.isEmpty()) {
      return in.comparisons.compare(whole, s);
    }
    Expr left = in.formulas.check(start, s, Ask.PLAIN);
    for (Expression.Binary b : spine) {
      left = combine(b, left, s);
    }
    return left;
  }

  private static boolean isComparison(Operator op) {
    return switch (op) {
      case ADD, SUBTRACT, LESS, MULTIPLY, DIVIDE, AND, OR -> false;
      case EQUAL, NOT_EQUAL, BELOW, AT_MOST, ABOVE, AT_LEAST -> true;
    };
  }

  private Expr combine(Expression.Binary b, Expr left, Scope s) {
    return switch (b.op()) {
      case AND, OR -> logic(b, in.fitness.condition(left), s);
      default -> {
        Expr right = in.formulas.check(b.right(), s, Ask.PLAIN);
        yield arithmetic(b, left, right, s);
      }
    };
  }

  private Expr logic(Expression.Binary b, Expr left, Scope s) {
    boolean and = b.op() == Operator.AND;
    Scope rest = Open.isBroken(left) ? s : s.knowing(Shown.by(left, and));
    Expr right = in.formulas.condition(b.right(), rest);
    if (Open.isBroken(left) || Open.isBroken(right)) {
      return Open.broken(b.span());
    }
    return and
        ? new Expr.And(Type.FLAG, b.span(), left, right)
        : new Expr.Or(Type.FLAG, b.span(), left, right);
  }

  private Expr arithmetic(Expression.Binary b, Expr left, Expr right, Scope s) {
    if (Open.isBroken(left) || Open.isBroken(right)) {
      return Open.broken(b.span());
    }
    if (calendar.concerns(b.op(), left, right)) {
      return calendar.check(b, left, right);
    }
    Expr a = in.fitness.finite(left, b.op().text());
    Expr c = in.fitness.finite(right, b.op().text());
    if (Open.isBroken(a) || Open.isBroken(c)) {
      return Open.broken(b.span());
    }
    return switch (b.op()) {
      case ADD -> sum(Operation.ADD, b, a, c, s);
      case SUBTRACT -> sum(Operation.SUBTRACT, b, a, c, s);
      case LESS -> less(b, a, c);
      case MULTIPLY -> product(b.span(), a, c, s);
      case DIVIDE -> quotient(b.span(), a, c, s);
      default -> Open.broken(b.span());
    };
  }

  private Expr sum(Operation operation, Expression.Binary b, Expr left, Expr right, Scope s) {
    Type.Quantity p = Fitness.quantity(left);
    Type.Quantity q = Fitness.quantity(right);
    var unit = in.fitness.same(p.unit(), q.unit(), s);
    if (unit.isEmpty()) {
      return b.right() instanceof Expression.PercentLiteral percent
          ? percentOf(b, percent, p.unit())
          : in.fitness.mismatch(
              left, right, operation == Operation.ADD ? "add" : "subtract", b.operator());
    }
    return new Expr.Arithmetic(
        new Type.Quantity(unit.get(), p.form().join(q.form()), false),
        b.span(),
        operation,
        Retyping.inUnit(left, unit.get()),
        Retyping.inUnit(right, unit.get()));
  }

  private Expr percentOf(Expression.Binary b, Expression.PercentLiteral percent, Unit unit) {
    boolean adds = b.op() == Operator.ADD;
    Exact share = WrittenNumbers.exact(percent.value());
    Exact rest = adds ? Exact.ONE.plus(share) : Exact.ONE.minus(share);
    String factor = NumberText.format(rest.times(Exact.of(100))) + "%";
    String left = Quote.of(b.left().span());
    String times = left + " * " + factor;
    String less = left + " less " + percent.span().text();
    return in.complaints.sayWithHint(
        TypeProblem.PERCENT_OF,
        b.operator(),
        adds ? "Write `" + times + "`." : "Write `" + less + "` or `" + times + "`.",
        "left",
        left,
        "unit",
        unit.equals(Unit.TIME) ? "a duration" : "in " + TypeText.unit(unit),
        "percent",
        "`" + percent.span().text() + "`",
        "verb",
        adds ? "add" : "subtract");
  }

  private Expr less(Expression.Binary b, Expr left, Expr right) {
    Type.Quantity p = Fitness.quantity(left);
    Type.Quantity q = Fitness.quantity(right);
    if (!TypeText.plain(q.unit())) {
      return in.complaints.say(TypeProblem.RATIO_NEEDED, right.span(), "given", TypeText.of(q));
    }
    return new Expr.Arithmetic(
        new Type.Quantity(p.unit(), p.form().join(q.form()), false),
        b.span(),
        Operation.LESS,
        left,
        Retyping.inUnit(right, Unit.ONE));
  }

  private Expr product(Span span, Expr left, Expr right, Scope s) {
    Expr a = Retyping.inUnit(left, Unit.ONE);
    Expr b = Retyping.inUnit(right, Unit.ONE);
    Type.Quantity p = Fitness.quantity(a);
    Type.Quantity q = Fitness.quantity(b);
    Unit unit = s.shown().merged(p.unit()).times(s.shown().merged(q.unit()));
    return new Expr.Arithmetic(
        new Type.Quantity(unit, p.form().join(q.form()), false), span, Operation.MULTIPLY, a, b);
  }

  Expr quotient(Span span, Expr left, Expr right, Scope s) {
    Expr a = Retyping.inUnit(left, Unit.ONE);
    Expr b = Retyping.inUnit(right, Unit.ONE);
    Type.Quantity p = Fitness.quantity(a);
    Type.Quantity q = Fitness.quantity(b);
    Unit unit = s.shown().merged(p.unit()).dividedBy(s.shown().merged(q.unit()));
    Type.Form form = endsFor(b) ? p.form() : p.form().join(denominator(b));
    return new Expr.Divide(new Type.Quantity(unit, form, false), span, a, b);
  }

  private Type.Form denominator(Expr divisor) {
    return new Fixed(in, false).is(divisor) ? Type.Form.FIXED_FRACTION : Type.Form.FRACTION;
  }

  /** Whether every decimal divided by this is a decimal: a literal such as 2, 100 or 0.04. */
  private static boolean endsFor(Expr divisor) {
    return divisor instanceof Expr.Constant constant
        && constant.value() instanceof Exact value
        && value.signum() != 0
        && Exact.ONE.dividedBy(value).decimalPlaces().isPresent();
  }

  Expr negate(Expression.Negate n, Scope s) {
    Expr operand = in.fitness.finite(in.formulas.check(n.operand(), s, Ask.PLAIN), "-");
    return switch (operand) {
      case Expr.Constant constant when constant.value() instanceof Exact value ->
          new Expr.Constant(constant.type(), n.span(), value.negate());
      case Expr e when Open.isBroken(e) -> e;
      case Expr e -> new Expr.Negate(e.type(), n.span(), e);
    };
  }
}
