package org.loadline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loadline.data.Loading;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;

class SeriesTest {
  private static final String TEXT =
      """
      policy prices

      unit USD
      unit base of market
      system {
          now   : instant
          index : series of number
      }

      entity market {
          key symbol
          mark  : USD/base
          wait  : duration
          marks : series of USD/base within 0 .. 1_000
      }

      for each market {
          seen      = count(marks)
          latest    = last(marks) else none
          earliest  = first(marks).time else none
          highest   = max(marks within wait) else none
          recent    = sum(m.value for m in marks within wait where m.value > 50 USD/base)
          last_few  = mean(last(marks, 3)) else none
          held      = (marks at now - wait) else none
          stale     = marks older than wait
          old       = age(marks) else none
          longest   = max(gaps(marks)) else none
          moved     = sum(changes(last(marks, 4)))
          simple    = max(simple_returns(marks)) else none
          spread    = ceil(sample_deviation(log_returns(marks within wait)) to 0.000001) else none
          variance  = population_variance(marks) else none
          middle    = median(marks) else none
          ninety    = nearest_rank(marks, 90%) else none
          line      = interpolated_percentile(marks, 90%) else none
          average   = twap(marks, wait) else none
          after     = sum(m.value * (n.time - m.time) for m in last(marks, 3), n in last(marks, 2))
          of_index  = last(index) / first(index) else none
      }
      widest = max(markets.longest else 0 seconds) else none
      """;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static Loading random(Policy policy, Random random) {
    SnapshotInput input = policy.snapshot().system("now", START.plusSeconds(random.nextInt(2_000)));
    for (int market = 0; market < 4; market++) {
      String symbol = "M" + market;
      input.row(
          "market",
          Map.of("symbol", symbol, "mark", 100, "wait", Duration.ofSeconds(random.nextInt(900))));
      points(input, "market.marks", Map.of("market", symbol), random);
    }
    points(input, "system.index", Map.of(), random);
    return input.load();
  }

  private static void points(
      SnapshotInput input, String series, Map<String, ?> owner, Random random) {
    Instant time = START;
    for (int i = random.nextInt(12); i > 0; i--) {
      time = time.plusMillis(1 + random.nextInt(400_000));
      Map<String, Object> point = new HashMap<>(owner);
      point.put("time", time);
      // A value beyond its bounds breaks its point, wherever a window ends.
      boolean broken = random.nextInt(60) == 0;
      point.put("value", BigDecimal.valueOf(broken ? -5 : 1 + random.nextInt(10_000), 2));
      input.row(series, point);
    }
  }

  private static List<String> texts(Results results) {
    List<String> texts = new ArrayList<>();
    for (OutputColumn column : results.columns()) {
      for (int row = 0; row < column.size(); row++) {
        texts.add(column.output().name() + " " + row + " " + column.outcome(row));
      }
    }
    return texts;
  }

  @Test
  void bothEvaluatorsSeeTheSamePoints() {
    Policy policy = Policy.compile("prices.risk", TEXT).orThrow();
    Policy judge = policy.on(Engines.reference());
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      Loading rows = random(policy, random);
      assertFalse(rows.snapshot().isEmpty(), () -> rows.problems().toString());
      assertEquals(
          texts(judge.evaluate(rows.snapshot().get()).columns()),
          texts(policy.evaluate(rows.snapshot().get()).columns()));
    }
  }

  @Test
  void ticksMoveTheEndOfASeries() {
    Policy policy = Policy.compile("prices.risk", TEXT).orThrow();
    Policy judge = policy.on(Engines.reference());
    Random random = new Random(11);
    for (int i = 0; i < 10; i++) {
      Loading rows = random(policy, random);
      LiveBook book = policy.open(rows.snapshot().orElseThrow());
      for (int tick = 0; tick < 4; tick++) {
        book.system("now", START.plusSeconds(random.nextInt(2_000)));
        book.set("market", "M1", "wait", Duration.ofSeconds(random.nextInt(900)));
        book.evaluate();
        assertEquals(
            texts(judge.evaluate(book.snapshot()).columns()), texts(book.results().columns()));
      }
    }
  }
}
