package org.loadline.snapshot;

import java.util.List;
import java.util.stream.Stream;

/**
 * One file of results: named columns, and rows of as many cells.
 *
 * <p>Rows are made while they are written, so a table may be longer than memory.
 */
record ResultsTable(String name, List<String> columns, Stream<List<ResultCell>> rows) {
  ResultsTable {
    columns = List.copyOf(columns);
  }
}
