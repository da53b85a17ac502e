package org.loadline.syntax;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;

/** Where a table's rows are. */
public sealed interface TableBody {
  Span span();

  /** Written out, a row a line. In a grid the first column holds the first key. */
  record Written(List<HeaderCell> header, List<TableRow> rows, boolean grid, Span span)
      implements TableBody {
    public Written {
      header = List.copyOf(header);
      rows = List.copyOf(rows);
    }
  }

  /**
   * {@code table t of market from tiers by lower}: rows of an entity, of one owner each if said.
   */
  record FromSnapshot(Optional<Name> owner, Name rows, Span span) implements TableBody {}
}
