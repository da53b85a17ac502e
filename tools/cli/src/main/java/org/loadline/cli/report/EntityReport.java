package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.loadline.cli.render.Ink;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.ValueText;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.Exact;
import org.loadline.values.Member;

/** The reported facts of one entity as a table of some of its rows. */
final class EntityReport {
  private final Results results;
  private final EntityRef entity;
  private final List<OutputColumn> columns;

  EntityReport(Results results, EntityRef entity, List<OutputColumn> columns) {
    this.results = results;
    this.entity = entity;
    this.columns = List.copyOf(columns);
  }

  /** The heading, the table, and how many rows are not shown; each a line. */
  List<String> lines(Ink ink, int limit) {
    int rows = results.snapshot().rowCount(entity);
    Optional<OutputColumn> severity = severity();
    boolean all = rows <= limit;
    List<Integer> shown =
        all || severity.isEmpty()
            ? IntStream.range(0, Math.min(rows, limit)).boxed().toList()
            : worst(severity.get(), rows, limit);
    List<String> lines = new ArrayList<>();
    String count = rows == 1 ? "1 row" : rows + " rows";
    String which =
        all
            ? ""
            : ", the "
                + (severity.isPresent() ? "worst " : "first ")
                + limit
                + severity.map(s -> " by " + s.output().fact().name()).orElse("");
    lines.add(ink.strong(entity.name()) + ink.faint(" (" + count + which + ")"));
    if (!shown.isEmpty()) {
      table(shown).lines(ink).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private Optional<OutputColumn> severity() {
    return columns.stream()
        .filter(c -> c.output().type().present() instanceof Type.OfChoice)
        .findFirst();
  }

  /** Rows of the gravest outcomes, among equals those with the least of the first quantity. */
  private List<Integer> worst(OutputColumn severity, int rows, int limit) {
    Optional<OutputColumn> measure =
        columns.stream()
            .filter(c -> c.output().type().present() instanceof Type.Quantity)
            .findFirst();
    // The mildest of those that are kept comes first, to give way to a graver one.
    PriorityQueue<Candidate> kept = new PriorityQueue<>(Candidate.GRAVEST_FIRST.reversed());
    for (int row = 0; row < rows; row++) {
      int ordinal = ordinal(severity.outcome(row));
      boolean full = kept.size() == limit;
      if (limit > 0 && (!full || ordinal >= kept.element().ordinal())) {
        int here = row;
        kept.add(new Candidate(row, ordinal, measure.flatMap(m -> number(m.outcome(here)))));
        if (full) {
          kept.remove();
        }
      }
    }
    return kept.stream().sorted(Candidate.GRAVEST_FIRST).map(Candidate::row).toList();
  }

  /** A row that may be shown; without a measure it stands after those that have one. */
  private record Candidate(int row, int ordinal, Optional<Exact> measure) {
    static final Comparator<Candidate> GRAVEST_FIRST =
        Comparator.comparingInt(Candidate::ordinal)
            .reversed()
            .thenComparing(c -> c.measure.isEmpty())
            .thenComparing(c -> c.measure.orElse(Exact.ZERO))
            .thenComparingInt(Candidate::row);
  }

  /** A row without an outcome stands before any: it may be the gravest. */
  private static int ordinal(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Faulted faulted -> Integer.MAX_VALUE;
      case Outcome.Known(var value) -> value instanceof Member(int ordinal) ? ordinal : -1;
    };
  }

  private static Optional<Exact> number(Outcome outcome) {
    return outcome instanceof Outcome.Known(Exact number) ? Optional.of(number) : Optional.empty();
  }

  private TextTable table(List<Integer> rows) {
    TextTable table = new TextTable();
    table.add(
        entity.name(),
        false,
        rows.stream().map(row -> results.snapshot().identity(entity, row)).toList());
    for (OutputColumn column : columns) {
      Type type = column.output().type();
      table.add(
          head(column),
          type.present() instanceof Type.Quantity,
          rows.stream().map(row -> cell(column, row)).toList());
    }
    return table;
  }

  private static String head(OutputColumn column) {
    String unit = unit(column);
    return column.output().fact().name() + (unit.isEmpty() ? "" : " (" + unit + ")");
  }

  /** The unit of a column's numbers; empty for plain ones and for durations, which say theirs. */
  static String unit(OutputColumn column) {
    return column.output().type().present() instanceof Type.Quantity(Unit unit, var f, var u)
            && !unit.equals(Unit.TIME)
        ? unit.toString()
        : "";
  }

  private String cell(OutputColumn column, int row) {
    return switch (column.outcome(row)) {
      case Outcome.Known(var value) ->
          ValueText.format(column.output().type(), value, results.program(), results.snapshot());
      case Outcome.Faulted(var fault) -> "fault " + fault.what().code().code();
    };
  }
}
