package org.loadline.cli.report;

import java.util.List;
import java.util.stream.Collectors;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.Snapshot;
import org.loadline.data.ValueText;
import org.loadline.model.Type;
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

/** Ledgers and totals as plain lines: everything that waterfalls did, for a comparison by line. */
public final class SweepLines {
  private final Program program;
  private final Snapshot snapshot;
  private final StringBuilder text = new StringBuilder();

  private SweepLines(Snapshot snapshot) {
    this.program = snapshot.program();
    this.snapshot = snapshot;
  }

  /** All of it; empty for a policy without waterfalls. */
  public static String of(Sweeps sweeps) {
    SweepLines lines = new SweepLines(sweeps.after());
    sweeps.sweeps().forEach(lines::add);
    return lines.text.toString();
  }

  private void add(Sweep sweep) {
    line("waterfall " + sweep.waterfall().name() + ": " + SweepText.counts(sweep));
    sweep.ledger().forEach(this::add);
    sweep
        .unserved()
        .forEach(row -> line("  " + row.row() + " could not be judged: " + fault(row.why())));
    switch (sweep.stop()) {
      case Sweep.Stop.AtTheEnd end -> {}
      case Sweep.Stop.Early early -> line("  stopped early");
      case Sweep.Stop.Faulted(Fault fault) -> line("  stopped: " + fault(fault));
    }
    for (StepTotal step : sweep.steps()) {
      step.absorbed().ifPresent(sum -> line("  " + step.step() + " absorbed " + sum(sweep, sum)));
    }
    sweep
        .covered()
        .ifPresent(
            c ->
                line(
                    "  "
                        + sweep.waterfall().remainder().orElse("remainder")
                        + " "
                        + sum(sweep, c.remainder())
                        + " of "
                        + sum(sweep, c.loss())));
  }

  private String sum(Sweep sweep, Exact amount) {
    Type type = sweep.covered().map(Covered::type).orElse(Type.NUMBER);
    return ValueText.withUnit(type, amount, program, snapshot);
  }

  private void add(LedgerLine line) {
    String action = line.action().map(name -> " " + name).orElse("");
    String step = line.step().map(name -> " " + name).orElse("");
    line("  " + line.number() + " " + line.served() + step + action + ": " + words(line.event()));
  }

  private String words(Event event) {
    return switch (event) {
      case Event.Flow(var kind, Exact amount, Type type, Change from, Change to) ->
          SweepText.word(kind)
              + " "
              + ValueText.withUnit(type, amount, program, snapshot)
              + (kind == Event.Kind.RAISE || kind == Event.Kind.CANCEL ? " of " : " from ")
              + words(from)
              + (kind == Event.Kind.RAISE || kind == Event.Kind.CANCEL ? " and " : " to ")
              + words(to);
      case Event.Set(Change change) -> "set " + words(change);
      case Event.Created(String row, List<Change> values) ->
          "create "
              + row
              + values.stream()
                  .map(v -> v.input() + " = " + text(v.type(), v.after()))
                  .collect(Collectors.joining(", ", " { ", " }"));
      case Event.Refused(String reason) -> "refused, " + reason;
      case Event.Faulted(Fault fault) -> fault(fault);
    };
  }

  private String words(Change change) {
    String before = change.before().map(value -> text(change.type(), value)).orElse("nothing");
    return change.place() + " (" + before + " -> " + text(change.type(), change.after()) + ")";
  }

  private static String fault(Fault fault) {
    return fault.what().code().code() + " " + fault.what().message();
  }

  private String text(Type type, Value value) {
    return value instanceof Exact number && type.present() instanceof Type.Quantity
        ? NumberText.format(number)
        : ValueText.format(type, value, program, snapshot);
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
