package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.model.Type;
import org.loadline.model.Unit;

/** The same formula with another type: after a test, or once a plain {@code 0} has found its unit. */
final class Retyping {
  private Retyping() {}

  /** Gives {@code expr} another type and leaves what is inside as it is. */
  static Expr as(Expr expr, Type type) {
    return switch (expr) {
      case Expr.Constant e -> new Expr.Constant(type, e.span(), e.value());
      case Expr.Local e -> new Expr.Local(type, e.span(), e.slot(), e.name());
      case Expr.ParamValue e -> new Expr.ParamValue(type, e.span(), e.param());
      case Expr.SystemValue e -> new Expr.SystemValue(type, e.span(), e.input());
      case Expr.FieldOf e ->
          new Expr.FieldOf(type, e.span(), e.row(), e.entity(), e.field(), e.family());
      case Expr.FactOf e -> new Expr.FactOf(type, e.span(), e.row(), e.fact(), e.arguments());
      case Expr.RowWithKey e ->
          new Expr.RowWithKey(type, e.span(), e.entity(), e.parent(), e.fields(), e.keys());
      case Expr.Lookup e -> new Expr.Lookup(type, e.span(), e.table(), e.owner(), e.keys());
      case Expr.Negate e -> new Expr.Negate(type, e.span(), e.operand());
      case Expr.Apply e -> new Expr.Apply(type, e.span(), e.builtin(), e.arguments());
      case Expr.Decision e -> new Expr.Decision(type, e.span(), e.arms(), e.otherwise());
      case Expr.Else e -> new Expr.Else(type, e.span(), e.left(), e.right());
      default -> expr;
    };
  }

  /** Gives a formula that fits every unit, and its parts, the unit that it is used with. */
  static Expr inUnit(Expr expr, Unit unit) {
    if (!(expr.type().present() instanceof Type.Quantity q)
        || !q.unit().equals(Open.EVERY)
        || unit.equals(Open.EVERY)) {
      return expr;
    }
    Expr inner =
        switch (expr) {
          case Expr.Negate e -> new Expr.Negate(e.type(), e.span(), inUnit(e.operand(), unit));
          case Expr.Apply e ->
              new Expr.Apply(
                  e.type(),
                  e.span(),
                  e.builtin(),
                  e.arguments().stream().map(a -> inUnit(a, unit)).toList());
          case Expr.Decision e -> decision(e, unit);
          case Expr.Else e ->
              new Expr.Else(e.type(), e.span(), inUnit(e.left(), unit), inUnit(e.right(), unit));
          default -> expr;
        };
    Type.Quantity known = new Type.Quantity(unit, q.form(), q.orUnlimited());
    return as(inner, expr.type() instanceof Type.OrNone ? new Type.OrNone(known) : known);
  }

  private static Expr decision(Expr.Decision e, Unit unit) {
    List<Expr.Decision.Arm> arms =
        e.arms().stream()
            .map(a -> new Expr.Decision.Arm(a.condition(), inUnit(a.value(), unit), a.span()))
            .toList();
    Optional<Expr> otherwise = e.otherwise().map(o -> inUnit(o, unit));
    return new Expr.Decision(e.type(), e.span(), arms, otherwise);
  }
}
