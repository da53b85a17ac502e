package org.loadline.reference;

import java.util.Map;
import org.loadline.core.Expr;
import org.loadline.core.Rows;

/** The ways that formulas take to rows. */
final class Ways {
  private Ways() {}

  /** The way to the row that a formula is; it may lead to more rows than that, never to fewer. */
  static Route to(Expr row, Map<Integer, Route> routes) {
    return switch (row) {
      case Expr.Local e -> routes.getOrDefault(e.slot(), Route.ANYWHERE);
      case Expr.FieldOf e -> to(e.row(), routes).then(new Route.Step.Up(e.entity(), e.field()));
      case Expr.RowWithKey e ->
          e.parent().isPresent()
              ? to(e.parent().get(), routes)
                  .then(new Route.Step.Down(e.entity(), e.fields().getFirst()))
              : Route.ANYWHERE;
      case Expr.Pick e -> over(e.binder().rows(), routes);
      default -> Route.ANYWHERE;
    };
  }

  /** The way to the rows of a collection. */
  static Route over(Rows rows, Map<Integer, Route> routes) {
    return switch (rows) {
      case Rows.All all -> Route.ANYWHERE;
      case Rows.Children(Expr parent, var child, int field) ->
          to(parent, routes).then(new Route.Step.Down(child, field));
      case Rows.Members members -> Route.ANYWHERE;
      case Rows.Numbers numbers -> Route.ANYWHERE;
      case Rows.Ordered ordered -> over(ordered.element().rows(), routes);
      case Rows.Before before -> Route.ANYWHERE;
    };
  }
}
