package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.data.LiveResults;
import org.loadline.data.ParamValues;
import org.loadline.data.RunLimits;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotChanges;
import org.loadline.engine.inspect.Described;
import org.loadline.engine.inspect.PassDescription;
import org.loadline.engine.inspect.PlanDescription;
import org.loadline.engine.inspect.Step;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;

/** What is declared of inputs narrows ranges, and a row that breaks it is still no number. */
class SoundRangesTest {
  private static final String POLICY =
      """
      param lowest = 2 within 1 .. 5
      system { divisor : number within 1 .. 100 }
      entity row { key id
        a : number
        above : number
        part  : number within 0.01 .. 1
        maybe : number or none within 1 .. 50
        assume above >= lowest
        assume a > -5 and above < 1_000 }
      for each row {
        by_above = a / above
        by_part  = a / part else -1
        by_maybe = -2 when maybe is none | a / maybe otherwise
        by_whole = round(a / divisor to 3 places, half even)
        rounded  = round(a / above to 2 places, half even)
      }
      total = sum(rows.rounded)
      """;

  @Test
  void soundRowsAndBrokenOnes() {
    agree(
        """
        system divisor=7
        row id=1 a=1 above=3 part=0.5 maybe=3
        row id=2 a=1 above=2 part=0.01 maybe=_
        """);
    agree(
        """
        system divisor=7
        row id=1 a=1 above=0 part=0.5 maybe=3
        row id=2 a=1 above=2 part=0 maybe=_
        row id=3 a=-6 above=2 part=1 maybe=0
        row id=4 a=9 above=2 part=1 maybe=1
        """);
    agree("system divisor=0\nrow id=1 a=1 above=3 part=0.5 maybe=3\n");
  }

  @Test
  void absentCellsAreFaultsAndDecideNothing() {
    agree(
        """
        system divisor=7
        row id=1 a=1 part=0.5 maybe=3
        row id=2 a=-6 above=2
        row id=3 a=7 above=0.5 part=0.5 maybe=3
        """);
    agree("row id=1 a=1 part=0.5 maybe=3\nrow id=2 above=3 part=1 maybe=2\n");
  }

  @Test
  void aTickThatBreaksARowIsARunFromScratch() {
    Program program = Policies.policy(POLICY);
    ParamValues params = ParamValues.written(program);
    Snapshot rows =
        Policies.snapshot(
            program,
            """
            system divisor=7
            row id=1 a=1 above=3 part=0.5 maybe=3
            row id=2 a=2 above=4 part=0.25 maybe=5
            """);
    EntityRef row = program.entity("row").orElseThrow().ref();
    int above = program.entity("row").orElseThrow().field("above").orElseThrow().index();
    try (TruffleEvaluator engine = TruffleEvaluator.create()) {
      LiveResults live = engine.open(program, rows, params, RunLimits.USUAL);
      for (int value : List.of(0, 3, 5, 1, 2)) {
        SnapshotChanges changes = new SnapshotChanges(rows);
        assertEquals(Optional.empty(), changes.put(row, 0, above, 0, Exact.of(value)));
        SnapshotChanges.Changed changed = changes.apply();
        live.update(changed);
        rows = changed.snapshot();
        assertEquals(Agreement.of(program, rows), Agreement.lines(live.results()));
      }
    }
  }

  @Test
  void aDivisorThatIsAssumedAboveZeroIsNotLookedAt() {
    Program program = Policies.policy(POLICY);
    Snapshot rows =
        Policies.snapshot(program, "system divisor=7\nrow id=1 a=1 above=3 part=0.5 maybe=3\n");
    try (TruffleEvaluator engine = TruffleEvaluator.create()) {
      PlanDescription plan = engine.describe(program, rows, ParamValues.written(program));
      String remarks = remarks(plan).toString();
      assertTrue(remarks.contains("never 0"), remarks);
      assertEquals(-1, remarks.indexOf("may be 0"), remarks);
    }
  }

  private static List<String> remarks(PlanDescription plan) {
    return plan.passes().stream()
        .map(PassDescription::perRow)
        .flatMap(List::stream)
        .flatMap(
            step ->
                switch (step) {
                  case Step.Keep keep -> remarks(keep.value()).stream();
                  case Step.Fill fill -> remarks(fill.value()).stream();
                  case Step.Total total -> remarks(total.sum()).stream();
                  case Step.Loop loop -> loop.totals().stream().flatMap(t -> remarks(t).stream());
                })
        .toList();
  }

  private static List<String> remarks(Described value) {
    return Stream.concat(
            value.remarks().stream(), value.parts().stream().flatMap(p -> remarks(p).stream()))
        .toList();
  }

  private static void agree(String rows) {
    Program program = Policies.policy(POLICY);
    Agreement.of(program, Policies.snapshot(program, rows));
  }
}
