package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.core.Program;
import org.loadline.data.LiveResults;
import org.loadline.data.ParamValues;
import org.loadline.data.ResultChanges;
import org.loadline.data.Results;
import org.loadline.data.RunLimits;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotChanges;
import org.loadline.engine.plan.Effort;
import org.loadline.model.Entity;
import org.loadline.values.Exact;
import org.loadline.workload.Workload;

/** Ticks on the published workload give what a run on the changed rows gives, with any effort. */
class TicksTest {
  private static final Path POLICY = Path.of("../../examples/perp-cross-margin/policy.risk");

  /** One cell, and what it is multiplied by. */
  private record Tick(String entity, String field, int row, String factor) {}

  private static final List<Tick> TICKS =
      List.of(
          new Tick("market", "mark", 0, "1.01"),
          new Tick("market", "mark", 49, "0.5"),
          new Tick("asset", "price", 1, "1.5"),
          new Tick("position", "size", 17, "-1"),
          new Tick("position", "size", 1_500, "0"),
          new Tick("market", "mark", 0, "1000000000000000000000000"),
          new Tick("market", "mark", 0, "0.000000000000000000000001"));

  @ParameterizedTest
  @CsvSource({"NARROW, 1", "WIDE, 1", "WIDE, 3", "EXACT, 1"})
  void everyTickIsARunFromScratch(Effort effort, int threads) throws Exception {
    String text = Files.readString(POLICY).replaceFirst("(?m)^policy .*$", "");
    Program program = Policies.policy(text);
    ParamValues params = ParamValues.written(program);
    Snapshot snapshot =
        Perps.snapshot(program, Workload.generate(200, 10, Workload.PUBLISHED_SEED));
    try (TruffleEvaluator engine = TruffleEvaluator.beginningWith(effort, threads);
        TruffleEvaluator other = TruffleEvaluator.create()) {
      LiveResults live = engine.open(program, snapshot, params, RunLimits.USUAL);
      List<String> before = Agreement.lines(live.results());
      for (Tick tick : TICKS) {
        SnapshotChanges changes = new SnapshotChanges(snapshot);
        put(program, snapshot, tick, changes);
        SnapshotChanges.Changed changed = changes.apply();
        ResultChanges said = live.update(changed);
        snapshot = changed.snapshot();
        Results anew = other.evaluate(program, snapshot, params);
        List<String> after = Agreement.lines(anew);
        assertEquals(after, Agreement.lines(live.results()), tick.toString());
        assertEquals(differing(before, after), said(said), tick.toString());
        before = after;
      }
    }
  }

  private static void put(Program program, Snapshot snapshot, Tick tick, SnapshotChanges changes) {
    Entity entity = program.entity(tick.entity()).orElseThrow();
    int field = entity.field(tick.field()).orElseThrow().index();
    Exact now = (Exact) snapshot.column(entity.ref(), field, 0).value(tick.row());
    Exact factor = Exact.of(new BigDecimal(tick.factor()));
    assertEquals(
        Optional.empty(), changes.put(entity.ref(), tick.row(), field, 0, now.times(factor)));
  }

  private static List<String> differing(List<String> before, List<String> after) {
    return IntStream.range(0, after.size())
        .filter(i -> !before.get(i).equals(after.get(i)))
        .filter(i -> !(before.get(i).contains(": fault") && after.get(i).contains(": fault")))
        .mapToObj(after::get)
        .toList();
  }

  private static List<String> said(ResultChanges changes) {
    return changes.outputs().stream()
        .flatMap(
            o ->
                IntStream.range(0, o.size())
                    .mapToObj(
                        i ->
                            o.output().name() + " " + o.row(i) + ": " + Agreement.text(o.after(i))))
        .toList();
  }
}
