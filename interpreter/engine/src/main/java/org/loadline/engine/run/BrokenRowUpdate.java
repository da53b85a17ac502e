package org.loadline.engine.run;

import com.oracle.truffle.api.TruffleLanguage;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.ChangedCell;
import org.loadline.data.Column;
import org.loadline.data.ParamValues;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotChanges;
import org.loadline.engine.load.BrokenRows;
import org.loadline.engine.load.Inputs;
import org.loadline.engine.load.LoadedSnapshot;
import org.loadline.engine.load.RunData;
import org.loadline.engine.load.Searching;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.PassReads;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.reference.Evaluation;

/**
 * Finds which rows become broken, or sound again, when cells change: rows of which a bounded field
 * changed, and rows whose assumptions read what changed. The passes for assumptions are kept.
 */
final class BrokenRowUpdate {
  private final TruffleLanguage<?> language;
  private final Program program;
  private final ParamValues params;
  private final Effort first;
  private final Map<Optional<EntityRef>, Optional<AssumptionPass>> passes = new HashMap<>();

  BrokenRowUpdate(TruffleLanguage<?> language, Program program, ParamValues params, Effort first) {
    this.language = language;
    this.program = program;
    this.params = params;
    this.first = first;
  }

  /**
   * The broken rows now. Those whose state changed are added to {@code cells}.
   *
   * @param cells the changed cells of the snapshot
   */
  BrokenRows find(
      LoadedSnapshot loaded,
      BrokenRows before,
      SnapshotChanges.Changed changed,
      ChangedCells cells) {
    RunData inputs = new RunData(Inputs.asGiven(loaded, params), Searching.USUAL);
    Judge judge = new Judge(loaded.snapshot());
    Map<EntityRef, BitSet> now = new HashMap<>();
    Map<EntityRef, BitSet> flips = new HashMap<>();
    for (Entity entity : program.entities()) {
      BitSet doubtful = new BitSet();
      BitSet touched = outOfBounds(entity, loaded.snapshot(), changed, doubtful);
      assumptions(inputs, Optional.of(entity.ref()), cells, touched, doubtful);
      BitSet broken = before.of(entity.ref());
      BitSet flipped = new BitSet();
      for (int row = touched.nextSetBit(0); row >= 0; row = touched.nextSetBit(row + 1)) {
        boolean was = broken.get(row);
        boolean is = (was || doubtful.get(row)) && judge.isBroken(new RowAt(entity.ref(), row));
        broken.set(row, is);
        flipped.set(row, was != is);
      }
      if (!flipped.isEmpty()) {
        now.put(entity.ref(), broken);
        flips.put(entity.ref(), flipped);
      }
    }
    boolean whole = whole(loaded.snapshot(), before, inputs, cells, judge);
    flips.forEach(cells::addRows);
    return before.with(now, whole);
  }

  private boolean whole(
      Snapshot snapshot, BrokenRows before, RunData inputs, ChangedCells cells, Judge judge) {
    BitSet touched = new BitSet();
    BitSet doubtful = new BitSet();
    for (Field field : program.system()) {
      InputRef input = new InputRef(field.index(), field.name());
      boolean set = cells.columns().stream().anyMatch(c -> ChangedCells.isInput(c, input));
      if (set && field.within().isPresent()) {
        touched.set(0);
        doubtful.set(0, !BrokenRowSearch.holds(snapshot.system(input), field, 0));
      }
    }
    assumptions(inputs, Optional.empty(), cells, touched, doubtful);
    return touched.isEmpty()
        ? before.whole()
        : (before.whole() || !doubtful.isEmpty()) && judge.isWholeBroken();
  }

  /** The rows of which a bounded field changed; {@code doubtful} are those beyond the bounds. */
  private BitSet outOfBounds(
      Entity entity, Snapshot snapshot, SnapshotChanges.Changed changed, BitSet doubtful) {
    BitSet touched = new BitSet();
    for (ChangedCell cell : changed.cells()) {
      if (cell.entity().equals(Optional.of(entity.ref()))) {
        Field field = entity.fields().get(cell.field());
        if (field.within().isPresent()) {
          Column column = snapshot.column(entity.ref(), cell.field(), cell.member());
          touched.set(cell.row());
          if (!BrokenRowSearch.holds(column, field, cell.row())) {
            doubtful.set(cell.row());
          }
        }
      }
    }
    return touched;
  }

  /** Adds the rows whose assumptions read what changed, and those for which one may not hold. */
  private void assumptions(
      RunData inputs,
      Optional<EntityRef> owner,
      ChangedCells cells,
      BitSet touched,
      BitSet doubtful) {
    Optional<AssumptionPass> known = pass(inputs, owner);
    if (known.isEmpty()) {
      return;
    }
    PassReads reads = known.get().reads();
    BitSet readers = new BitSet();
    if (!cells.readers(reads, readers)) {
      readers.set(0, owner.map(inputs.loaded()::rows).orElse(1));
    }
    if (!readers.isEmpty()) {
      AssumptionPass pass = suited(known.get(), inputs, owner);
      doubtful.or(pass.suspects(inputs, readers));
      touched.or(readers);
    }
  }

  private Optional<AssumptionPass> pass(RunData inputs, Optional<EntityRef> owner) {
    return passes.computeIfAbsent(owner, o -> AssumptionPass.of(language, inputs, o, first));
  }

  private AssumptionPass suited(AssumptionPass known, RunData inputs, Optional<EntityRef> owner) {
    if (known.suits(inputs)) {
      return known;
    }
    passes.remove(owner);
    return pass(inputs, owner).orElseThrow();
  }

  /** The reference evaluator, once somebody asks. */
  private final class Judge {
    private final Snapshot snapshot;
    private Optional<Evaluation> evaluation = Optional.empty();

    Judge(Snapshot snapshot) {
      this.snapshot = snapshot;
    }

    boolean isBroken(RowAt row) {
      return judge().brokenRow(row).isPresent();
    }

    boolean isWholeBroken() {
      return judge().brokenWhole().isPresent();
    }

    private Evaluation judge() {
      Evaluation judge = evaluation.orElseGet(() -> new Evaluation(program, snapshot, params));
      evaluation = Optional.of(judge);
      return judge;
    }
  }
}
