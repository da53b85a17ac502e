package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.statistics.PassRun;

/** What an evaluator tells of each pass. */
class PassRunTest {
  private static final Program PROGRAM =
      Policies.policy(
          """
          entity row { key id
            a : number }
          for each row {
            cube = a * a * a
          }
          total = sum(rows.a)
          """);

  private static List<PassRun> passes(Effort effort, int threads, int large, int rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      String value = i < large ? "100000000000000" : "3000000";
      text.append("row id=").append(i).append(" a=").append(value).append('\n');
    }
    List<PassRun> passes = new ArrayList<>();
    try (TruffleEvaluator engine = TruffleEvaluator.beginningWith(effort, threads)) {
      engine.evaluate(
          PROGRAM,
          Policies.snapshot(PROGRAM, text.toString()),
          ParamValues.written(PROGRAM),
          passes::add);
    }
    return passes;
  }

  private static PassRun ofRows(List<PassRun> passes) {
    return passes.stream().filter(pass -> pass.entity().isPresent()).findFirst().orElseThrow();
  }

  @Test
  void everyPassIsTold() {
    List<PassRun> passes = passes(Effort.WIDE, 1, 0, 3);
    assertEquals(2, passes.size());
    assertEquals(List.of("cube"), ofRows(passes).facts());
    assertEquals(3, ofRows(passes).rows());
    passes.removeIf(pass -> pass.entity().isPresent());
    assertEquals(List.of("total"), passes.getFirst().facts());
    assertEquals(1, passes.getFirst().rows());
  }

  @Test
  void rowsThatOverflowAreCountedAtEachWiderEffort() {
    PassRun wide = ofRows(passes(Effort.WIDE, 1, 2, 5));
    assertEquals(2, wide.overflowed());
    assertTrue(wide.widths().containsKey("128 bits"), wide.toString());
    PassRun narrow = ofRows(passes(Effort.NARROW, 1, 2, 5));
    assertEquals(5, narrow.overflowed());
    assertEquals(new PassRun.Redone("128 bits", 5), narrow.redone().getFirst());
    assertEquals(2, narrow.redone().get(1).rows());
    assertEquals(0, ofRows(passes(Effort.EXACT, 1, 2, 5)).overflowed());
  }

  @Test
  void threadsCountTogether() {
    assertEquals(100, ofRows(passes(Effort.WIDE, 3, 100, 5000)).overflowed());
  }
}
