package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.core.Program;
import org.loadline.data.LiveResults;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.RunLimits;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotChanges;
import org.loadline.engine.inspect.PlanDescription.Supposed;
import org.loadline.engine.plan.Effort;
import org.loadline.model.Entity;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.values.Exact;

/** What stands in a column for each scenario is what the reference evaluator works out. */
class ScenarioColumnsTest {
  private static final String POLICY = ScenarioBook.POLICY;

  private record Tick(String entity, String field, int row, String to) {}

  private static final List<Tick> TICKS =
      List.of(
          new Tick("market", "mark", 0, "101.5"),
          new Tick("contract", "strike", 3, "90"),
          new Tick("market", "mark", 2, "1000000000000000000000000000000"),
          new Tick("position", "amount", 17, "-4.25"),
          new Tick("market", "mark", 2, "0.000000000000000000000001"),
          new Tick("market", "mark", 1, "0"),
          new Tick("market", "mark", 1, "12"));

  @Test
  void allEffortsAgree() {
    Program program = Policies.policy(POLICY);
    List<String> lines = Agreement.of(program, ScenarioBook.snapshot(program));
    assertTrue(lines.stream().anyMatch(line -> line.contains("fault")), lines::toString);
    assertTrue(lines.stream().anyMatch(line -> !line.contains("fault")), lines::toString);
  }

  @Test
  void columnsAreMadeForWorldsAndForArguments() {
    Program program = Policies.policy(POLICY);
    try (TruffleEvaluator engine = TruffleEvaluator.create()) {
      List<Supposed> supposed =
          engine
              .describe(program, ScenarioBook.snapshot(program), ParamValues.written(program))
              .supposed();
      List<Supposed> columns = supposed.stream().filter(Supposed::column).toList();
      // Of marks those of two more worlds.
      assertEquals(
          List.of("market.mark 5", "contract.at(…) 3", "contract.value 3", "contract.near 1"),
          columns.stream().map(s -> s.name() + " " + s.times()).toList());
    }
  }

  @ParameterizedTest
  @CsvSource({"NARROW, 1", "WIDE, 1", "WIDE, 3", "EXACT, 1"})
  void everyTickIsARunFromScratch(Effort effort, int threads) {
    everyTickIsARunFromScratch(Policies.policy(POLICY), effort, threads);
  }

  /** Of a fact that is reported and read in scenarios. */
  @Test
  void resultsThatAreHeldStayAsTheyWere() {
    Program program =
        Policies.policy(
            """
            entity market { key id
              mark : number within 1 .. 1000
            }
            entity account { key id
              cash : number
            }
            entity position { of account
              of market
              amount : number
            }
            table scenarios by id {
              | id   | shift |
              | up   |    5% |
              | down |   -5% |
              | far  |  -20% |
            }
            for each market {
              value = max(0, mark - 12) * 3 + mark * 2
            }
            for each account {
              worth = cash + sum(p.amount * p.market.value for p in positions)
              least = min((worth given market.mark = market.mark * (1 + s.shift)) for s in scenarios)
            }
            report market.value, account.worth, account.least
            """);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      rows.append("market id=m%d mark=%d%n".formatted(i, 10 + i));
      rows.append("account id=a%d cash=%d%n".formatted(i, i));
    }
    for (int i = 0; i < 30; i++) {
      rows.append("position account=a%d market=m%d amount=%d%n".formatted(i % 6, i % 5, i - 15));
    }
    Snapshot snapshot = Policies.snapshot(program, rows.toString());
    ParamValues params = ParamValues.written(program);
    try (TruffleEvaluator engine = TruffleEvaluator.create()) {
      LiveResults live = engine.open(program, snapshot, params, RunLimits.USUAL);
      Entity market = program.entity("market").orElseThrow();
      int mark = market.field("mark").orElseThrow().index();
      for (int tick = 0; tick < 12; tick++) {
        Results held = live.results();
        List<String> before = Agreement.lines(held);
        SnapshotChanges changes = new SnapshotChanges(snapshot);
        assertEquals(
            Optional.empty(), changes.put(market.ref(), tick % 6, mark, 0, Exact.of(20 + tick)));
        SnapshotChanges.Changed changed = changes.apply();
        live.update(changed);
        snapshot = changed.snapshot();
        assertEquals(before, Agreement.lines(held));
        assertEquals(
            Agreement.lines(new ReferenceEvaluator().evaluate(program, snapshot, params)),
            Agreement.lines(live.results()));
      }
    }
  }

  private static void everyTickIsARunFromScratch(Program program, Effort effort, int threads) {
    ParamValues params = ParamValues.written(program);
    Snapshot snapshot = ScenarioBook.snapshot(program);
    try (TruffleEvaluator engine = TruffleEvaluator.beginningWith(effort, threads)) {
      LiveResults live = engine.open(program, snapshot, params, RunLimits.USUAL);
      for (Tick tick : TICKS) {
        SnapshotChanges changes = new SnapshotChanges(snapshot);
        Entity entity = program.entity(tick.entity()).orElseThrow();
        int field = entity.field(tick.field()).orElseThrow().index();
        Exact to = Exact.of(new BigDecimal(tick.to()));
        assertEquals(Optional.empty(), changes.put(entity.ref(), tick.row(), field, 0, to));
        SnapshotChanges.Changed changed = changes.apply();
        live.update(changed);
        snapshot = changed.snapshot();
        List<String> judged =
            Agreement.lines(new ReferenceEvaluator().evaluate(program, snapshot, params));
        assertEquals(judged, Agreement.lines(live.results()), tick.toString());
      }
    }
  }
}
