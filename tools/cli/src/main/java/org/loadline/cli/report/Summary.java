package org.loadline.cli.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.loadline.cli.render.FaultRenderer;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.core.Output;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.data.ValueText;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;

/** What a run gave, as a risk officer reads it: tables of rows, then counts, totals and faults. */
public final class Summary {
  private static final int ROWS_NAMED = 5;
  private static final int FAULTS_SHOWN = 10;

  private final Results results;
  private final Ink ink;
  private final int width;
  private final PrintStream out;
  private boolean started;

  /** {@code results} are of the program's own outputs. */
  public Summary(Results results, Ink ink, int width, PrintStream out) {
    this.results = results;
    this.ink = ink;
    this.width = width;
    this.out = out;
  }

  /** Prints some rows of each entity, and the facts of the whole. */
  public void tables(int limit) {
    byEntity()
        .forEach(
            (entity, columns) -> {
              section();
              new EntityReport(results, entity, columns).lines(ink, limit).forEach(out::println);
            });
    List<OutputColumn> whole =
        results.columns().stream().filter(c -> c.output().owner().isEmpty()).toList();
    if (!whole.isEmpty()) {
      section();
      TextTable table = new TextTable();
      table.add("fact", false, whole.stream().map(c -> c.output().name()).toList());
      table.add("value", true, whole.stream().map(c -> text(c, 0)).toList());
      table.add("unit", false, whole.stream().map(c -> EntityReport.unit(c)).toList());
      table.lines(ink).stream().skip(1).forEach(out::println);
    }
  }

  /**
   * Prints, for each entity with such facts, the counts of each outcome and the totals of amounts.
   */
  public void counts() {
    byEntity()
        .forEach(
            (entity, columns) -> {
              List<String> lines = new ArrayList<>();
              columns.forEach(column -> lines.addAll(counts(column)));
              lines.addAll(totals(columns));
              if (!lines.isEmpty()) {
                section();
                int rows = results.snapshot().rowCount(entity);
                String count = rows == 1 ? "1 row" : rows + " rows";
                out.println(ink.strong(entity.name()) + ": " + count);
                lines.forEach(line -> out.println("  " + line));
              }
            });
  }

  private List<String> counts(OutputColumn column) {
    List<String> lines = new ArrayList<>();
    if (column.output().type().present() instanceof Type.OfChoice(var choice)) {
      lines.add(column.output().fact().name());
      OutcomeCounts.lines(column, results.program().choice(choice), ink)
          .forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private List<String> totals(List<OutputColumn> columns) {
    List<String> names = new ArrayList<>();
    List<Total> totals = new ArrayList<>();
    for (OutputColumn column : columns) {
      Optional<Total> total = Total.of(column);
      total.ifPresent(totals::add);
      total.ifPresent(t -> names.add("sum of " + column.output().fact().name()));
    }
    TextTable table = new TextTable();
    table.add("", false, names);
    table.add("", true, totals.stream().map(Total::number).toList());
    table.add("", false, totals.stream().map(Total::remark).toList());
    return table.lines(ink).stream().skip(1).toList();
  }

  /** Prints which properties hold and which rows break the others. */
  public void properties(List<Properties.Checked> checked) {
    if (checked.isEmpty()) {
      return;
    }
    section();
    long broken = checked.stream().filter(c -> !c.holds()).count();
    out.println(
        ink.strong("properties")
            + ": "
            + (broken == 0
                ? ink.good(checked.size() == 1 ? "1 holds" : "all " + checked.size() + " hold")
                : ink.error(broken + " of " + checked.size() + " broken")));
    for (Properties.Checked property : checked) {
      if (!property.holds()) {
        out.println("  " + ink.error("✗") + " " + Glyphs.line(property.property().title()));
        out.println("    " + breakers(property));
        out.println("    " + ink.faint(property.property().span().place()));
      }
    }
  }

  /** Puts an empty line before all but the first. */
  private void section() {
    if (started) {
      out.println();
    }
    started = true;
  }

  private String breakers(Properties.Checked property) {
    Optional<EntityRef> owner = property.property().owner();
    if (owner.isEmpty()) {
      return property.faults() > 0 ? "it does not hold: a fault" : "it does not hold";
    }
    List<Integer> rows = property.broken();
    return "broken by "
        + rows.size()
        + " of "
        + property.column().size()
        + (property.faults() == 0 ? "" : " (" + faults(property.faults()) + ")")
        + ": "
        + named(rows.stream().map(row -> new RowAt(owner.get(), row)).toList());
  }

  private static String faults(int count) {
    return count == 1 ? "1 fault" : count + " faults";
  }

  /** Prints each fault once, at its origin, those of one formula together. */
  public void faults(FaultGroups faults) {
    if (faults.isEmpty()) {
      return;
    }
    section();
    int count = faults.count();
    out.println(ink.data(faults(count)));
    FaultRenderer renderer = new FaultRenderer(ink, width);
    for (FaultGroups.Group group : faults.groups().stream().limit(FAULTS_SHOWN).toList()) {
      out.println();
      out.print(renderer.render(group.first().what(), where(group)));
    }
    int more = faults.groups().size() - FAULTS_SHOWN;
    if (more > 0) {
      out.println();
      out.println("… and " + more + " more places");
    }
  }

  private List<String> where(FaultGroups.Group group) {
    String fact = group.first().definition().map(d -> "`" + d.name() + "`").orElse("");
    List<RowAt> rows = group.faults().stream().flatMap(f -> f.row().stream()).distinct().toList();
    String of = rows.isEmpty() ? "" : rows.getFirst().entity().name() + " " + named(rows);
    String in = fact.isEmpty() ? of : of.isEmpty() ? fact : fact + " of " + of;
    String read =
        switch (group.readers()) {
          case 0 -> "";
          case 1 -> "1 other reported value reads it";
          default -> group.readers() + " other reported values read it";
        };
    String line =
        Stream.of(in.isEmpty() ? "" : "in " + in, read)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    return line.isEmpty() ? List.of() : List.of(line);
  }

  private String named(List<RowAt> rows) {
    Snapshot snapshot = results.snapshot();
    String first =
        rows.stream()
            .limit(ROWS_NAMED)
            .map(at -> snapshot.identity(at.entity(), at.row()))
            .collect(Collectors.joining(", "));
    return rows.size() > ROWS_NAMED
        ? first + ", and " + (rows.size() - ROWS_NAMED) + " more"
        : first;
  }

  private Map<EntityRef, List<OutputColumn>> byEntity() {
    return results.columns().stream()
        .filter(c -> c.output().owner().isPresent())
        .collect(
            Collectors.groupingBy(
                c -> c.output().owner().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
  }

  private String text(OutputColumn column, int row) {
    Output output = column.output();
    return switch (column.outcome(row)) {
      case Outcome.Known(var value) ->
          ValueText.format(output.type(), value, results.program(), results.snapshot());
      case Outcome.Faulted(Fault fault) -> "fault " + fault.what().code().code();
    };
  }
}
