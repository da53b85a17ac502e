package org.loadline.cli.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.ValueText;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;

/**
 * Every result as CSV: a table for each entity and one for facts of no row, an empty line between.
 *
 * <p>Numbers stand in full; a value that is a fault is an empty cell.
 */
public final class ResultsCsv {
  private ResultsCsv() {}

  /** Prints every table, in the order of the report. */
  public static void print(Results results, PrintStream out) {
    boolean first = true;
    for (var table : byOwner(results).entrySet()) {
      if (!first) {
        out.print('\n');
      }
      first = false;
      table(results, table.getKey(), table.getValue(), out);
    }
  }

  static Map<Optional<EntityRef>, List<OutputColumn>> byOwner(Results results) {
    return results.columns().stream()
        .collect(
            Collectors.groupingBy(
                c -> c.output().owner(), LinkedHashMap::new, Collectors.toList()));
  }

  /** The names of what tells the rows of an entity apart. */
  static List<String> identity(Results results, EntityRef entity) {
    return results.snapshot().rowCount(entity) > 0
        ? List.copyOf(results.snapshot().identityFields(entity, 0).keySet())
        : results.program().entity(entity).identity().stream().map(Field::name).toList();
  }

  private static void table(
      Results results, Optional<EntityRef> owner, List<OutputColumn> columns, PrintStream out) {
    List<String> head = new ArrayList<>();
    owner.ifPresent(entity -> head.addAll(identity(results, entity)));
    columns.forEach(column -> head.add(column.output().fact().name()));
    line(head, out);
    int rows = owner.map(results.snapshot()::rowCount).orElse(1);
    for (int row = 0; row < rows; row++) {
      List<String> cells = new ArrayList<>();
      if (owner.isPresent()) {
        cells.addAll(results.snapshot().identityFields(owner.get(), row).values());
      }
      for (OutputColumn column : columns) {
        cells.add(cell(results, column, row));
      }
      line(cells, out);
    }
  }

  private static String cell(Results results, OutputColumn column, int row) {
    return switch (column.outcome(row)) {
      case Outcome.Known(var value) ->
          ValueText.format(column.output().type(), value, results.program(), results.snapshot());
      case Outcome.Faulted faulted -> "";
    };
  }

  private static void line(List<String> cells, PrintStream out) {
    out.print(cells.stream().map(ResultsCsv::quoted).collect(Collectors.joining(",")));
    out.print('\n');
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
