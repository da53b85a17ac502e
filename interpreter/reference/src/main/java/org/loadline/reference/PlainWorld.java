package org.loadline.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.loadline.core.Program;
import org.loadline.data.ChangedCell;
import org.loadline.data.Fault;
import org.loadline.data.FieldAt;
import org.loadline.data.ParamValues;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.data.WorkingSnapshot;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.values.Value;

/** Works everything out anew after every change: slow, and the judge of the other world. */
final class PlainWorld implements World {
  private final Program program;
  private final ParamValues params;
  private final WorkingSnapshot snapshot;
  private Evaluation evaluation;
  private Set<Optional<RowAt>> broken;

  PlainWorld(Program program, Snapshot start, ParamValues params) {
    this.program = program;
    this.params = params;
    this.snapshot = new WorkingSnapshot(start);
    this.evaluation = new Evaluation(program, snapshot, params);
    this.broken = broken();
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
    return snapshot.add(entity, values);
  }

  @Override
  public Optional<Fault> brokenByAddition() {
    return changed();
  }

  private Optional<Fault> changed() {
    evaluation = new Evaluation(program, snapshot, params);
    Set<Optional<RowAt>> before = broken;
    broken = broken();
    for (Optional<RowAt> row : broken) {
      if (!before.contains(row)) {
        return row.isPresent() ? evaluation.brokenRow(row.get()) : evaluation.brokenWhole();
      }
    }
    return Optional.empty();
  }

  private Set<Optional<RowAt>> broken() {
    Set<Optional<RowAt>> rows = new LinkedHashSet<>();
    for (Entity entity : program.entities()) {
      for (int row = 0; row < snapshot.rowCount(entity.ref()); row++) {
        RowAt at = new RowAt(entity.ref(), row);
        if (evaluation.brokenRow(at).isPresent()) {
          rows.add(Optional.of(at));
        }
      }
    }
    if (evaluation.brokenWhole().isPresent()) {
      rows.add(Optional.empty());
    }
    return rows;
  }

  @Override
  public int mark() {
    return snapshot.mark();
  }

  @Override
  public void undo(int mark) {
    snapshot.undo(mark);
    evaluation = new Evaluation(program, snapshot, params);
    broken = broken();
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
