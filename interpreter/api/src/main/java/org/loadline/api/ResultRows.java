package org.loadline.api;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.model.EntityRef;

/** The rows of one entity, in the order of the snapshot. Cells are made when they are asked for. */
public final class ResultRows implements Iterable<ResultRows.Row> {
  private final Results results;
  private final EntityRef entity;
  private final List<OutputColumn> columns;
  private volatile Optional<Map<String, Integer>> byIdentity = Optional.empty();

  ResultRows(Results results, EntityRef entity, List<OutputColumn> columns) {
    this.results = results;
    this.entity = entity;
    this.columns = List.copyOf(columns);
  }

  public int size() {
    return results.snapshot().rowCount(entity);
  }

  public Row get(int row) {
    return new Row(row);
  }

  /**
   * The row that people know by a name: its key, after those of its parents, such as {@code
   * alice/BTC}. One that does not exist is an {@link IllegalArgumentException}.
   */
  public Row get(String identity) {
    Map<String, Integer> rows = byIdentity.orElseGet(this::index);
    Integer row = rows.get(identity);
    if (row == null) {
      throw new IllegalArgumentException("There is no " + entity.name() + " `" + identity + "`.");
    }
    return new Row(row);
  }

  private Map<String, Integer> index() {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < size(); row++) {
      rows.put(results.snapshot().identity(entity, row), row);
    }
    byIdentity = Optional.of(rows);
    return rows;
  }

  @Override
  public Iterator<Row> iterator() {
    return IntStream.range(0, size()).mapToObj(this::get).iterator();
  }

  /** One row. */
  public final class Row {
    private final int row;

    private Row(int row) {
      this.row = row;
    }

    /** What people know it by. */
    public String identity() {
      return results.snapshot().identity(entity, row);
    }

    /** A fact by its name; one that is not reported is an {@link IllegalArgumentException}. */
    public Cell cell(String fact) {
      for (OutputColumn column : columns) {
        if (column.output().fact().name().equals(fact)) {
          return new Cell(results, column.output(), column.outcome(row));
        }
      }
      throw new IllegalArgumentException(
          "`" + fact + "` of " + entity.name() + " is not reported.");
    }
  }
}
