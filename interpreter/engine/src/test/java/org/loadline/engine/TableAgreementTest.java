package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Plan;
import org.loadline.engine.plan.Planner;
import org.loadline.engine.plan.RowCounts;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Soundness;
import org.loadline.engine.plan.Term;

/** Lookups in written tables agree on their bounds, between, before and beyond them. */
class TableAgreementTest {
  /** Keys that lie on bounds, near them, far from them, and where no width holds them. */
  private static final List<String> KEYS =
      List.of(
          "0",
          "-0.000001",
          "-1",
          "-1e40",
          "1e-18",
          "5",
          "9.999999999",
          "10",
          "10.000000001",
          "30",
          "33.333",
          "99.99",
          "100",
          "100.01",
          "1000",
          "1000.5",
          "9223372036854775807",
          "-9223372036854775808",
          "170141183460469231731687303715884105727",
          "1e40");

  private static String rows(String more) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < KEYS.size(); i++) {
      rows.append("row id=").append(i).append(" x=").append(KEYS.get(i)).append(" ");
      rows.append("y=").append(KEYS.get((i * 7 + 3) % KEYS.size())).append(" ");
      rows.append(more).append("\n");
    }
    return rows.append("row id=none y=1 ").append(more).append("\n").toString();
  }

  private static List<String> agree(String policy, String snapshot) {
    Program program = Policies.policy(policy);
    return Agreement.of(program, Policies.snapshot(program, snapshot));
  }

  /** As {@link #agree}; and no lookup is left to the reference evaluator. */
  private static List<String> withoutAsking(String policy, String snapshot) {
    Program program = Policies.policy(policy);
    Plan plan =
        Planner.plan(
            program, ParamValues.written(program), Soundness.SOUND, RowCounts.UNKNOWN, false);
    Set<Term> seen = new HashSet<>();
    for (Pass pass : plan.passes()) {
      pass.filled().forEach(f -> noneAsked(f.term(), seen));
    }
    return Agreement.of(program, Policies.snapshot(program, snapshot));
  }

  private static void noneAsked(Term term, Set<Term> seen) {
    if (seen.add(term)) {
      boolean asked =
          term.shape() instanceof Shape.Marginal
              || term.shape() instanceof Shape.Interpolated
              || term.shape() instanceof Shape.Lookup;
      assertTrue(!asked, () -> "asked: " + term.shape());
      term.operands().forEach(o -> noneAsked(o, seen));
    }
  }

  private static final String ROW = "entity row { key id\n x, y : number }\n";

  private static final String USES =
      """
      for each row {
        plain = t(x).rate
        or_else = t(x).rate else -7
        third = t(x / 3).rate else -8
        seventh = t(x / 7 + 1 / 3).rate else -9
        fraction = t(x / y else 1).rate else -9
        square = t(x * y).rate else -10
        doubled = t(x).rate + t(x).rate * 3
        rounded = floor(t(x / 3).rate to 0.01) else -12
      }
      total = sum(rows.or_else)
      thirds = sum(rows.third)
      """;

  @Test
  void marginalTables() {
    List<String> lines =
        withoutAsking(
            ROW
                + """
                table t by size : number marginal {
                  | size        | rate  |
                  | below 10    | 1%    |
                  | up to 100   | 2.5%  |
                  | below 1_000 | -3%   |
                  | otherwise   | 0.125 |
                }
                """
                + USES,
            rows(""));
    assertTrue(lines.contains("row.or_else 4: 2.35"), () -> String.join("\n", lines));
    assertTrue(lines.contains("row.or_else 9: -7"), () -> String.join("\n", lines));
  }

  @Test
  void marginalTablesThatReachFurtherWithClamp() {
    withoutAsking(
        ROW
            + """
            table t by size : number marginal clamp {
              | size                  | rate |
              | from 0 below 10       | 1%   |
              | from 10 below 33.333  | 2%   |
              | from 33.333 | 4%   |
            }
            """
            + USES,
        rows(""));
  }

  @Test
  void plainLookupsWithClamp() {
    withoutAsking(
        ROW
            + """
            table t by size : number clamp {
              | size | rate |
              | from 0 below 10     | 1%   |
              | from 10 below 33.333 | 2%  |
              | from 33.333 | 4% |
            }
            """
            + USES,
        rows(""));
    withoutAsking(
        """
        choice tier { low, mid, high }
        entity row { key id
          x, y : number
          tier : tier }
        table t by size : number, tier : tier clamp {
          | size             | tier | rate |
          | from 0 below 10 | low       | 1% |
          | from 10         | low       | 2% |
          | from 0 below 30 | mid       | 4% |
          | from 30         | mid       | 5% |
          | from 0          | otherwise | 6% |
        }
        for each row {
          plain = t(x, tier).rate
          or_else = t(x, tier).rate else -7
          third = t(x / 3, tier).rate else -7
        }
        """,
        rows("tier=low")
            + rows("tier=mid").replace("id=", "id=m")
            + rows("tier=high").replace("id=", "id=h"));
  }

  @Test
  void longTables() {
    StringBuilder policy = new StringBuilder(ROW + "table t by size : number {\n| size | rate |\n");
    for (int i = 0; i < 200; i++) {
      policy.append("| ").append(i % 3 == 0 ? "up to " : "below ");
      policy.append(i * 5).append(".").append(i % 10).append(" | ").append(i).append(" |\n");
    }
    withoutAsking(policy + "| otherwise | -1 |\n}\n" + USES, rows(""));
  }

  @Test
  void linearTables() {
    for (String clamp : List.of("", " clamp")) {
      List<String> lines =
          withoutAsking(
              ROW
                  + "table t by size : number linear"
                  + clamp
                  + """
                   {
                    | size   | rate |
                    | -1     | 7    |
                    | 0      | 1    |
                    | 30     | 2    |
                    | 33.333 | 0.5  |
                    | 100    | 3    |
                    | 1_000  | -9   |
                  }
                  """
                  + USES,
              rows(""));
      assertTrue(lines.contains("row.or_else 2: 0.5"), () -> String.join("\n", lines));
      assertTrue(lines.contains("row.or_else 4: 3"), () -> String.join("\n", lines));
    }
  }

  @Test
  void linearTablesOfDaysAndManyDivisors() {
    StringBuilder policy =
        new StringBuilder(ROW + "table t by size : number linear {\n| size | rate |\n");
    int at = 0;
    for (int step : List.of(0, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41)) {
      at += step;
      policy.append("| ").append(at).append(" | ").append(step % 5).append(" |\n");
    }
    withoutAsking(policy + "}\n" + USES, rows(""));
    withoutAsking(
        """
        entity row { key id
          day : date }
        table curve by day : date linear clamp {
          | day        | value |
          | 2026-01-01 | 1     |
          | 2026-01-04 | 2     |
          | 2026-03-01 | 0.5   |
        }
        for each row {
          value = curve(day).value
        }
        """,
        """
        row id=1 day=2025-12-31
        row id=2 day=2026-01-01
        row id=3 day=2026-01-02
        row id=4 day=2026-02-28
        row id=5 day=2026-03-02
        row id=6
        """);
  }

  @Test
  void linearGrids() {
    for (String clamp : List.of("", " clamp")) {
      List<String> lines =
          withoutAsking(
              ROW
                  + "grid surface : number by days : number, moneyness : number linear"
                  + clamp
                  + """
                   {
                    | days | 0   | 10  | 33 |
                    | 0    | 10  | 20  | -3 |
                    | 30   | 20  | 60  | 7  |
                    | 100  | 1.5 | 2   | 0  |
                  }
                  for each row {
                    plain = surface(x, y)
                    or_else = surface(x, y) else -7
                    thirds = surface(x / 3, y / 7) else -7
                    edge = surface(x, 10) else -7
                    swapped = surface(30, x) else -7
                    faulty = surface(x, 1 / (y - y)) else -7
                    broken = surface(1 / (x - x), y) else -7
                  }
                  total = sum(rows.or_else)
                  """,
              rows("") + "row id=a x=15 y=5\nrow id=b x=30 y=10\nrow id=c x=99 y=32.5\n");
      assertTrue(
          lines.stream().anyMatch(l -> l.matches("row.plain .*: 27.5")),
          () -> String.join("\n", lines));
    }
  }

  private static final String STEPS =
      """
      entity market { key id }
      entity step { of market
        lower : number or none
        rate : number }
      entity ladder { key lower : number
        rate : number }
      table t of market from steps by lower marginal
      table flat from ladders by lower marginal
      entity row { key id
        of market or none
        x, y : number }
      for each row {
        plain = (market.t(x).rate when market is not none | -3 otherwise)
        or_else = market.t(x).rate else -7
        third = market.t(x / 3).rate else -8
        square = market.t(x * y).rate else -10
        doubled = or_else + market.t(x).rate * 3 else -7
        laddered = flat(x).rate
        laddered_or = flat(x).rate else -1
        laddered_faulty = flat(1 / (x - x)).rate else -1
      }
      total = sum(rows.or_else)
      """
          .replace("of market or none", "market : market or none")
          .replace("doubled = or_else + market.t(x).rate * 3 else -7", "doubled = or_else * 3");

  private static String markets(String last) {
    return """
    market id=A
    market id=B
    market id=C
    market id=D
    step market=A lower=_ rate=0.01
    step market=A lower=10 rate=0.02
    step market=A lower=30 rate=-0.03
    step market=B lower=-5 rate=7
    step market=B lower=-2 rate=0.5
    step market=B lower=100 rate=0.25
    step market=C lower=0 rate=0.125
    ladder lower=0 rate=0.1
    ladder lower=5 rate=0.2
    ladder lower=1000.5 rate=0.3
    """
        + last
        + rows("market=A")
        + rows("market=B").replace("id=", "id=b")
        + rows("market=C").replace("id=", "id=c")
        + rows("market=D").replace("id=", "id=d")
        + rows("market=_").replace("id=", "id=n");
  }

  @Test
  void marginalTablesOfTheSnapshot() {
    List<String> lines = agree(STEPS, markets(""));
    assertTrue(lines.contains("row.plain 0: 0"), () -> String.join("\n", lines));
  }

  @Test
  void marginalTablesOfTheSnapshotThatStartAboveZeroOrLackACell() {
    agree(STEPS, markets("step market=D lower=10 rate=0.5\n"));
    agree(STEPS, markets("step market=D lower=0 rate=0.5\nstep market=D lower=10\n"));
    agree(STEPS, markets("step market=D lower=0 rate=0.5\nstep market=D rate=2\n"));
    agree(STEPS, markets("step market=D lower=0 rate=1e30\nstep market=D lower=10 rate=2\n"));
    agree(
        STEPS.replace(
            "rate : number }\nentity ladder", "rate : number within 0 .. 5 }\nentity ladder"),
        markets(""));
  }
}
