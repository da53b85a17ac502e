package org.loadline.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.values.Exact;

/** The functions of the language: what they take and what comes out. */
final class Builtins {
  private static final int GREATEST_EXPONENT = 64;

  private final Checker in;

  Builtins(Checker in) {
    this.in = in;
  }

  private static Optional<Builtin> builtin(String word) {
    return Arrays.stream(Builtin.values()).filter(b -> b.word().equals(word)).findFirst();
  }

  boolean isWord(String word) {
    return builtin(word).isPresent();
  }

  /** {@code min} and {@code max} of several values; of one they are of rows. */
  boolean takesSeveral(Expression.Call call) {
    return call.target() instanceof Expression.Reference r
        && (r.name().text().equals("min") || r.name().text().equals("max"))
        && call.arguments().size() > 1
        && call.over().isEmpty();
  }

  Expr check(Expression.Call call, String word, Scope s, Ask ask) {
    Builtin builtin = builtin(word).orElseThrow();
    if (call.over().isPresent()
        || call.arguments().stream()
            .anyMatch(a -> a.where().isPresent() || a.weight().isPresent())) {
      return in.complaints.say(FormulaProblem.NOT_AN_AGGREGATE, call.span(), "name", word);
    }
    for (Expression.Argument argument : call.arguments()) {
      if (argument.label().isPresent()) {
        return in.complaints.say(
            FormulaProblem.UNKNOWN_ARGUMENT,
            argument.label().get().span(),
            "name",
            word,
            "label",
            argument.label().get().text(),
            "parameters",
            "told apart by their order");
      }
    }
    if (builtin.arity() >= 0 && call.arguments().size() != builtin.arity()) {
      return count(call, builtin);
    }
    List<Expr> given = new ArrayList<>();
    for (Expression.Argument argument : call.arguments()) {
      given.add(in.formulas.check(argument.value(), s, Ask.PLAIN));
    }
    return Open.anyBroken(given) ? Open.broken(call.span()) : typed(builtin, given, call, s);
  }

  private static String form(Builtin builtin) {
    return switch (builtin) {
      case CLAMP -> "(x, least, most)";
      case REMAINDER -> "(a, b)";
      case POWER -> "(x, exponent)";
      case MIN, MAX -> "(a, b)";
      case ABS, SIGN, EXP, LN, NORMAL_CDF -> "(x)";
    };
  }

  private Expr count(Expression.Call call, Builtin builtin) {
    int given = call.arguments().size();
    return in.complaints.sayWithHint(
        FormulaProblem.WRONG_ARGUMENT_COUNT,
        call.span(),
        "Write `" + builtin.word() + form(builtin) + "`.",
        "name",
        builtin.word(),
        "expected",
        builtin.arity() + (builtin.arity() == 1 ? " argument" : " arguments"),
        "given",
        given == 0 ? "none stands" : given + (given == 1 ? " stands" : " stand"));
  }

  private Expr typed(Builtin builtin, List<Expr> given, Expression.Call call, Scope s) {
    Span span = call.span();
    return switch (builtin) {
      case MIN, MAX, CLAMP -> chosen(builtin, given, span, s);
      case ABS -> {
        Expr x = in.fitness.finite(given.getFirst(), "abs");
        yield Open.isBroken(x) ? x : new Expr.Apply(x.type(), span, builtin, List.of(x));
      }
      case SIGN -> {
        Expr x = in.fitness.number(given.getFirst(), "sign");
        yield Open.isBroken(x) ? x : new Expr.Apply(Type.NUMBER, span, builtin, List.of(x));
      }
      case REMAINDER -> remainder(given, span, s);
      case EXP, LN, NORMAL_CDF -> {
        Expr x = in.fitness.plain(given.getFirst(), builtin.word());
        yield Open.isBroken(x) ? x : new Expr.Apply(Type.NUMBER, span, builtin, List.of(x));
      }
      case POWER -> power(given, call, s);
    };
  }

  private Expr chosen(Builtin builtin, List<Expr> given, Span span, Scope s) {
    List<Expr> values = given.stream().map(in.fitness::present).toList();
    if (Open.anyBroken(values)) {
      return Open.broken(span);
    }
    Type type = values.getFirst().type();
    for (Expr value : values) {
      if (!Fitness.isOrdered(value.type())) {
        return in.fitness.number(value, builtin.word());
      }
      Optional<Type> join = in.fitness.join(type, value.type(), s);
      if (join.isEmpty()) {
        return in.fitness.mismatch(values.getFirst(), value, "compare", value.span());
      }
      type = join.get();
    }
    if (!(type instanceof Type.Quantity q)) {
      return new Expr.Apply(type, span, builtin, values);
    }
    Type result = new Type.Quantity(q.unit(), q.form(), endless(builtin, values));
    return new Expr.Apply(
        result, span, builtin, values.stream().map(v -> Retyping.inUnit(v, q.unit())).toList());
  }

  /** {@code min} is finite if one of its values is, {@code clamp} if its upper end is. */
  private static boolean endless(Builtin builtin, List<Expr> values) {
    List<Boolean> endless = values.stream().map(v -> Fitness.quantity(v).orUnlimited()).toList();
    return switch (builtin) {
      case MIN -> !endless.contains(false);
      case CLAMP -> endless.get(2) && (endless.get(0) || endless.get(1));
      default -> endless.contains(true);
    };
  }

  private Expr remainder(List<Expr> given, Span span, Scope s) {
    Expr a = in.fitness.finite(given.get(0), "remainder");
    Expr b = in.fitness.finite(given.get(1), "remainder");
    if (Open.isBroken(a) || Open.isBroken(b)) {
      return Open.broken(span);
    }
    Type.Quantity p = Fitness.quantity(a);
    Type.Quantity q = Fitness.quantity(b);
    Optional<Unit> unit = in.fitness.same(p.unit(), q.unit(), s);
    return unit.isEmpty()
        ? in.fitness.mismatch(a, b, "divide without a rest", span)
        : new Expr.Apply(
            new Type.Quantity(unit.get(), p.form().join(q.form()), false),
            span,
            Builtin.REMAINDER,
            List.of(Retyping.inUnit(a, unit.get()), Retyping.inUnit(b, unit.get())));
  }

  private Expr power(List<Expr> given, Expression.Call call, Scope s) {
    Span span = call.span();
    if (given.get(1) instanceof Expr.Constant constant
        && constant.value() instanceof Exact exponent
        && exponent.isWhole()
        && TypeText.plain(Fitness.quantity(constant).unit())) {
      Expr base = Retyping.inUnit(in.fitness.finite(given.get(0), "power"), Unit.ONE);
      if (Open.isBroken(base)) {
        return base;
      }
      if (exponent.abs().compareTo(Exact.of(GREATEST_EXPONENT)) > 0) {
        return in.complaints.say(TypeProblem.EXPONENT, constant.span());
      }
      Expr whole = whole(base, exponent.abs().intValueExact(), span);
      return exponent.signum() >= 0
          ? whole
          : in.arithmetics.quotient(
              span, new Expr.Constant(Type.NUMBER, span, Exact.ONE), whole, s);
    }
    if (given.get(0).type() instanceof Type.Quantity q && !TypeText.plain(q.unit())) {
      return in.complaints.say(
          TypeProblem.POWER_OF_UNIT, given.get(0).span(), "unit", TypeText.unit(q.unit()));
    }
    Expr base = in.fitness.plain(given.get(0), "power");
    Expr exponent = in.fitness.plain(given.get(1), "power");
    return Open.isBroken(base) || Open.isBroken(exponent)
        ? Open.broken(span)
        : new Expr.Apply(Type.NUMBER, span, Builtin.POWER, List.of(base, exponent));
  }

  private static Expr whole(Expr base, int exponent, Span span) {
    Type.Quantity q = Fitness.quantity(base);
    Type type = new Type.Quantity(q.unit().power(exponent), q.form(), false);
    return new Expr.WholePower(type, span, base, exponent);
  }
}
