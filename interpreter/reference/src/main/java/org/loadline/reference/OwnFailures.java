package org.loadline.reference;

import java.util.Optional;
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
      case Expr.Search e -> e == operation;
      case Expr.Given e -> includes(e.body(), operation);
      case Expr.End e -> e == operation;
      case Expr.Place e -> e == operation;
      case Expr.Repeat e -> e == operation;
      case Expr.Apply e -> e == operation && e.builtin().isPartial();
      case Expr.Aggregate e -> e == operation && e.kind().needsRows();
      case Expr.FieldOf e -> e == operation || includes(e.row(), operation);
      case Expr.FactOf e -> e == operation || includes(e.row(), operation);
      case Expr.RowWithKey e -> e == operation || includes(e.parent(), operation);
      case Expr.Lookup e -> e == operation || includes(e.owner(), operation);
      case Expr.Marginal e -> e == operation || includes(e.owner(), operation);
      case Expr.Interpolated e -> e == operation || includes(e.owner(), operation);
      case Expr.Round e -> includes(e.operand(), operation);
      case Expr.AsNumber e -> includes(e.operand(), operation);
      case Expr.Else e -> includes(e.right(), operation);
      case Expr.Constant _,
          Expr.Local _,
          Expr.ParamValue _,
          Expr.SystemValue _,
          Expr.Negate _,
          Expr.Arithmetic _,
          Expr.WholePower _,
          Expr.Compare _,
          Expr.Same _,
          Expr.IsNone _,
          Expr.IsUnlimited _,
          Expr.InRange _,
          Expr.Among _,
          Expr.And _,
          Expr.Or _,
          Expr.Not _,
          Expr.Fold _,
          Expr.Decision _ ->
          false;
    };
  }

  private static boolean includes(Optional<Expr> part, Expr operation) {
    return part.isPresent() && includes(part.get(), operation);
  }
}
