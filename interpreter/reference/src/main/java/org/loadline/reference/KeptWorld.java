package org.loadline.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.loadline.core.Program;
import org.loadline.data.ChangedCell;
import org.loadline.data.Evaluator;
import org.loadline.data.Fault;
import org.loadline.data.FieldAt;
import org.loadline.data.ParamValues;
import org.loadline.data.RowAt;
import org.loadline.data.RunLimits;
import org.loadline.data.Snapshot;
import org.loadline.data.WorkingSnapshot;
import org.loadline.model.EntityRef;
import org.loadline.values.Value;

/**
 * Keeps what is known and drops only what an entry changed.
 *
 * <p>An evaluator works out for all rows what decides who is served and what is added up over all
 * rows; after that, facts are worked out when they are read and dropped along the ways on which
 * they read what changes. A row that is added makes all of it anew.
 */
final class KeptWorld implements World {
  private final Program program;
  private final WorkingSnapshot snapshot;
  private final KeptFacts facts;
  private final RunningTotals totals;
  private final KeptSoundness sound;
  private final Candidates candidates = new Candidates();
  private final Evaluation evaluation;
  private final Outdating outdating;
  private final boolean mayBreak;
  private final boolean lineMoves;

  /** The rows that the last write broke: nothing has been worked out since. */
  private Set<Optional<RowAt>> justBroken = Set.of();

  /** The rows that were broken before the last row was added. */
  private BrokenSet broken = new BrokenSet(Set.of());

  KeptWorld(
      Program program,
      SweepPlan plan,
      Snapshot start,
      ParamValues params,
      StartingStates states,
      Meter meter,
      Evaluator evaluator,
      RunLimits limits) {
    this.program = program;
    this.snapshot = new WorkingSnapshot(start);
    this.facts = new KeptFacts(program);
    this.totals = new RunningTotals(plan.dependencies().totals());
    this.sound = new KeptSoundness(program, snapshot, params, meter);
    this.outdating = new Outdating(plan.dependencies(), snapshot, facts, totals, candidates);
    this.mayBreak = plan.dependencies().mayBreak();
    this.lineMoves = plan.reads().lineReadsCarried();
    this.evaluation =
        new Evaluation(
            program,
            snapshot,
            params,
            sound,
            states.over(facts, snapshot),
            Optional.of(totals),
            meter);
    if (!plan.asked().outputs().isEmpty()) {
      facts.start(evaluator.evaluate(plan.asked(), start, params, limits));
    }
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
    Set<Optional<RowAt>> touched = outdating.by(cells.keySet());
    evaluation.rowsHaveChanged();
    if (!mayBreak) {
      cells.forEach(snapshot::write);
      return Optional.empty();
    }
    Map<Optional<RowAt>, Optional<Fault>> before = sound.before(touched);
    cells.forEach(snapshot::write);
    KeptSoundness.Verdict verdict = sound.again(before);
    if (verdict.mended()) {
      forget();
    }
    justBroken = verdict.broken();
    return verdict.first();
  }

  @Override
  public WorkingSnapshot.Added add(EntityRef entity, Map<FieldAt, Value> values) {
    broken = BrokenSet.of(program, snapshot, sound);
    WorkingSnapshot.Added added = snapshot.add(entity, values);
    evaluation.rowsHaveChanged();
    if (added instanceof WorkingSnapshot.Added.At(int row)) {
      broken = broken.renumbered(new RowAt(entity, row));
      forget();
    }
    return added;
  }

  @Override
  public Optional<Fault> brokenByAddition() {
    return BrokenSet.of(program, snapshot, sound).since(broken, sound);
  }

  @Override
  public int mark() {
    return snapshot.mark();
  }

  @Override
  public void undo(int mark) {
    WorkingSnapshot.Undone undone = snapshot.undo(mark);
    evaluation.rowsHaveChanged();
    if (undone.rows()) {
      forget();
    } else {
      Set<Optional<RowAt>> touched = outdating.by(undone.cells());
      if (mayBreak && sound.takenBack(touched, justBroken)) {
        forget();
      }
    }
    justBroken = Set.of();
  }

  private void forget() {
    facts.reset();
    totals.reset();
    sound.reset();
    candidates.drop(Optional.empty());
  }

  @Override
  public List<Judgement> judge(Line line, Frame carried, IntPredicate wanted) {
    if (lineMoves) {
      candidates.drop(Optional.empty());
    }
    return candidates.judge(line, carried, wanted, snapshot.rowCount(line.owner()), evaluation);
  }
}
