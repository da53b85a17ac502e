package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;

/**
 * Tells reads apart within one definition: the same key, the same value.
 *
 * <p>Only names and paths have a key; any other formula has none.
 */
final class PathKey {
  private PathKey() {}

  static Optional<String> of(Expr expr) {
    return switch (expr) {
      case Expr.Local local -> Optional.of("$" + local.slot());
      case Expr.Constant constant -> Optional.of("=" + constant.value());
      case Expr.ParamValue param -> Optional.of("param" + param.param().index());
      case Expr.SystemValue input -> Optional.of("system" + input.input().index());
      case Expr.FieldOf field ->
          joined(field.family())
              .flatMap(f -> of(field.row()).map(r -> r + ".f" + field.field() + f));
      case Expr.FactOf fact ->
          joined(fact.arguments())
              .flatMap(
                  a -> row(fact.row()).map(r -> r + ".d" + fact.fact() + fact.fact().index() + a));
      case Expr.RowWithKey found ->
          joined(found.keys())
              .flatMap(
                  k ->
                      row(found.parent())
                          .map(p -> p + "/" + found.entity().index() + found.fields() + k));
      case Expr.Lookup lookup ->
          joined(lookup.keys())
              .flatMap(k -> row(lookup.owner()).map(o -> o + "/t" + lookup.table().index() + k));
      case Expr.AsNumber number -> of(number.operand());
      default -> Optional.empty();
    };
  }

  private static Optional<String> row(Optional<Expr> row) {
    return row.isEmpty() ? Optional.of("") : of(row.get());
  }

  private static Optional<String> joined(List<Expr> parts) {
    StringBuilder text = new StringBuilder("(");
    for (Expr part : parts) {
      Optional<String> key = of(part);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      text.append(key.get()).append(',');
    }
    return Optional.of(text.append(')').toString());
  }
}
