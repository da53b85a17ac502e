package org.loadline.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotChanges;
import org.loadline.engine.ScenarioBook;
import org.loadline.engine.load.LoadedSnapshot;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.PassReads;
import org.loadline.engine.plan.Plan;
import org.loadline.engine.plan.Planner;
import org.loadline.engine.plan.Soundness;
import org.loadline.model.Entity;
import org.loadline.values.Exact;

/** A mark that moves fills the scenario columns of its own contracts, and of no others. */
class ScenarioTicksTest {
  @Test
  void aMarkTouchesItsOwnContracts() {
    Program program = ScenarioBook.program();
    Snapshot snapshot = ScenarioBook.snapshot(program);
    LoadedSnapshot before = new LoadedSnapshot(program, snapshot);
    Entity market = program.entity("market").orElseThrow();
    SnapshotChanges changes = new SnapshotChanges(snapshot);
    int mark = market.field("mark").orElseThrow().index();
    assertEquals(Optional.empty(), changes.put(market.ref(), 1, mark, 0, Exact.of(30)));
    SnapshotChanges.Changed changed = changes.apply();
    LoadedSnapshot after =
        before.with(changed.snapshot(), ChangedCells.columns(before, changed).keySet());
    ChangedCells cells = ChangedCells.of(after, changed);
    Plan plan =
        Planner.plan(
            program,
            ParamValues.written(program),
            Soundness.SOUND,
            entity -> Optional.of(after.mostRows(entity)),
            false);
    Map<String, BitSet> touched = new HashMap<>();
    for (Pass pass : plan.passes()) {
      BitSet found = new BitSet();
      PassReads reads =
          PassReads.of(program, pass.filled().stream().map(Pass.Filled::term).toList());
      boolean some = cells.readers(reads, found);
      for (Pass.Filled filled : pass.filled()) {
        if (filled.cloneOf().isPresent()) {
          assertTrue(some);
          touched
              .computeIfAbsent(filled.fact().owner().orElseThrow().name(), e -> new BitSet())
              .or(found);
        }
        cells.add(new ColumnKey.OfFact(filled.fact().ref()), found);
      }
    }
    assertEquals("{1}", touched.get("market").toString());
    // Rows are in the order of their markets.
    assertEquals("{4, 5, 6, 7}", touched.get("contract").toString());
  }
}
