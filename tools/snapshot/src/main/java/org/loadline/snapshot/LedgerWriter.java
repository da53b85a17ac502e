package org.loadline.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.Snapshot;
import org.loadline.data.ValueText;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.sweep.Change;
import org.loadline.sweep.Covered;
import org.loadline.sweep.Event;
import org.loadline.sweep.LedgerLine;
import org.loadline.sweep.StepTotal;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;
import org.loadline.values.Value;

/**
 * Writes what waterfalls did into a folder: {@code ledger.csv} with every entry, {@code steps.csv}
 * with what each step absorbed, {@code unserved.csv} with the rows that could not be judged, and
 * the snapshot after in the folder {@code after}, which can be read as a snapshot again.
 */
public final class LedgerWriter {
  /** The folder of the snapshot after. */
  public static final String AFTER = "after";

  private static final List<String> LEDGER =
      List.of(
          "number",
          "waterfall",
          "served",
          "step",
          "action",
          "entry",
          "amount",
          "unit",
          "from",
          "from before",
          "from after",
          "to",
          "to before",
          "to after",
          "note",
          "place");
  private static final List<String> STEPS =
      List.of("waterfall", "step", "absorbed", "unit", "rows", "entries");
  private static final List<String> UNSERVED =
      List.of("waterfall", "row", "code", "message", "place");

  private final Sweeps sweeps;
  private final Program program;
  private final Snapshot snapshot;

  private LedgerWriter(Sweeps sweeps) {
    this.sweeps = sweeps;
    this.snapshot = sweeps.after();
    this.program = snapshot.program();
  }

  /** Writes every file and returns them. */
  public static List<Path> write(Sweeps sweeps, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    try (FileSwap files = new FileSwap(folder)) {
      LedgerWriter writer = new LedgerWriter(sweeps);
      writer.csv(files, "ledger.csv", LEDGER, writer::ledger);
      writer.csv(files, "steps.csv", STEPS, writer::steps);
      writer.csv(files, "unserved.csv", UNSERVED, writer::unserved);
      written.addAll(files.commit());
    }
    written.addAll(SnapshotWriter.write(sweeps.after(), folder.resolve(AFTER)));
    return written;
  }

  private void csv(FileSwap files, String name, List<String> header, Consumer<CsvWriter> rows)
      throws IOException {
    try (Writer out = new BufferedWriter(new OutputStreamWriter(files.open(name), UTF_8));
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord(header);
      rows.accept(csv);
    }
  }

  private void ledger(CsvWriter csv) {
    for (Sweep sweep : sweeps.sweeps()) {
      for (LedgerLine line : sweep.ledger()) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(line.number()));
        cells.add(line.waterfall().name());
        cells.add(line.served());
        cells.add(line.step().orElse(""));
        cells.add(line.action().orElse(""));
        cells.addAll(event(line.event()));
        cells.add(place(line.span()));
        csv.writeRecord(cells);
      }
    }
  }

  private List<String> event(Event event) {
    return switch (event) {
      case Event.Flow(var kind, Exact amount, Type type, Change from, Change to) ->
          List.of(
              kind.name().toLowerCase(Locale.ROOT),
              NumberText.format(amount),
              unit(type),
              from.place(),
              before(from),
              text(from.type(), from.after()),
              to.place(),
              before(to),
              text(to.type(), to.after()),
              "");
      case Event.Set(Change change) ->
          List.of(
              "set",
              "",
              unit(change.type()),
              "",
              "",
              "",
              change.place(),
              before(change),
              text(change.type(), change.after()),
              "");
      case Event.Created(String row, List<Change> values) ->
          List.of("create", "", "", "", "", "", row, "", "", values(values));
      case Event.Refused(String reason) ->
          List.of("refuse", "", "", "", "", "", "", "", "", reason);
      case Event.Faulted(Fault fault) ->
          List.of(
              "fault",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              fault.what().code().code() + " " + fault.what().message());
    };
  }

  private String values(List<Change> values) {
    return values.stream()
        .map(
            change ->
                change.input()
                    + " = "
                    + ValueText.withUnit(change.type(), change.after(), program, snapshot))
        .collect(Collectors.joining("; "));
  }

  private String before(Change change) {
    return change.before().map(value -> text(change.type(), value)).orElse("");
  }

  private String text(Type type, Value value) {
    return ValueText.format(type, value, program, snapshot);
  }

  private static String unit(Type type) {
    return type.present() instanceof Type.Quantity(Unit unit, var form, var unlimited)
            && !unit.equals(Unit.TIME)
        ? unit.toString()
        : "";
  }

  private void steps(CsvWriter csv) {
    for (Sweep sweep : sweeps.sweeps()) {
      String name = sweep.waterfall().name();
      String unit = sweep.covered().map(covered -> unit(covered.type())).orElse("");
      for (StepTotal step : sweep.steps()) {
        csv.writeRecord(
            name,
            step.step(),
            step.absorbed().map(NumberText::format).orElse(""),
            unit,
            Integer.toString(step.rows()),
            Integer.toString(step.entries()));
      }
      Optional<Covered> covered = sweep.covered();
      covered.ifPresent(
          c ->
              csv.writeRecord(
                  name,
                  sweep.waterfall().remainder().orElse("remainder"),
                  NumberText.format(c.remainder()),
                  unit,
                  "",
                  ""));
    }
  }

  private void unserved(CsvWriter csv) {
    for (Sweep sweep : sweeps.sweeps()) {
      for (Sweep.Unserved row : sweep.unserved()) {
        csv.writeRecord(
            sweep.waterfall().name(),
            row.row(),
            row.why().what().code().code(),
            row.why().what().message(),
            place(row.why().what().span()));
      }
    }
  }

  private static String place(Span span) {
    return span.source().name() + ":" + span.line();
  }
}
