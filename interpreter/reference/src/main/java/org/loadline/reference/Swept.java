package org.loadline.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.core.Program;
import org.loadline.core.Property;
import org.loadline.core.SweepValue;
import org.loadline.core.WaterfallRef;
import org.loadline.data.Outcome;
import org.loadline.data.ParamValues;
import org.loadline.data.RowAt;
import org.loadline.data.RunLimits;
import org.loadline.data.Snapshot;
import org.loadline.sweep.Covered;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;
import org.loadline.values.Exact;

/** What a policy's own checks may speak of: some rows, and what waterfalls leave of them. */
final class Swept {
  private final Program program;
  private final ParamValues params;
  private final Snapshot before;
  private final Meter meter = new Meter(RunLimits.NONE);
  private final Map<List<WaterfallRef>, Sweeps> runs = new HashMap<>();
  private final Map<List<WaterfallRef>, Evaluation> evaluations = new HashMap<>();

  Swept(Program program, Snapshot before, ParamValues params) {
    this.program = program;
    this.params = params;
    this.before = before;
  }

  /** Where the waterfalls have been run. */
  Swept(Program program, Sweeps sweeps, ParamValues params) {
    this(program, sweeps.before(), params);
    runs.put(all(), sweeps);
  }

  /** What is worth what when these have been run, one after another. */
  Evaluation after(List<WaterfallRef> waterfalls) {
    return evaluations.computeIfAbsent(
        waterfalls,
        w ->
            w.isEmpty()
                ? new Evaluation(program, before, params, meter)
                : Evaluation.after(
                    program,
                    run(w).after(),
                    params,
                    new StartingStates(program, before, params, meter),
                    meter));
  }

  private Sweeps run(List<WaterfallRef> waterfalls) {
    return runs.computeIfAbsent(
        waterfalls,
        w -> WaterfallRunner.plain(program, params).within(RunLimits.NONE).run(before, w));
  }

  private List<WaterfallRef> all() {
    return program.waterfalls().stream().map(w -> w.ref()).toList();
  }

  /** A frame whose slots hold figures of the runs. */
  Frame frame(int slots, List<WaterfallRef> after, List<SweepValue> figures) {
    Frame frame = Frame.of(slots, Optional.empty(), Optional.empty());
    for (SweepValue figure : figures) {
      Sweep last =
          run(after).sweeps().stream()
              .filter(sweep -> sweep.waterfall().ref().equals(figure.waterfall()))
              .reduce((first, second) -> second)
              .orElseThrow();
      frame.set(figure.slot(), figure(last, figure.figure()));
    }
    return frame;
  }

  private static Exact figure(Sweep sweep, SweepValue.Figure figure) {
    return switch (figure) {
      case SweepValue.Figure.Absorbed(int step) -> sweep.steps().get(step).absorbed().orElseThrow();
      case SweepValue.Figure.Loss loss -> sweep.covered().map(Covered::loss).orElseThrow();
      case SweepValue.Figure.Remainder rest ->
          sweep.covered().map(Covered::remainder).orElseThrow();
      case SweepValue.Figure.Served served -> Exact.of(sweep.counts().served());
      case SweepValue.Figure.Undone undone ->
          Exact.of(sweep.counts().refused() + sweep.counts().faulted());
    };
  }

  /** A frame of a property at a row, with what it reads of what all waterfalls leave. */
  Frame frame(Property property, Optional<RowAt> row) {
    Frame frame = Frame.of(property.slots(), Optional.empty(), row);
    if (!property.after().isEmpty()) {
      Evaluation evaluation = after(all());
      Optional<RowAt> same = row.map(at -> same(at, evaluation.snapshot()));
      for (Property.After after : property.after()) {
        Outcome outcome =
            evaluation.outcome(after.value(), Frame.of(property.slots(), Optional.empty(), same));
        frame.set(after.slot(), outcome);
      }
    }
    return frame;
  }

  /** The same row where rows may have been added. */
  private RowAt same(RowAt row, Snapshot after) {
    int added = after.rowCount(row.entity()) - before.rowCount(row.entity());
    if (added == 0) {
      return row;
    }
    String identity = before.identity(row.entity(), row.row());
    return IntStream.rangeClosed(row.row(), row.row() + added)
        .filter(at -> after.identity(row.entity(), at).equals(identity))
        .mapToObj(at -> new RowAt(row.entity(), at))
        .findFirst()
        .orElseThrow();
  }
}
