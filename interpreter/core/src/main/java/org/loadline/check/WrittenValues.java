package org.loadline.check;

import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.model.Entity;
import org.loadline.model.Type;
import org.loadline.syntax.Cell;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.values.Exact;
import org.loadline.values.None;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Values in tests and examples: typed by their place, where a bare number takes the unit. */
final class WrittenValues {
  private final Checker in;

  WrittenValues(Checker in) {
    this.in = in;
  }

  /** A cell as the formula that it stands for. */
  static Expression formula(Cell cell) {
    return switch (cell) {
      case Cell.Scalar scalar -> scalar.literal();
      case Cell.Words words -> new Expression.Reference(new Name(words.text(), words.span()));
      case Cell.Below c -> new Expression.Unreadable(c.span());
      case Cell.UpTo c -> new Expression.Unreadable(c.span());
      case Cell.From c -> new Expression.Unreadable(c.span());
      case Cell.FromBelow c -> new Expression.Unreadable(c.span());
      case Cell.Between c -> new Expression.Unreadable(c.span());
      case Cell.Otherwise c -> new Expression.Unreadable(c.span());
      case Cell.OtherSide c -> new Expression.Unreadable(c.span());
    };
  }

  /** The value of a type; a row is given by its key. Empty if it is none, which has been said. */
  Optional<Value> of(Expression written, Type wanted, Scope s) {
    if (written instanceof Expression.Unreadable u) {
      in.complaints.say(FormulaProblem.NOT_CONSTANT, u.span());
      return Optional.empty();
    }
    if (written instanceof Expression.NoneLiteral && wanted.isOptional()) {
      return Optional.of(None.INSTANCE);
    }
    return switch (wanted.present()) {
      case Type.Text text when written instanceof Expression.Reference r ->
          Optional.of(new Text(r.name().text()));
      case Type.RowOf row -> key(written, in.vocabulary.entity(row.entity()), s);
      case Type present -> typed(written, present, s);
    };
  }

  /** The key of a row of an entity. */
  Optional<Value> key(Expression written, Entity entity, Scope s) {
    if (entity.key().isEmpty()) {
      in.complaints.say(
          FormulaProblem.NO_KEY_TO_GIVE,
          written.span(),
          "entity",
          entity.name(),
          "key",
          Quote.of(written.span()));
      return Optional.empty();
    }
    return of(written, entity.fields().get(entity.key().getAsInt()).type(), s);
  }

  private Optional<Value> typed(Expression written, Type wanted, Scope s) {
    Expr checked = in.formulas.check(written, s.loosely(), Ask.of(wanted));
    if (Open.isBroken(checked)) {
      return Optional.empty();
    }
    Optional<Value> value = folded(checked);
    if (value.isEmpty()) {
      in.complaints.say(FormulaProblem.NOT_CONSTANT, written.span());
      return Optional.empty();
    }
    if (fits(checked.type(), value.get(), wanted)) {
      return value;
    }
    in.complaints.say(
        TypeProblem.EXPECTED,
        written.span(),
        "expected",
        TypeText.of(wanted),
        "given",
        TypeText.of(checked.type()));
    return Optional.empty();
  }

  private static boolean fits(Type given, Value value, Type wanted) {
    if (given instanceof Type.Quantity g && wanted instanceof Type.Quantity w) {
      boolean unit = g.unit().equals(Open.EVERY) || g.unit().toString().equals(w.unit().toString());
      return unit && (value != Unlimited.INSTANCE || w.orUnlimited());
    }
    return given.equals(wanted);
  }

  /** What the text alone makes of a formula. */
  static Optional<Value> folded(Expr expr) {
    return switch (expr) {
      case Expr.Constant constant -> Optional.of(constant.value());
      case Expr.Negate negate -> number(negate.operand()).map(Exact::negate);
      case Expr.Arithmetic e ->
          number(e.left()).flatMap(a -> number(e.right()).map(b -> applied(e, a, b)));
      case Expr.Divide e ->
          number(e.left())
              .flatMap(a -> number(e.right()).filter(b -> b.signum() != 0).map(a::dividedBy));
      case Expr.WholePower e -> number(e.operand()).map(x -> x.power(e.exponent()));
      default -> Optional.empty();
    };
  }

  private static Value applied(Expr.Arithmetic e, Exact a, Exact b) {
    return switch (e.operation()) {
      case ADD -> a.plus(b);
      case SUBTRACT -> a.minus(b);
      case MULTIPLY -> a.times(b);
      case LESS -> a.times(Exact.ONE.minus(b));
    };
  }

  private static Optional<Exact> number(Expr expr) {
    return folded(expr).filter(Exact.class::isInstance).map(Exact.class::cast);
  }

  /** Where values stand that belong to no row. */
  static Scope nowhere() {
    return Scope.of(new Frame(Optional.empty(), java.util.List.of()));
  }

  static String shown(Value value) {
    return switch (value) {
      case Text text -> text.value();
      default -> value.toString();
    };
  }
}
