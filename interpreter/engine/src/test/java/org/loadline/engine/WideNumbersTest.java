package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.engine.plan.Effort;

/** Amounts of 18 and 27 places, whose products need 256 bits, and larger ones. */
class WideNumbersTest {
  private static List<String> agree(String policy, String snapshot) {
    Program program = Policies.policy(policy);
    return Agreement.of(program, Policies.snapshot(program, snapshot));
  }

  private static final String LENDING =
      """
      entity reserve { key id
        index, price, threshold : number }
      entity account { key id }
      entity supply { of account
        of reserve
        scaled : number }
      entity loan { of account
        of reserve
        scaled : number }
      for each supply {
        balance = floor(scaled * reserve.index to 18 places)
        value = floor(balance * reserve.price to 18 places)
      }
      for each loan {
        value = ceil(round(scaled * reserve.index to 18 places, half up) * reserve.price to 18 places)
      }
      for each account {
        weighted = sum(floor(s.value * s.reserve.threshold to 18 places) for s in supplies)
        debt = sum(l.value for l in loans)
        health = floor(weighted / debt to 18 places) else unlimited
        safe = weighted / debt >= 1
        average = round(weighted / sum(s.value for s in supplies) to 4 places, half even) else 0
      }
      """;

  @Test
  void healthOfALoan() {
    List<String> lines =
        agree(
            LENDING,
            """
            reserve id=weth index=1.034567890123456789012345678 price=3120.123456789012345678 \
            threshold=0.825
            reserve id=usd index=1.234567890123456789012345679 price=0.999999999999999999 \
            threshold=0.77
            account id=a
            account id=b
            supply account=a reserve=weth scaled=1234567.123456789012345678
            supply account=a reserve=usd scaled=0.000000000000000001
            loan account=a reserve=usd scaled=2000000000.999999999999999999
            supply account=b reserve=usd scaled=987654321987654321.123456789012345678
            """);
    assertTrue(lines.contains("account.health 0: 1.331540733363064145"), () -> lines.toString());
    assertTrue(lines.contains("account.health 1: unlimited"));
  }

  /** A row that was worked out again may leave the range that its column was proved to have. */
  @Test
  void cellsBeyondTheRangeOfTheirColumn() {
    agree(
        """
        entity row { key id
          a, b : number }
        for each row {
          part = floor(a * b / 1_000_000)
          more = part * 32_768
          even_more = more * more
          least = min(more, 5)
        }
        """,
        """
        row id=1 a=37778931862957161709567 b=1180591620717411303423
        row id=2 a=2 b=3
        row id=3 a=-37778931862957161709567 b=1180591620717411303423
        """);
  }

  @Test
  void roots() {
    StringBuilder rows = new StringBuilder();
    List<String> radicands =
        List.of(
            "0",
            "2",
            "0.25",
            "6.25",
            "-1",
            "1e-18",
            "1000000000000000000000000000000000000.000000000000000001",
            "340282366920938463463374607431768211455",
            "12345678901234567890.123456789012345678",
            "57896044618658097711785492504343953926634992332820282019728792003956564819967");
    for (int i = 0; i < radicands.size(); i++) {
      rows.append("row id=").append(i).append(" x=").append(radicands.get(i)).append("\n");
    }
    agree(
        """
        entity row { key id
          x : number }
        for each row {
          whole = floor(sqrt(x))
          even = round(sqrt(x), half even)
          up = round(sqrt(x) to 2, half up)
          places = ceil(sqrt(x) to 18 places) else -1
          step = floor(sqrt(x) to 0.05)
          hundreds = away(sqrt(x) to -2 places)
          ratio = floor(sqrt(x / (x + 3)) to 27 places) else -2
          product = truncate(sqrt(x * x) to 9 places)
        }
        """,
        rows.toString());
  }

  @Test
  void keysOfManyPlaces() {
    agree(
        """
        entity row { key id
          x, y : number }
        table bands by size : number {
          | size              | rate |
          | below 0           | -1   |
          | below 0.5         | 1    |
          | up to 1_000       | 2    |
          | up to 1_000_000   | 3    |
          | otherwise         | 4    |
        }
        for each row {
          product = bands(x * y).rate
          square = bands(x * y * y).rate
          fraction = bands(x * y / 7).rate
          quotient = bands(x * x / (y * y)).rate else 0
        }
        """,
        """
        row id=1 x=0.500000000000000000000000000 y=1.000000000000000000000000001
        row id=2 x=999.999999999999999999999999999 y=1.000000000000000000000000001
        row id=3 x=1000 y=1
        row id=4 x=1000000000000000000.000000000000000000000000001 y=-1.000000000000000000000000001
        row id=5 x=123456789.123456789123456789 y=0
        row id=6 x=7000 y=1
        """);
  }

  /**
   * A pass whose rows overflow goes on to a wider effort, and is made anew for it; nothing shows.
   */
  @Test
  void learningLeavesNoTrace() {
    Program program =
        Policies.policy(
            """
            entity row { key id : count
              a, b : number }
            for each row {
              product = a * b
              part = floor(product / 1_000_000_007 to 3 places)
              double = part + part
            }
            total = sum(rows.double)
            """);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      rows.append("row id=").append(i);
      rows.append(" a=").append(i % 3 == 0 ? "7" : "1180591620717411303423.").append(i);
      rows.append(" b=").append(i % 3 == 0 ? "-5" : "295147905179352825856.").append(i);
      rows.append("\n");
    }
    Snapshot snapshot = Policies.snapshot(program, rows.toString());
    List<String> judged = Agreement.of(program, snapshot);
    for (Effort effort : Effort.values()) {
      try (TruffleEvaluator engine = TruffleEvaluator.beginningWith(effort, 1)) {
        for (int run = 0; run < 4; run++) {
          Results results = engine.evaluate(program, snapshot, ParamValues.written(program));
          assertEquals(judged, Agreement.lines(results), effort + ", run " + run);
        }
      }
    }
  }
}
