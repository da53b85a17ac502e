package org.loadline.check;

import org.loadline.core.Expr;
import org.loadline.model.Type;
import org.loadline.model.Unit;

/** A formula with another type: after a test, or once a plain {@code 0} has found its unit. */
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
      case Expr.Decision e -> new Expr.Decision(type, e.span(), e.arms(), e.otherwise());
      case Expr.Else e -> new Expr.Else(type, e.span(), e.left(), e.right());
      case Expr.Aggregate e ->
          new Expr.Aggregate(
              type, e.span(), e.kind(), e.binders(), e.filter(), e.body(), e.weight());
      case Expr.Pick e ->
          new Expr.Pick(type, e.span(), e.binder(), e.filter(), e.greatest(), e.measure());
      case Expr.Given e -> new Expr.Given(type, e.span(), e.body(), e.changes());
      case Expr.End e -> new Expr.End(type, e.span(), e.last(), e.rows());
      case Expr.Place e -> new Expr.Place(type, e.span(), e.element(), e.rows());
      case Expr.Fold e ->
          new Expr.Fold(type, e.span(), e.carried(), e.binder(), e.filter(), e.goOn(), e.parts());
      case Expr.Repeat e ->
          new Expr.Repeat(type, e.span(), e.most(), e.carried(), e.goOn(), e.parts());
      default -> expr;
    };
  }

  /** Gives a formula that fits every unit, with all that is so inside, the unit it is used with. */
  static Expr inUnit(Expr expr, Unit unit) {
    boolean open = expr.type().present() instanceof Type.Quantity q && q.unit().equals(Open.EVERY);
    return open && !unit.equals(Open.EVERY)
        ? new Rebuilding(type -> Open.inUnit(type, unit)).of(expr)
        : expr;
  }
}
