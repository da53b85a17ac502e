package org.loadline.bound;

import java.util.List;
import org.loadline.model.Table.CellRule;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.values.Value;

/**
 * A column whose type and cells are known; the cells of a column that is no key are all {@link
 * CellRule.Exactly}. {@code percent}: its numbers are written as percentages.
 */
record ReadColumn(
    String name,
    Span span,
    Type type,
    boolean wholeNumber,
    boolean percent,
    List<CellRule> cells,
    List<Span> places) {
  ReadColumn {
    cells = List.copyOf(cells);
    places = List.copyOf(places);
  }

  /** Whether every cell is one value, so that the column can be read. */
  boolean isReadable() {
    return cells.stream().allMatch(CellRule.Exactly.class::isInstance);
  }

  List<Value> values() {
    return cells.stream().map(cell -> ((CellRule.Exactly) cell).value()).toList();
  }

  /** Whether some cell takes a stretch of an order. */
  boolean hasBounds() {
    return cells.stream()
        .anyMatch(c -> !(c instanceof CellRule.Exactly) && !(c instanceof CellRule.Otherwise));
  }
}
