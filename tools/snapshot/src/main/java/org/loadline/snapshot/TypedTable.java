package org.loadline.snapshot;

import java.util.List;

/** One file of results as typed columns of so many rows. */
record TypedTable(String name, int rows, List<TypedColumn> columns) {
  TypedTable {
    columns = List.copyOf(columns);
  }
}
