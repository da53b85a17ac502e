package org.loadline.check;

import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.model.Type;

/**
 * Whether the values of a formula can be only so many as the text decides, whatever the rows: then
 * what is divided by it has a denominator known from the text.
 *
 * <p>True of literals, cells of written tables, params, inputs and facts of no row, and of what is
 * made of these. Inside a definition its parameters are taken to be; each call then looks at the
 * arguments.
 */
final class Fixed {
  private final Checker in;
  private final boolean parametersAre;

  Fixed(Checker in, boolean parametersAre) {
    this.in = in;
    this.parametersAre = parametersAre;
  }

  boolean is(Expr expr) {
    return switch (expr) {
      case Expr.Constant e -> true;
      case Expr.ParamValue e -> true;
      case Expr.SystemValue e -> true;
      case Expr.Local e -> parametersAre && !(e.type().present() instanceof Type.RowOf);
      case Expr.FieldOf e -> in.vocabulary.entity(e.entity()).written();
      case Expr.FactOf e ->
          e.arguments().stream().allMatch(this::is)
              && (e.row().isEmpty() || in.definitions.isFixed(e.fact()));
      case Expr.Negate e -> is(e.operand());
      case Expr.Arithmetic e -> is(e.left()) && is(e.right());
      case Expr.Divide e -> is(e.left()) && is(e.right());
      case Expr.WholePower e -> is(e.operand());
      case Expr.Apply e -> e.arguments().stream().allMatch(this::is);
      case Expr.Round e -> is(e.operand());
      case Expr.SquareRoot e -> is(e.operand());
      case Expr.AsNumber e -> is(e.operand());
      case Expr.Decision e ->
          e.arms().stream().allMatch(a -> is(a.value()))
              && (e.otherwise().isEmpty() || is(e.otherwise().get()));
      case Expr.Else e -> is(e.left()) && is(e.right());
      case Expr.RowWithKey e -> false;
      case Expr.Lookup e -> false;
      case Expr.Marginal e -> e.keys().stream().allMatch(this::is) && e.owner().isEmpty();
      case Expr.Interpolated e -> e.keys().stream().allMatch(this::is) && e.owner().isEmpty();
      case Expr.Compare e -> false;
      case Expr.Same e -> false;
      case Expr.IsNone e -> false;
      case Expr.IsUnlimited e -> false;
      case Expr.InRange e -> false;
      case Expr.Among e -> false;
      case Expr.And e -> false;
      case Expr.Or e -> false;
      case Expr.Not e -> false;
      case Expr.Aggregate e -> false;
      case Expr.Pick e -> false;
      case Expr.Given e ->
          is(e.body())
              && e.changes().stream().flatMap(c -> ExprWalk.parts(c).stream()).allMatch(this::is);
      case Expr.Search e -> false;
      case Expr.End e -> false;
      case Expr.Place e -> false;
      case Expr.Fold e -> false;
      case Expr.Repeat e -> false;
    };
  }
}
