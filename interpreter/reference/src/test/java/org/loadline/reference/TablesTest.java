package org.loadline.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.loadline.reference.Written.exact;
import static org.loadline.reference.Written.faulted;
import static org.loadline.reference.Written.known;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.loadline.core.Expr;
import org.loadline.data.FaultProblem;
import org.loadline.data.InputRows;
import org.loadline.data.Loading;
import org.loadline.data.ParamValues;
import org.loadline.data.SnapshotBuilder;
import org.loadline.data.SnapshotProblem;
import org.loadline.model.EntityRef;
import org.loadline.model.Table;
import org.loadline.model.Table.CellRule;
import org.loadline.model.TableRef;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.None;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** Lookups in written tables and in rows of the snapshot. */
class TablesTest {
  private final Written w = new Written("tiers(notional).rate");

  /** A written table of one value column, with a key column for each list of cells. */
  private TableRef written(
      Table.Mode mode,
      boolean clamp,
      boolean symmetric,
      List<List<CellRule>> keys,
      String... cells) {
    EntityRef rows = w.maker.entity("tier").input("rate", Type.NUMBER).written().make();
    TableRef ref = w.maker.nextTable("tiers");
    List<List<Value>> values = new ArrayList<>();
    for (String cell : cells) {
      values.add(List.of(exact(cell)));
    }
    List<Table.Key> columns = new ArrayList<>();
    for (List<CellRule> key : keys) {
      boolean text = key.stream().anyMatch(c -> c instanceof CellRule.Exactly(Text t));
      columns.add(
          new Table.Key("notional", text ? Type.TEXT : Type.NUMBER, new Table.Match.ByCell(key)));
    }
    w.maker.table(
        new Table(
            ref,
            rows,
            OptionalInt.empty(),
            columns,
            mode,
            clamp,
            symmetric,
            false,
            values,
            "",
            w.span()));
    return ref;
  }

  private TableRef brackets(Table.Mode mode, boolean clamp) {
    return written(
        mode,
        clamp,
        false,
        List.of(
            List.of(
                new CellRule.Below(exact("100")),
                new CellRule.UpTo(exact("1000")),
                new CellRule.Otherwise())),
        "0.01",
        "0.02",
        "0.05");
  }

  private Expr rate(TableRef table, String... keys) {
    Expr row = w.lookup(table, numbers(keys));
    return new Expr.FieldOf(
        Type.NUMBER, w.span(), row, w.maker.tables.get(table.index()).rows(), 0, List.of());
  }

  private Expr marginal(TableRef table, String... keys) {
    return new Expr.Marginal(
        Type.NUMBER, w.span(), table, Optional.empty(), List.of(numbers(keys)), 0);
  }

  private Expr linear(TableRef table, String... keys) {
    return new Expr.Interpolated(
        Type.NUMBER, w.span(), table, Optional.empty(), List.of(numbers(keys)), 0);
  }

  private Expr[] numbers(String... keys) {
    List<Expr> all = new ArrayList<>();
    for (String key : keys) {
      all.add(w.num(key));
    }
    return all.toArray(new Expr[0]);
  }

  @Test
  void belowExcludesItsBoundAndUpToIncludesIt() {
    TableRef table = brackets(Table.Mode.ROW, false);
    assertEquals(exact("0.01"), w.of(rate(table, "-5")));
    assertEquals(exact("0.01"), w.of(rate(table, "99.999")));
    assertEquals(exact("0.02"), w.of(rate(table, "100")));
    assertEquals(exact("0.02"), w.of(rate(table, "1000")));
    assertEquals(exact("0.05"), w.of(rate(table, "3001/3")));
  }

  @Test
  void noRowIsTheFailureOfTheLookup() {
    TableRef table =
        written(
            Table.Mode.ROW,
            false,
            false,
            List.of(List.of(new CellRule.FromBelow(exact("0"), exact("10")))),
            "1");
    assertEquals("No row of `tiers` takes `10`.", w.fault(rate(table, "10")).what().message());
    assertEquals(exact("7"), w.of(w.orElse(rate(table, "-1"), w.num("7"))));
    assertEquals(
        FaultProblem.DIVISION_BY_ZERO,
        w.fault(w.orElse(w.lookup(table, w.bang()), w.num("7"))).what().code());
  }

  @Test
  void withClampAKeyBeyondTheEndsIsAtTheEdge() {
    TableRef table =
        written(
            Table.Mode.ROW,
            true,
            false,
            List.of(
                List.of(
                    new CellRule.FromBelow(exact("0"), exact("10")),
                    new CellRule.FromBelow(exact("10"), exact("20")))),
            "1",
            "2");
    assertEquals(exact("1"), w.of(rate(table, "-1")));
    assertEquals(exact("2"), w.of(rate(table, "20")));
  }

  @Test
  void severalKeysMustAllBeTaken() {
    TableRef table =
        written(
            Table.Mode.ROW,
            false,
            false,
            List.of(
                List.of(new CellRule.Exactly(exact("1")), new CellRule.Otherwise()),
                List.of(new CellRule.Below(exact("5")), new CellRule.Below(exact("9")))),
            "10",
            "20");
    assertEquals(exact("10"), w.of(rate(table, "1", "4")));
    assertEquals(exact("20"), w.of(rate(table, "1", "6")));
    assertEquals(exact("20"), w.of(rate(table, "2", "4")));
  }

  @Test
  void aSymmetricTableIsLookedUpBothWays() {
    TableRef table =
        written(
            Table.Mode.ROW,
            false,
            true,
            List.of(
                List.of(new CellRule.Exactly(exact("1")), new CellRule.Exactly(exact("2"))),
                List.of(new CellRule.Exactly(exact("1")), new CellRule.Exactly(exact("1")))),
            "1",
            "0.5");
    assertEquals(exact("0.5"), w.of(rate(table, "2", "1")));
    assertEquals(exact("0.5"), w.of(rate(table, "1", "2")));
    w.fault(rate(table, "2", "2"));
  }

  @Test
  void aMarginalTableChargesEachSliceAtItsOwnRate() {
    TableRef table = brackets(Table.Mode.MARGINAL, false);
    assertEquals(exact("0"), w.of(marginal(table, "0")));
    assertEquals(exact("1"), w.of(marginal(table, "100")));
    assertEquals(exact("1.02"), w.of(marginal(table, "101")));
    assertEquals(exact("69"), w.of(marginal(table, "2000")));
    assertEquals(FaultProblem.MARGINAL_BELOW_ZERO, w.fault(marginal(table, "-1")).what().code());
  }

  @Test
  void aMarginalTableMustCoverItsKey() {
    List<List<CellRule>> gap = List.of(List.of(new CellRule.FromBelow(exact("1"), exact("10"))));
    TableRef open = written(Table.Mode.MARGINAL, false, false, gap, "2");
    assertEquals(FaultProblem.MARGINAL_NOT_COVERED, w.fault(marginal(open, "5")).what().code());
    TableRef clamped = written(Table.Mode.MARGINAL, true, false, gap, "2");
    assertEquals(exact("10"), w.of(marginal(clamped, "5")));
    assertEquals(exact("20"), w.of(marginal(clamped, "50")));
  }

  @Test
  void aLinearTableIsExactAtItsPointsAndStraightBetween() {
    List<List<CellRule>> points =
        List.of(List.of(new CellRule.Exactly(exact("0")), new CellRule.Exactly(exact("30"))));
    TableRef table = written(Table.Mode.LINEAR, false, false, points, "1", "2");
    assertEquals(exact("2"), w.of(linear(table, "30")));
    assertEquals(exact("4/3"), w.of(linear(table, "10")));
    assertEquals(FaultProblem.BEYOND_THE_POINTS, w.fault(linear(table, "31")).what().code());
    assertEquals(exact("9"), w.of(w.orElse(linear(table, "-1"), w.num("9"))));
    TableRef clamped = written(Table.Mode.LINEAR, true, false, points, "1", "2");
    assertEquals(exact("2"), w.of(linear(clamped, "31")));
    assertEquals(exact("1"), w.of(linear(clamped, "-31")));
  }

  @Test
  void aLinearGridIsStraightAlongBothAxes() {
    CellRule zero = new CellRule.Exactly(exact("0"));
    CellRule ten = new CellRule.Exactly(exact("10"));
    CellRule thirty = new CellRule.Exactly(exact("30"));
    TableRef table =
        written(
            Table.Mode.LINEAR,
            false,
            false,
            List.of(List.of(zero, zero, thirty, thirty), List.of(zero, ten, zero, ten)),
            "10",
            "20",
            "20",
            "60");
    assertEquals(exact("60"), w.of(linear(table, "30", "10")));
    assertEquals(exact("27.5"), w.of(linear(table, "15", "5")));
    assertEquals(exact("12"), w.of(linear(table, "0", "2")));
  }

  @Test
  void rowsOfTheSnapshotHoldFromTheirBoundUpToTheNext() {
    SnapshotBuilder rows = new SnapshotTable().builder;
    tier(rows, "BTC", Optional.of("10000"), "0.02");
    tier(rows, "BTC", Optional.of("0"), "0.01");
    tier(rows, "ETH", Optional.empty(), "0.05");
    tier(rows, "ETH", Optional.of("7"), "0.06");
    Evaluation run = w.run(rows);
    assertEquals(exact("0.01"), rate(run, 0, "9999.99"));
    assertEquals(exact("0.02"), rate(run, 0, "10000"));
    assertEquals(exact("0.05"), rate(run, 1, "-100"));
    assertEquals(exact("0.06"), rate(run, 1, "7"));
    assertEquals(
        FaultProblem.NO_ROW_TAKES_KEY,
        faulted(run.expression(tierRate("-1"), 8, Written.at(market, 0))).what().code());
  }

  @Test
  void twoRowsWithOneBoundFaultForTheirOwnerOnly() {
    SnapshotBuilder rows = new SnapshotTable().builder;
    tier(rows, "BTC", Optional.of("0"), "0.01");
    tier(rows, "BTC", Optional.of("0"), "0.02");
    tier(rows, "ETH", Optional.of("0"), "0.03");
    Loading loading = rows.build();
    assertEquals(SnapshotProblem.EQUAL_BOUNDS, loading.problems().getFirst().what().code());
    Evaluation run =
        new Evaluation(
            w.maker.program(),
            loading.snapshot().orElseThrow(),
            ParamValues.written(w.maker.program()));
    assertEquals(
        FaultProblem.INPUT_UNREADABLE,
        faulted(run.expression(tierRate("5"), 8, Written.at(market, 0))).what().code());
    assertEquals(exact("0.03"), rate(run, 1, "5"));
  }

  @Test
  void rowsOfTheSnapshotChargeSlicesToo() {
    SnapshotBuilder rows = new SnapshotTable().builder;
    tier(rows, "BTC", Optional.of("10"), "0.5");
    tier(rows, "BTC", Optional.empty(), "1");
    Evaluation run = w.run(rows);
    Expr charge =
        new Expr.Marginal(
            Type.NUMBER, w.span(), table, Optional.of(w.row(market, 0)), List.of(w.num("12")), 2);
    assertEquals(exact("11"), known(run.expression(charge, 8, Written.at(market, 0))));
  }

  private EntityRef market = new EntityRef(0, "market");
  private EntityRef tier = new EntityRef(1, "tier");
  private TableRef table = new TableRef(0, "margin_tiers");

  private final class SnapshotTable {
    final SnapshotBuilder builder;

    SnapshotTable() {
      market = w.maker.entity("market").key("symbol", Type.TEXT).make();
      tier =
          w.maker
              .entity("tier")
              .of(market)
              .input("lower", new Type.OrNone(Type.NUMBER))
              .input("rate", Type.NUMBER)
              .make();
      table = w.maker.nextTable("margin_tiers");
      w.maker.table(
          new Table(
              table,
              tier,
              OptionalInt.of(0),
              List.of(new Table.Key("lower", Type.NUMBER, new Table.Match.FromBound(1))),
              Table.Mode.ROW,
              false,
              false,
              false,
              List.of(),
              "",
              w.span()));
      builder = w.rows();
      for (String symbol : List.of("BTC", "ETH")) {
        builder.rows(market).put(builder.rows(market).add(), 0, 0, new Text(symbol));
      }
    }
  }

  private void tier(SnapshotBuilder rows, String symbol, Optional<String> lower, String rate) {
    InputRows tiers = rows.rows(tier);
    int row = tiers.add();
    tiers.putReference(row, 0, List.of(new Text(symbol)));
    tiers.put(row, 1, 0, lower.<Value>map(Written::exact).orElse(None.INSTANCE));
    tiers.put(row, 2, 0, exact(rate));
  }

  private Expr tierRate(String key) {
    Expr row =
        new Expr.Lookup(
            Written.rowOf(tier),
            w.span(),
            table,
            Optional.of(w.row(market, 0)),
            List.of(w.num(key)));
    return w.field(row, tier, "rate");
  }

  private Exact rate(Evaluation run, int market, String key) {
    return (Exact) known(run.expression(tierRate(key), 8, Written.at(this.market, market)));
  }
}
