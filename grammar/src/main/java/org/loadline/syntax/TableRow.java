package org.loadline.syntax;

import java.util.List;
import org.loadline.source.Span;

/** One line of a table. */
public record TableRow(List<Cell> cells, Span span) {
  public TableRow {
    cells = List.copyOf(cells);
  }
}
