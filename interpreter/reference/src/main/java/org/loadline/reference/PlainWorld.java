package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.loadline.core.Program;
import org.loadline.data.ChangedCell;
import org.loadline.data.Fault;
import org.loadline.data.FieldAt;
import org.loadline.data.ParamValues;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.data.WorkingSnapshot;
import org.loadline.model.EntityRef;
import org.loadline.values.Value;

/** Works everything out anew after every change: slow, and the judge of the other world. */
final class PlainWorld implements World {
  private final Program program;
  private final ParamValues params;
  private final StartingStates states;
  private final Meter meter;
  private final WorkingSnapshot snapshot;
  private Evaluation evaluation;
  private BrokenSet broken;

  PlainWorld(
      Program program, Snapshot start, ParamValues params, StartingStates states, Meter meter) {
    this.meter = meter;
    this.program = program;
    this.params = params;
    this.states = states;
    this.snapshot = new WorkingSnapshot(start);
    this.evaluation = Evaluation.after(program, snapshot, params, states, meter);
    this.broken = BrokenSet.of(program, snapshot, evaluation.sound());
  }

  @Override
  public Evaluation evaluation() {
    return evaluation;
  }

  @Override
  public WorkingSnapshot snapshot() {
    return snapshot;
  }

  @Override
  public Optional<Fault> write(Map<ChangedCell, Value> cells) {
    cells.forEach(snapshot::write);
    return changed();
  }

  @Override
  public WorkingSnapshot.Added add(EntityRef entity, Map<FieldAt, Value> values) {
    WorkingSnapshot.Added added = snapshot.add(entity, values);
    if (added instanceof WorkingSnapshot.Added.At(int row)) {
      broken = broken.renumbered(new RowAt(entity, row));
    }
    return added;
  }

  @Override
  public Optional<Fault> brokenByAddition() {
    return changed();
  }

  private Optional<Fault> changed() {
    BrokenSet before = broken;
    anew();
    return broken.since(before, evaluation.sound());
  }

  private void anew() {
    evaluation = Evaluation.after(program, snapshot, params, states, meter);
    broken = BrokenSet.of(program, snapshot, evaluation.sound());
  }

  @Override
  public int mark() {
    return snapshot.mark();
  }

  @Override
  public void undo(int mark) {
    snapshot.undo(mark);
    anew();
  }

  @Override
  public List<Judgement> judge(Line line, Frame carried, IntPredicate wanted) {
    List<Judgement> judged = new ArrayList<>();
    for (int row = 0; row < snapshot.rowCount(line.owner()); row++) {
      if (wanted.test(row)) {
        judged.add(Judgement.of(line, carried, row, evaluation));
      }
    }
    return judged;
  }
}
