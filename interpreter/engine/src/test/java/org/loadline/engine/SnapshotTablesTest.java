package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.engine.inspect.PlanDescription;

/** Lookups among rows of the snapshot agree in every form, and none is left to the reference. */
class SnapshotTablesTest {
  private static final String POLICY =
      """
      choice kind { low, mid, high }
      entity market { key id }
      entity step { of market
        lower : number%s
        name : text
        kind : kind
        size : number
        load : number
        rate : number or none
        weight : number }
      entity row { key id
        market : market or none
        kind : kind
        name : text
        x, y : number }
      table plain of market from steps by lower
      table clamped of market from steps by lower clamp
      table kinds of market from steps by kind, lower
      table kinds_clamped of market from steps by kind, lower clamp
      table named of market from steps by name, kind
      table sized of market from steps by size, lower
      table pairs of market from steps by size, lower symmetric
      table pairs_clamped of market from steps by size, lower symmetric clamp
      table flat from steps by kind, lower
      table line of market from steps by lower linear
      table line_clamped of market from steps by lower linear clamp
      table slices of market from steps by lower marginal
      table slices_clamped of market from steps by lower marginal clamp
      for each row {
        a = market.plain(x).weight else -1
        b = market.clamped(x).weight else -1
        c = market.kinds(kind, x).weight else -1
        d = market.kinds_clamped(kind, x / 3).weight else -1
        e = market.named(name, kind).weight else -1
        f = market.sized(y, x).weight else -1
        g = market.pairs(y, x).weight else -1
        h = market.pairs_clamped(y, x).weight else -1
        i = flat(kind, x).weight else -1
        j = market.line(x).weight else -1
        k = market.line_clamped(x / 3).weight else -1
        l = market.slices(x).weight else -1
        m = market.slices_clamped(x / 3).weight else -1
        n = market.line_clamped(1 / (x - y)).weight else -1
        o = market.kinds(kind, 1 / (x - y)).weight else -1
        p = (market.kinds(kind, x).weight when market is not none | 7 otherwise)
        q = (market.slices(x / 7).weight else -1) * 2
        r = market.plain(x / 7).rate else -1
      }
      sums = sum(rows.i)
      most = max(rows.k) else 0
      """;

  /** The same rows, looked up in worlds and at the points of searches. */
  private static final String SUPPOSED =
      POLICY.substring(0, POLICY.indexOf("for each row"))
          + """
          for each row {
            c = market.kinds(kind, x).weight else -1
            d = market.kinds_clamped(kind, x).load else -1
            h = market.plain(x).weight else -1
            j = market.line(x).weight else -1
            l = market.slices(x).weight else -1
            heavier = (c + h * 10 + j * 100 + l * 1_000 given step.weight = weight * 2 + load)
            larger = (c + d * 10 + h * 100 given step.load = load * 3)
            dearer = (j + l given row.x = x * 2, step.weight = (weight + 1 when kind is low | weight otherwise))
            first_kinds = first s in 0 .. 4 by 0.5 such that (market.kinds(kind, x + s).weight else 0) > 2 else -1
            first_line = first s in 0 .. 4 by 0.5 such that (market.line_clamped(x + s).weight else 0) > 2 else -1
            first_slices = first s in 0 .. 4 by 0.5 such that (market.slices_clamped(x + s).weight else 0) > 9 else -1
            last_slices = last s in 0 .. 4 by 0.5 such that (market.slices(x + s).weight else 0) > 9 else -1
          }
          """;

  private static final List<String> BOUNDS = List.of("-3", "0", "0.5", "2", "2.5", "7", "1e25");
  private static final List<String> NUMBERS =
      List.of("-4", "-3", "0", "0.25", "0.5", "1", "2", "2.5", "3", "7", "100", "3e25");
  private static final List<String> KINDS = List.of("low", "mid", "high");
  private static final List<String> NAMES = List.of("a", "b");

  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(Long.getLong("tables.seed", 5));

  private String of(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String cell(String name, List<String> all, int missing) {
    return random.nextInt(100) < missing ? "" : " " + name + "=" + of(all);
  }

  private String rows(boolean none, int missing) {
    StringBuilder rows = new StringBuilder();
    for (String market : List.of("A", "B", "C", "D")) {
      rows.append("market id=").append(market).append("\n");
      int count = market.equals("D") ? 0 : random.nextInt(5);
      List<String> bounds = none ? List.of("_", "-3", "0", "2", "7") : BOUNDS;
      for (int i = 0; i < count; i++) {
        rows.append("step market=").append(market);
        rows.append(cell("lower", bounds, missing)).append(cell("name", NAMES, missing));
        rows.append(cell("kind", KINDS, missing)).append(cell("size", NUMBERS, missing));
        rows.append(cell("load", NUMBERS.subList(0, 11), missing));
        rows.append(cell("rate", List.of("_", "1", "0.3"), missing));
        rows.append(cell("weight", NUMBERS, missing)).append("\n");
      }
    }
    for (int i = 0; i < 12; i++) {
      rows.append("row id=")
          .append(i)
          .append(" market=")
          .append(of(List.of("A", "B", "C", "D", "_")));
      rows.append(" kind=").append(of(KINDS)).append(" name=").append(of(NAMES));
      rows.append(" x=").append(of(NUMBERS)).append(" y=").append(of(NUMBERS)).append("\n");
    }
    return rows.toString();
  }

  @Test
  void everyFormOnRandomRows() {
    Program bounded = Policies.policy(POLICY.formatted(""));
    Program open = Policies.policy(POLICY.formatted(" or none"));
    for (int i = 0; i < 24; i++) {
      boolean none = i % 2 == 1;
      Program program = none ? open : bounded;
      int missing = i % 3 == 2 ? 6 : 0;
      Snapshot snapshot = Policies.snapshot(program, rows(none, missing));
      Agreement.of(program, snapshot);
    }
  }

  @Test
  void everyFormInWorldsAndSearches() {
    for (String within : List.of("", " within -3 .. 20")) {
      String policy = SUPPOSED.replace("load : number\n", "load : number" + within + "\n");
      Program bounded = Policies.policy(policy.formatted(""));
      Program open = Policies.policy(policy.formatted(" or none"));
      for (int i = 0; i < 9; i++) {
        Program program = i % 2 == 1 ? open : bounded;
        Agreement.of(program, Policies.snapshot(program, rows(i % 2 == 1, i % 3 == 2 ? 6 : 0)));
      }
    }
  }

  @Test
  void noneIsLeftToTheReferenceEvaluator() {
    Program program = Policies.policy(POLICY.formatted(" or none"));
    Snapshot snapshot = Policies.snapshot(program, rows(true, 0));
    try (TruffleEvaluator engine = TruffleEvaluator.create()) {
      PlanDescription plan = engine.describe(program, snapshot, ParamValues.written(program));
      assertTrue(!plan.toString().contains("reference evaluator"), plan::toString);
    }
  }
}
