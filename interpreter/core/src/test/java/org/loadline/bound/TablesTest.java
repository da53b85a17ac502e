package org.loadline.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.loadline.model.ColumnRule;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.model.Table.CellRule;
import org.loadline.model.Table.Match;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.Exact;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

class TablesTest {
  private static Exact number(String text) {
    return Exact.of(new BigDecimal(text));
  }

  private static Entity rows(Bound bound, String table) {
    return bound.collection(table).orElseThrow();
  }

  private static List<String> columns(Bound bound, String table) {
    return rows(bound, table).fields().stream().map(Field::name).toList();
  }

  private static List<CellRule> cells(Table table, int key) {
    return ((Match.ByCell) table.keys().get(key).match()).cells();
  }

  private static List<CellRule> cells(String rows) {
    Bound bound = Bindings.bound("table t by x {\n" + rows + "}\n");
    return cells(Bindings.table(bound, "t"), 0);
  }

  @Test
  void bracketsAreKeysAndNoColumn() {
    Bound bound =
        Bindings.bound(
            """
            unit USD
            table tiers by notional: USD {
                | id | notional         | initial |
                | t1 | below   100_000  |   2%    |
                | t2 | up to 1_000_000  |   4%    |
                | t3 | otherwise        |  10%    |
            }
            """);
    Table table = Bindings.table(bound, "tiers");
    assertEquals(List.of("id", "initial"), columns(bound, "tiers"));
    assertTrue(rows(bound, "tiers").written());
    assertEquals(table.rows(), rows(bound, "tiers").ref());
    assertEquals(
        List.of(
            new CellRule.Below(Exact.of(100_000)),
            new CellRule.UpTo(Exact.of(1_000_000)),
            new CellRule.Otherwise()),
        cells(table, 0));
    assertEquals(
        new Type.Quantity(Unit.of("USD", Optional.empty()), Type.Form.DECIMAL, false),
        table.keys().getFirst().type());
    assertEquals(
        List.of(
            List.of(new Text("t1"), number("0.02")),
            List.of(new Text("t2"), number("0.04")),
            List.of(new Text("t3"), number("0.1"))),
        table.written());
    assertEquals(Table.Mode.ROW, table.mode());
  }

  @Test
  void anExactKeyIsAColumnAndTheKeyOfItsRows() {
    Bound bound =
        Bindings.bound(
            """
            table shocks by id {
                | id         | price |
                | crash      | -20%  |
                | "BTC-PERP" | +20%  |
            }
            """);
    assertEquals(OptionalInt.of(0), rows(bound, "shocks").key());
    assertEquals(
        List.of(
            List.of(new Text("crash"), number("-0.2")),
            List.of(new Text("BTC-PERP"), number("0.2"))),
        Bindings.table(bound, "shocks").written());
  }

  @Test
  void fromHoldsUntilTheNextRow() {
    assertEquals(
        List.of(
            new CellRule.Below(Exact.ZERO),
            new CellRule.FromBelow(Exact.ZERO, Exact.of(100)),
            new CellRule.FromBelow(Exact.of(100), Exact.of(200)),
            new CellRule.Between(Exact.of(200), Exact.of(300)),
            new CellRule.Otherwise()),
        cells(
            """
            | x                  | y |
            | below 0            | 0 |
            | from 0             | 1 |
            | from 100           | 2 |
            | 200 .. 300         | 3 |
            | otherwise          | 4 |
            """));
  }

  @Test
  void wholeNumbersLeaveNoGapBetweenNeighbours() {
    Bound bound =
        Bindings.bound(
            """
            table t by n: count {
                | n           | y |
                | 0 .. 9      | 1 |
                | 10 .. 19    | 2 |
                | from 20     | 3 |
            }
            table u by d: date {
                | d                        | y |
                | below 2026-01-01         | 1 |
                | 2026-01-01 .. 2026-03-31 | 2 |
                | from 2026-04-01          | 3 |
            }
            """);
    assertEquals(2, bound.tables().size());
  }

  @Test
  void withClampNothingIsAskedBeyondTheEnds() {
    assertEquals(
        3,
        cells(
                Bindings.table(
                    Bindings.bound(
                        """
                        table t by x clamp {
                            | x               | y |
                            | from 0 below 10 | 1 |
                            | from 10 below 20 | 2 |
                            | 20 .. 30        | 3 |
                        }
                        """),
                    "t"),
                0)
            .size());
  }

  @Test
  void columnsHaveTheTypeOfTheirCells() {
    Bound bound =
        Bindings.bound(
            """
            unit USD
            choice kind { initial, maintenance }
            table t by id {
                | id | cap       | kind        | since      | note      | on    | least | c: count |
                | a  | 5 USD     | initial     | 2026-01-01 | some text | true  | none  | 1        |
                | b  | unlimited | maintenance | 2026-02-01 | "x"       | false | 3     | 2        |
                | c  | 0         | initial     | 2026-02-01 | y         | false | 4     | 3        |
            }
            """);
    List<Type> types = rows(bound, "t").fields().stream().map(Field::type).toList();
    Type usd = new Type.Quantity(Unit.of("USD", Optional.empty()), Type.Form.DECIMAL, true);
    assertEquals(
        List.of(
            Type.TEXT,
            usd,
            new Type.OfChoice(bound.choiceNamed("kind").orElseThrow()),
            Type.DATE,
            Type.TEXT,
            Type.FLAG,
            new Type.OrNone(Type.NUMBER),
            Type.NUMBER),
        types);
    List<Value> second = Bindings.table(bound, "t").written().get(1);
    assertEquals(Unlimited.INSTANCE, second.get(1));
    assertEquals(new Member(1), second.get(2));
    assertEquals(None.INSTANCE, Bindings.table(bound, "t").written().getFirst().get(6));
    assertTrue(rows(bound, "t").fields().getLast().wholeNumber());
  }

  @Test
  void wordsOfTwoChoicesAreText() {
    Bound bound =
        Bindings.bound(
            """
            choice a { x, y }
            choice b { x, y }
            table t by id {
                | id | k |
                | 1  | x |
                | 2  | y |
            }
            """);
    assertEquals(Type.TEXT, rows(bound, "t").field("k").orElseThrow().type());
  }

  @Test
  void aGridHasARowForEachPair() {
    Bound bound =
        Bindings.bound(
            """
            choice bucket { equity, credit }
            grid g : ratio by a: bucket, b: number clamp {
                | a      | below 1 | below 2 | otherwise |
                | equity | 1%      | 2%      | 3%        |
                | credit | 4%      | 5%      | 6%        |
            }
            """);
    Table grid = Bindings.table(bound, "g");
    assertTrue(grid.grid());
    assertEquals(List.of("a", "value"), columns(bound, "g"));
    assertEquals(
        List.of(
            new CellRule.Below(Exact.ONE),
            new CellRule.Below(Exact.of(2)),
            new CellRule.Otherwise()),
        cells(grid, 1).subList(3, 6));
    assertEquals(List.of(new Member(1), number("0.05")), grid.written().get(4));
  }

  @Test
  void aSymmetricGridFillsTheOtherSide() {
    Bound bound =
        Bindings.bound(
            """
            grid g by x, y symmetric {
                | x | a   | b   | c |
                | a | 1   | -   | 7 |
                | b | 0.5 | 1   | - |
                | c | -   | 0.2 | 1 |
            }
            """);
    Table grid = Bindings.table(bound, "g");
    assertTrue(grid.symmetric());
    assertEquals(
        List.of("1", "0.5", "7", "0.5", "1", "0.2", "7", "0.2", "1"),
        grid.written().stream().map(row -> row.get(2).toString()).toList());
  }

  @Test
  void aSymmetricTableHoldsEachPairOnce() {
    Bound bound =
        Bindings.bound(
            """
            choice bucket { equity, credit }
            table t by a: bucket, b: bucket symmetric {
                | a      | b      | rho |
                | equity | equity | 1   |
                | equity | credit | 0.5 |
                | credit | credit | 1   |
            }
            """);
    assertEquals(3, Bindings.table(bound, "t").written().size());
  }

  @Test
  void marginalAndLinear() {
    Bound bound =
        Bindings.bound(
            """
            table m by x marginal {
                | x         | rate |
                | below 10  | 1%   |
                | otherwise | 2%   |
            }
            table n by x marginal {
                | x               | rate |
                | from 0 below 10 | 1%   |
                | from 10         | 2%   |
            }
            table l by x linear clamp {
                | x | y | note |
                | 0 | 1 | low  |
                | 5 | 2 | high |
            }
            grid g : ratio by x, y linear {
                | x | 0 | 10 |
                | 0 | 1 | 2  |
                | 1 | 3 | 4  |
            }
            """);
    assertEquals(Table.Mode.MARGINAL, Bindings.table(bound, "m").mode());
    assertEquals(Table.Mode.LINEAR, Bindings.table(bound, "l").mode());
    assertTrue(Bindings.table(bound, "l").clamp());
    assertEquals(new CellRule.Exactly(Exact.of(5)), cells(Bindings.table(bound, "l"), 0).get(1));
  }

  @Test
  void rowsFromTheSnapshot() {
    Bound bound =
        Bindings.bound(
            """
            unit base of market
            entity market { key id }
            entity tier {
                of market
                lower : base or none
                rate : ratio
            }
            entity haircut {
                key token
                since : date
                rate : ratio
            }
            table margin_tiers of market from tiers by lower
            table haircuts_of from haircuts by token, since
            """);
    Table tiers = Bindings.table(bound, "margin_tiers");
    assertEquals(OptionalInt.of(0), tiers.owner());
    assertEquals(Bindings.entity(bound, "tier").ref(), tiers.rows());
    assertEquals(new Match.FromBound(1), tiers.keys().getFirst().match());
    assertEquals("base of tier.market", unitOf(tiers.keys().getFirst().type()));
    Table haircuts = Bindings.table(bound, "haircuts_of");
    assertEquals(OptionalInt.empty(), haircuts.owner());
    assertEquals(
        List.of(new Match.Equal(0), new Match.FromBound(1)),
        haircuts.keys().stream().map(Table.Key::match).toList());
  }

  private static String unitOf(Type type) {
    return ((Type.Quantity) type).unit().withOwners();
  }

  @Test
  void limitsOfColumns() {
    Bound bound =
        Bindings.bound(
            """
            table t by id {
                | id | rate | cap |
                | a  | 2%   | 5   |
            }
            columns of t {
                rate within 0% .. 5%, changing by at most 1 points once in 30 days
                cap  changes together with rate
            }
            """);
    List<ColumnRule> rules = bound.columnRules();
    assertEquals(List.of(1, 2), rules.stream().map(ColumnRule::column).toList());
    assertEquals(Optional.of(number("0.01")), rules.get(0).change().most());
    assertEquals(List.of("t.rate"), rules.get(1).change().together());
  }

  @Test
  void aTableIsACollectionButNoEntityOfTheSnapshot() {
    Bound bound = Bindings.bound("table t by id {\n| id | x |\n| a | 1 |\n}\n");
    assertEquals(Optional.empty(), bound.snapshotEntity("t"));
    assertTrue(bound.collection("t").isPresent());
    assertEquals(List.of(), bound.typeNames());
  }
}
