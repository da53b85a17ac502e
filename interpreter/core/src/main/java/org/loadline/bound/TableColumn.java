package org.loadline.bound;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;
import org.loadline.syntax.Cell;
import org.loadline.syntax.TypeExpression;

/**
 * A column of a written table, or an axis of a grid, as written: its cells from the top, and the
 * type that the text gives it, if it does. {@code alsoTyped}: the type after {@code by}, if both
 * are written.
 */
record TableColumn(
    String name,
    Span span,
    boolean key,
    Optional<TypeExpression> typed,
    Optional<TypeExpression> alsoTyped,
    List<Cell> cells) {
  TableColumn {
    cells = List.copyOf(cells);
  }
}
