package org.loadline.check;

import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;

/** Which types and units go together, and the words for those that don't. */
final class Fitness {
  private final Checker in;

  Fitness(Checker in) {
    this.in = in;
  }

  /** The one unit of two, if they are the same here; what fits anywhere takes the other's. */
  Optional<Unit> same(Unit a, Unit b, Scope s) {
    if (a.equals(Open.EVERY)) {
      return Optional.of(b);
    }
    if (b.equals(Open.EVERY) || a.equals(b)) {
      return Optional.of(a);
    }
    return s.shown().merged(a).equals(s.shown().merged(b)) ? Optional.of(a) : Optional.empty();
  }

  /** The type of a value that may be either of two. */
  Optional<Type> join(Type a, Type b, Scope s) {
    if (Open.isBroken(a) || Open.isBroken(b)) {
      return Optional.of(Open.BROKEN);
    }
    if (a.equals(b)) {
      return Optional.of(a);
    }
    if (a.isOptional() || b.isOptional()) {
      if (a instanceof Type.Nothing) {
        return Optional.of(b.isOptional() ? b : new Type.OrNone(b));
      }
      if (b instanceof Type.Nothing) {
        return Optional.of(a.isOptional() ? a : new Type.OrNone(a));
      }
      return join(a.present(), b.present(), s).map(Type.OrNone::new);
    }
    if (a instanceof Type.Quantity p && b instanceof Type.Quantity q) {
      return same(p.unit(), q.unit(), s)
          .map(
              unit ->
                  new Type.Quantity(
                      unit, p.form().join(q.form()), p.orUnlimited() || q.orUnlimited()));
    }
    if (a instanceof Type.RowOf p && b instanceof Type.RowOf q && p.entity().equals(q.entity())) {
      RowPath path =
          s.shown().merged(p.path()).equals(s.shown().merged(q.path()))
              ? p.path()
              : in.paths.fresh(
                  "one of the " + in.vocabulary.entity(p.entity()).plural(), s.around());
      return Optional.of(new Type.RowOf(p.entity(), path));
    }
    return Optional.empty();
  }

  /** Whether a value of one type can stand where another is declared; paths must agree. */
  boolean fits(Type given, Type declared, Scope s) {
    if (declared instanceof Type.RowOf d) {
      return given instanceof Type.RowOf g && g.entity().equals(d.entity());
    }
    if (declared instanceof Type.Quantity d) {
      return given instanceof Type.Quantity g && same(g.unit(), d.unit(), s).isPresent();
    }
    return given.equals(declared);
  }

  /** A value that is there; otherwise says that it may be {@code none}. */
  Expr present(Expr expr) {
    if (Open.isBroken(expr) || !expr.type().isOptional()) {
      return expr;
    }
    return in.complaints.say(AnswerProblem.MAY_BE_NONE, expr.span(), "name", Quote.of(expr.span()));
  }

  /** A number that takes arithmetic. */
  Expr finite(Expr expr, String sign) {
    Expr number = number(expr, sign);
    if (!Open.isBroken(number) && number.type() instanceof Type.Quantity q && q.orUnlimited()) {
      return in.complaints.say(
          AnswerProblem.UNLIMITED_ARITHMETIC, expr.span(), "name", Quote.of(expr.span()));
    }
    return number;
  }

  /** A number, which may be {@code unlimited}. */
  Expr number(Expr expr, String sign) {
    Expr present = present(expr);
    if (Open.isBroken(present) || present.type() instanceof Type.Quantity) {
      return present;
    }
    return in.complaints.say(
        TypeProblem.NOT_A_NUMBER, expr.span(), "sign", sign, "given", TypeText.of(expr.type()));
  }

  /** A number without a unit that takes arithmetic. */
  Expr plain(Expr expr, String name) {
    Expr number = finite(expr, name);
    if (Open.isBroken(number) || TypeText.plain(quantity(number).unit())) {
      return Retyping.inUnit(number, Unit.ONE);
    }
    return in.complaints.say(
        TypeProblem.PLAIN_NUMBER_NEEDED,
        expr.span(),
        "name",
        name,
        "given",
        TypeText.of(expr.type()));
  }

  Expr condition(Expr expr) {
    Expr present = present(expr);
    if (Open.isBroken(present) || present.type() instanceof Type.Flag) {
      return present;
    }
    return in.complaints.say(
        TypeProblem.NOT_A_CONDITION, expr.span(), "given", TypeText.of(expr.type()));
  }

  /** Whether values of a type have an order: numbers, times and members of a choice. */
  static boolean isOrdered(Type type) {
    return type instanceof Type.Quantity
        || type instanceof Type.Date
        || type instanceof Type.Instant
        || type instanceof Type.OfChoice;
  }

  static Type.Quantity quantity(Expr expr) {
    return (Type.Quantity) expr.type().present();
  }

  /** Says that two values do not go together: by their units, their rows or their kinds. */
  Expr mismatch(Expr left, Expr right, String verb, Span at) {
    if (left.type().present() instanceof Type.Quantity a
        && right.type().present() instanceof Type.Quantity b) {
      if (!a.unit().toString().equals(b.unit().toString())) {
        return in.complaints.say(
            Complaints.filled(
                    TypeProblem.UNITS_DIFFER,
                    at,
                    "left",
                    amount(a.unit()),
                    "right",
                    decapitalised(amount(b.unit())),
                    "verb",
                    verb)
                .also(left.span(), TypeText.of(a))
                .also(right.span(), TypeText.of(b)),
            at);
      }
      return in.complaints.say(
          Complaints.filled(
                  TypeProblem.ROWS_DIFFER,
                  at,
                  "left",
                  Quote.of(left.span()),
                  "right",
                  Quote.of(right.span()),
                  "leftUnit",
                  TypeText.unit(a.unit()),
                  "rightUnit",
                  TypeText.unit(b.unit()),
                  "verb",
                  verb)
              .also(left.span(), TypeText.of(a))
              .also(right.span(), TypeText.of(b)),
          at);
    }
    return in.complaints.say(
        TypeProblem.MISMATCH,
        at,
        "left",
        capitalised(TypeText.of(left.type())),
        "right",
        TypeText.of(right.type()));
  }

  private static String amount(Unit unit) {
    return TypeText.plain(unit)
        ? "Plain numbers"
        : unit.equals(Unit.TIME) ? "Durations" : "Amounts in `" + unit.withOwners() + "`";
  }

  static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String decapitalised(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
