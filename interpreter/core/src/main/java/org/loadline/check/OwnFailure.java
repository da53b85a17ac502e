package org.loadline.check;

import org.loadline.core.Expr;

/** Whether the outermost operation of a formula can fail by itself: that is what `else` answers. */
final class OwnFailure {
  private OwnFailure() {}

  static boolean of(Expr expr) {
    return switch (expr) {
      case Expr.Divide e -> true;
      case Expr.Apply e -> e.builtin().isPartial();
      case Expr.SquareRoot e -> true;
      case Expr.FieldOf e -> onTheWay(e.row());
      case Expr.FactOf e -> e.row().filter(OwnFailure::onTheWay).isPresent();
      case Expr.RowWithKey e -> true;
      case Expr.Lookup e -> true;
      case Expr.Marginal e -> true;
      case Expr.Interpolated e -> true;
      case Expr.Pick e -> true;
      case Expr.Search e -> true;
      case Expr.Given e -> of(e.body());
      case Expr.End e -> true;
      case Expr.Place e -> true;
      case Expr.Repeat e -> true;
      case Expr.Fold e -> false;
      case Expr.Aggregate e -> e.kind().needsRows();
      case Expr.Round e -> of(e.operand());
      case Expr.AsNumber e -> of(e.operand());
      case Expr.Else e -> of(e.right());
      case Expr.Constant e -> false;
      case Expr.Local e -> false;
      case Expr.ParamValue e -> false;
      case Expr.SystemValue e -> false;
      case Expr.Negate e -> false;
      case Expr.Arithmetic e -> false;
      case Expr.WholePower e -> false;
      case Expr.Compare e -> false;
      case Expr.Same e -> false;
      case Expr.IsNone e -> false;
      case Expr.IsUnlimited e -> false;
      case Expr.InRange e -> false;
      case Expr.Among e -> false;
      case Expr.And e -> false;
      case Expr.Or e -> false;
      case Expr.Not e -> false;
      case Expr.Decision e -> false;
    };
  }

  /** A row on a path: it may be missing, or what found it may find none. */
  private static boolean onTheWay(Expr row) {
    return row.type().isOptional() || of(row);
  }
}
