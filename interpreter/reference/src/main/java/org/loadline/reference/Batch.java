package org.loadline.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.data.ChangedCell;
import org.loadline.data.SweepProblem;
import org.loadline.model.Bucket;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticCode;
import org.loadline.source.Span;
import org.loadline.sweep.Change;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;
import org.loadline.values.Value;

/**
 * What one entry is about to change: worked out in full, checked against steps and floors, and
 * written at once or not at all.
 */
final class Batch {
  private final World world;
  private final Cells cells;
  private final Frame frame;
  private final Evaluation evaluation;
  private final Map<ChangedCell, Value> pending = new LinkedHashMap<>();

  Batch(World world, Cells cells, Frame frame) {
    this.world = world;
    this.cells = cells;
    this.frame = frame;
    this.evaluation = world.evaluation();
  }

  Map<ChangedCell, Value> pending() {
    return pending;
  }

  /** Takes an amount out of a cell, which keeps its floor. */
  Change lower(Cells.Cell cell, Exact amount, boolean mayOverdraw) {
    Exact before = number(cell);
    Exact after = before.minus(amount);
    checkStep(cell, amount);
    Optional<Exact> floor = cell.field().bucket().flatMap(Bucket::floor);
    if (amount.signum() > 0 && floor.isPresent() && after.compareTo(floor.get()) < 0) {
      if (!mayOverdraw) {
        throw new IllegalStateException(
            "an entry that is proved to keep the floor does not: " + cell.span().place());
      }
      throw fault(
          said(SweepProblem.BELOW_FLOOR, cell)
              .with("before", shown(cell, before))
              .with("amount", shown(cell, amount))
              .with("floor", shown(cell, floor.get())));
    }
    return put(cell, Optional.of(before), after);
  }

  /** Puts an amount into a cell. */
  Change raise(Cells.Cell cell, Exact amount) {
    Exact before = number(cell);
    checkStep(cell, amount);
    return put(cell, Optional.of(before), before.plus(amount));
  }

  /** Sets a cell to what its field may hold. */
  Change set(Cells.Cell cell, Value value, Span span) {
    ChangedCell at = cell.at();
    Optional<Value> before =
        pending.containsKey(at) ? Optional.of(pending.get(at)) : world.snapshot().value(at);
    world
        .snapshot()
        .problem(at, value)
        .ifPresent(
            problem -> {
              throw fault(
                  Diagnostic.of(SweepProblem.CANNOT_BE_SET, span)
                      .with("place", cells.text(cell, evaluation))
                      .with("value", shown(cell, value))
                      .with("problem", problem.what().message())
                      .with("remedy", problem.what().hint()));
            });
    return put(cell, before, value);
  }

  /** The step of a cell's field, which an amount must lie on. */
  Exact step(Cells.Cell cell) {
    return world
        .snapshot()
        .step(cell.at())
        .orElseThrow(() -> fault(said(SweepProblem.STEP_NOT_KNOWN, cell)));
  }

  private void checkStep(Cells.Cell cell, Exact amount) {
    Exact step = step(cell);
    if (!amount.dividedBy(step).isWhole()) {
      throw fault(
          said(SweepProblem.AMOUNT_OFF_STEP, cell)
              .with("amount", shown(cell, amount))
              .with("step", NumberText.format(step)));
    }
  }

  private Exact number(Cells.Cell cell) {
    Value value = pending.get(cell.at());
    if (value == null) {
      value = Cells.value(cell, frame, evaluation);
    }
    if (value instanceof Exact number) {
      return number;
    }
    throw fault(said(SweepProblem.NO_AMOUNT_THERE, cell).with("before", value.toString()));
  }

  private Change put(Cells.Cell cell, Optional<Value> before, Value after) {
    pending.put(cell.at(), after);
    return new Change(
        cells.text(cell, evaluation), cells.input(cell), cell.field().type(), before, after);
  }

  private Diagnostic.Builder said(DiagnosticCode code, Cells.Cell cell) {
    return evaluation
        .words()
        .at(code, cell.span(), List.of())
        .with("place", cells.text(cell, evaluation));
  }

  private String shown(Cells.Cell cell, Value value) {
    return Cells.shown(cell.field().type(), value, evaluation);
  }

  private Failure fault(Diagnostic.Builder said) {
    return Failure.passing(evaluation.words().fault(said, frame));
  }
}
