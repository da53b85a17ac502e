package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Planner;
import org.loadline.engine.plan.RowCounts;
import org.loadline.engine.plan.Soundness;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.values.Value;

/**
 * Sums over children that a live book keeps and brings up to date by what few children add: they
 * are those of a run from scratch after any ticks, faults, {@code none} and numbers of any size
 * included.
 */
class SumTicksTest {
  private static final String POLICY =
      """
      unit USD
      unit base of market

      entity market {
        key id
        mark : USD/base
        cap : USD or none
      }
      entity tier {
        of market
        lower : USD
        rate : ratio
      }
      entity account {
        key id
        cash : USD
      }
      entity position {
        of account
        of market
        size : base
        entry : USD/base
        fee : USD or none

        assume entry >= 0
      }
      table tiers_of of market from tiers by lower

      for each market {
        stressed = mark * 0.9
        interest = sum(abs(p.size) for p in positions)
        longs = count(positions where size > 0)
      }
      for each position {
        notional = abs(size) * market.mark
        margin = notional * market.tiers_of(notional).rate
      }
      for each account {
        profit = sum(p.size * (p.market.mark - p.entry) for p in positions)
        margin = sum(positions.margin)
        stress = sum(p.size * p.market.stressed for p in positions where p.size < 0)
        large = count(positions where notional > 1_000 USD)
        mean_notional = mean(positions.notional) else 0 USD
        fees = sum((p.fee else 0.5 USD) for p in positions)
        capped = sum((p.market.cap else 1 USD) for p in positions)
        moved = sum(round(p.entry / p.market.mark to 4 places, half even) for p in positions)
        thirds = sum(p.notional / 3 for p in positions)
        equity = cash + profit - margin
        low = equity < 0
      }
      total_margin = sum(accounts.margin)
      total_profit = sum(accounts.profit)
      total_thirds = sum(accounts.thirds)
      total_moved = sum(accounts.moved)
      report market.interest, market.longs, account.profit, account.margin, account.stress,
             account.large, account.mean_notional, account.fees, account.capped, account.moved,
             account.thirds, account.equity, account.low,
             total_margin, total_profit, total_thirds, total_moved
      """;

  private static final int MARKETS = 8;
  private static final int ACCOUNTS = 12;
  private static final int POSITIONS = 60;

  private static final List<String> MARKS =
      List.of("0", "7.5", "120", "119.99", "3", "1000000000000000000000000000", "0.000000000001");
  private static final List<String> SIZES =
      List.of("1", "-1", "0", "2.5", "-300", "0.001", "40000000000000000000");
  private static final List<String> AMOUNTS = List.of("1", "-5", "0.25", "100", "_", "3333333.3");

  /** A row with an entry below zero is broken. */
  private static final List<String> ENTRIES = List.of("5", "30.25", "-1", "0", "119.99");

  /** A cell, and what is put into it. */
  private record Put(String entity, String field, int row, String value) {
    void into(Program program, SnapshotChanges changes) {
      Entity of = program.entity(entity).orElseThrow();
      Field into = of.field(field).orElseThrow();
      Value given = Policies.value(program, into.type(), value);
      assertEquals(Optional.empty(), changes.put(of.ref(), row, into.index(), 0, given));
    }
  }

  private static Put draw(Random random) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> new Put("market", "mark", random.nextInt(MARKETS), of(MARKS, random));
      case 4 -> new Put("market", "cap", random.nextInt(MARKETS), of(AMOUNTS, random));
      case 5 -> new Put("position", "size", random.nextInt(POSITIONS), of(SIZES, random));
      case 6, 7 -> new Put("position", "entry", random.nextInt(POSITIONS), of(ENTRIES, random));
      case 8 -> new Put("position", "fee", random.nextInt(POSITIONS), of(AMOUNTS, random));
      default -> new Put("account", "cash", random.nextInt(ACCOUNTS), "1");
    };
  }

  private static String of(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static Snapshot snapshot(Program program, Random random) {
    StringBuilder text = new StringBuilder();
    for (int market = 0; market < MARKETS; market++) {
      text.append("market id=m%d mark=%d cap=_%n".formatted(market, 10 + market));
      text.append("tier market=m%d lower=0 rate=1%%%n".formatted(market));
      text.append("tier market=m%d lower=1000 rate=2.5%%%n".formatted(market));
    }
    for (int account = 0; account < ACCOUNTS; account++) {
      text.append("account id=a%d cash=%d%n".formatted(account, random.nextInt(1_000)));
    }
    for (int position = 0; position < POSITIONS; position++) {
      text.append(
          "position account=a%d market=m%d size=%d entry=%d.5 fee=%s%n"
              .formatted(
                  position % ACCOUNTS,
                  position * 7 / ACCOUNTS % MARKETS,
                  random.nextInt(400) - 200,
                  random.nextInt(40),
                  random.nextBoolean() ? "_" : "0.125"));
    }
    return Policies.snapshot(program, text.toString());
  }

  @Test
  void sumsOverChildrenHaveColumnsOfTheirOwn() {
    Program program = Policies.policy(POLICY);
    Set<String> summed = new TreeSet<>();
    for (Pass pass :
        Planner.plan(
                program, ParamValues.written(program), Soundness.SOUND, RowCounts.UNKNOWN, false)
            .passes()) {
      if (pass.summed().isPresent()) {
        pass.filled().forEach(filled -> summed.add(filled.fact().name()));
      }
    }
    assertEquals(
        "[capped, fees, interest, large, longs, margin, moved, profit, stress, sum, thirds]",
        summed.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "NARROW, 1, 1",
    "NARROW, 1, 2",
    "WIDE, 1, 3",
    "WIDE, 3, 4",
    "QUAD, 1, 5",
    "EXACT, 1, 6"
  })
  void everyTickIsARunFromScratch(Effort effort, int threads, long seed) {
    Program program = Policies.policy(POLICY);
    ParamValues params = ParamValues.written(program);
    Random random = new Random(seed);
    Snapshot snapshot = snapshot(program, random);
    ReferenceEvaluator reference = new ReferenceEvaluator();
    int faults = 0;
    int stops = 0;
    AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    BooleanSupplier stop = () -> left.decrementAndGet() < 0;
    try (TruffleEvaluator engine = TruffleEvaluator.beginningWith(effort, threads)) {
      LiveResults live =
          engine.open(
              program,
              snapshot,
              params,
              new RunLimits(Long.MAX_VALUE, RunLimits.USUAL_TRIES, stop));
      List<String> before = Agreement.lines(live.results());
      for (int tick = 0; tick < 80; tick++) {
        SnapshotChanges changes = new SnapshotChanges(snapshot);
        List<Put> puts = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
          puts.add(draw(random));
        }
        puts.forEach(put -> put.into(program, changes));
        SnapshotChanges.Changed changed = changes.apply();
        Optional<Results> held =
            random.nextInt(4) == 0 ? Optional.of(live.results()) : Optional.empty();
        left.set(tick % 2 == 0 ? random.nextInt(6) : Integer.MAX_VALUE);
        ResultChanges said;
        try {
          said = live.update(changed);
        } catch (CancellationException stopped) {
          stops++;
          left.set(Integer.MAX_VALUE);
          if (random.nextBoolean()) {
            assertEquals(before, Agreement.lines(live.results()), "stopped");
          }
          said = live.update(changed);
        }
        snapshot = changed.snapshot();
        if (held.isPresent()) {
          assertEquals(before, Agreement.lines(held.get()), "held");
        }
        List<String> after = Agreement.lines(reference.evaluate(program, snapshot, params));
        assertEquals(differing(before, after), said(said), puts.toString());
        if (tick % 3 == 0) {
          assertEquals(after, Agreement.lines(live.results()), puts.toString());
        }
        faults += (int) after.stream().filter(line -> line.contains(": fault")).count();
        before = after;
      }
      assertEquals(before, Agreement.lines(live.results()));
    }
    assertTrue(faults > 100, "faults: " + faults);
    assertTrue(stops > 5, "stopped: " + stops);
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
        .flatMap(o -> IntStream.range(0, o.size()).mapToObj(i -> line(o, i)))
        .toList();
  }

  private static String line(ResultChanges.OfOutput output, int at) {
    return output.output().name() + " " + output.row(at) + ": " + Agreement.text(output.after(at));
  }
}
