package org.loadline.reference;

import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;

/**
 * Which operations of the left side of an {@code else} it answers for: the outermost one, and what
 * that one is made of.
 */
final class OwnFailures {
  private OwnFailures() {}

  /** Whether a failing operation is one that {@code left} has as its own. */
  static boolean includes(Expr left, Expr operation) {
    return switch (left) {
      case Expr.Divide e -> e == operation;
      case Expr.SquareRoot e -> e == operation;
      case Expr.Pick e -> e == operation;
      case Expr.Apply e -> e == operation && mayFail(e.builtin());
      case Expr.Aggregate e -> e == operation && mayFail(e.kind());
      case Expr.FieldOf e -> e == operation || includes(e.row(), operation);
      case Expr.FactOf e -> e == operation || includes(e.row(), operation);
      case Expr.RowWithKey e -> e == operation || includes(e.parent(), operation);
      case Expr.Lookup e -> e == operation || includes(e.owner(), operation);
      case Expr.Marginal e -> e == operation || includes(e.owner(), operation);
      case Expr.Interpolated e -> e == operation || includes(e.owner(), operation);
      case Expr.Round e -> includes(e.operand(), operation);
      case Expr.AsNumber e -> includes(e.operand(), operation);
      case Expr.Else e -> includes(e.right(), operation);
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

  private static boolean includes(Optional<Expr> part, Expr operation) {
    return part.isPresent() && includes(part.get(), operation);
  }

  private static boolean mayFail(Builtin builtin) {
    return switch (builtin) {
      case REMAINDER, EXP, LN, POWER -> true;
      case ABS, SIGN, MIN, MAX, CLAMP, NORMAL_CDF -> false;
    };
  }

  private static boolean mayFail(Expr.Aggregate.Kind kind) {
    return switch (kind) {
      case MIN, MAX, MEAN, WEIGHTED_MEAN -> true;
      case SUM, COUNT, ANY, ALL -> false;
    };
  }
}
