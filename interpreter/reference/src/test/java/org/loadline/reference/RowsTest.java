package org.loadline.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.loadline.reference.Written.at;
import static org.loadline.reference.Written.exact;
import static org.loadline.reference.Written.faulted;
import static org.loadline.reference.Written.known;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loadline.core.Assumption;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Aggregate.Kind;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Rows;
import org.loadline.data.Fault;
import org.loadline.data.FaultProblem;
import org.loadline.data.InputRows;
import org.loadline.data.ParamValues;
import org.loadline.data.ReportedFault;
import org.loadline.data.Results;
import org.loadline.data.SnapshotBuilder;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.values.Flag;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** Facts of rows, aggregates over them, faults in the order of identity, rows that are broken. */
class RowsTest {
  private final Written w = new Written("size + mark, share = part / whole, bonus");
  private final EntityRef mode =
      w.maker.entity("mode").key("id", Type.TEXT).input("bonus", Type.NUMBER).make();
  private final EntityRef account =
      w.maker
          .entity("account")
          .key("id", Type.TEXT)
          .reference("mode", mode, true)
          .input("part", Type.NUMBER)
          .input("whole", Type.NUMBER)
          .within("-100", "100")
          .make();
  private final EntityRef line =
      w.maker
          .entity("line")
          .of(account)
          .input("size", Type.NUMBER)
          .input("weight", Type.NUMBER)
          .make();
  private final InputRef rate = w.maker.system("rate", Type.NUMBER);

  private final Expr self = w.row(account, 0);
  private final Expr inner = w.row(line, 1);
  private final Rows lines = new Rows.Children(self, line, 0);
  private final Expr size = w.field(inner, line, "size");
  private final Fact share =
      w.define(
          "share",
          Optional.of(account),
          w.divide(w.field(self, account, "part"), w.field(self, account, "whole")));

  private void account(SnapshotBuilder rows, String id, String part, String whole) {
    InputRows accounts = rows.rows(account);
    int row = accounts.add();
    accounts.put(row, 0, 0, new Text(id));
    accounts.put(row, 1, 0, None.INSTANCE);
    accounts.put(row, 2, 0, exact(part));
    accounts.put(row, 3, 0, exact(whole));
  }

  private void line(SnapshotBuilder rows, String id, String size, String weight) {
    InputRows all = rows.rows(line);
    int row = all.add();
    all.putReference(row, 0, List.of(new Text(id)));
    all.put(row, 1, 0, exact(size));
    all.put(row, 2, 0, exact(weight));
  }

  private Value valueOf(Evaluation run, Expr formula, int row) {
    return known(run.expression(formula, 8, Written.at(account, row)));
  }

  private Expr aggregate(Kind kind, Expr body) {
    return w.aggregate(kind, 1, lines, w.flag(true), body);
  }

  @Test
  void aFactIsWorkedOutForEachRowAndAFaultStopsNoOther() {
    SnapshotBuilder rows = w.rows();
    account(rows, "b", "1", "0");
    account(rows, "a", "1", "3");
    Results results =
        new ReferenceEvaluator()
            .evaluate(
                w.maker.program(),
                rows.build().snapshot().orElseThrow(),
                ParamValues.written(w.maker.program()));
    assertEquals(exact("1/3"), known(results.columns().getFirst().outcome(0)));
    Fault fault = faulted(results.columns().getFirst().outcome(1));
    assertEquals(FaultProblem.DIVISION_BY_ZERO, fault.what().code());
    assertEquals(Written.at(account, 1), fault.row());
    assertEquals(Optional.of(share.ref()), fault.definition());
  }

  @Test
  void aFaultIsReportedOnceWithTheValuesThatReadIt() {
    Fact twice =
        w.define(
            "bonus", Optional.of(account), w.add(w.fact(share, Optional.of(self)), w.num("1")));
    w.define("total", Optional.empty(), bonusOfAll(twice));
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "1", "2");
    account(rows, "b", "1", "0");
    Results results =
        new ReferenceEvaluator()
            .evaluate(
                w.maker.program(),
                rows.build().snapshot().orElseThrow(),
                ParamValues.written(w.maker.program()));
    List<ReportedFault> faults = ReportedFault.of(results);
    assertEquals(1, faults.size());
    ReportedFault.Place origin = faults.getFirst().origin().orElseThrow();
    assertEquals("share", origin.output().name());
    assertEquals(1, origin.row());
    assertEquals(
        List.of("bonus", "total"),
        faults.getFirst().readers().stream().map(place -> place.output().name()).toList());
  }

  private Expr bonusOfAll(Fact bonus) {
    return w.aggregate(
        Kind.SUM,
        1,
        new Rows.All(account),
        w.flag(true),
        w.fact(bonus, Optional.of(w.row(account, 1))));
  }

  @Test
  void aFactThatReadsAFaultHasTheSameFault() {
    Fact twice =
        w.define(
            "bonus", Optional.of(account), w.add(w.fact(share, Optional.of(self)), w.num("1")));
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "1", "0");
    Evaluation run = w.run(rows);
    assertSame(
        faulted(run.fact(share.ref(), at(account, 0))),
        faulted(run.fact(twice.ref(), at(account, 0))));
  }

  @Test
  void anAggregateHasTheFaultOfItsFirstRow() {
    Expr own = w.row(line, 0);
    Fact inverse =
        w.define("size", Optional.of(line), w.divide(w.num("1"), w.field(own, line, "size")));
    Expr each = w.fact(inverse, Optional.of(inner));
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "1", "1");
    line(rows, "a", "5", "1");
    line(rows, "a", "0", "2");
    line(rows, "a", "-5", "2");
    line(rows, "a", "0", "1");
    Evaluation run = w.run(rows);
    for (Kind kind : new Kind[] {Kind.SUM, Kind.MIN, Kind.MAX, Kind.MEAN}) {
      Fault fault = faulted(run.expression(aggregate(kind, each), 8, at(account, 0)));
      assertEquals(Written.at(line, 1), fault.row());
    }
  }

  @Test
  void anyAndAllDoNotStopEarly() {
    Expr positive = w.compare(Comparison.ABOVE, w.divide(w.num("1"), size), w.num("0"));
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "1", "1");
    line(rows, "a", "1", "1");
    line(rows, "a", "0", "1");
    line(rows, "a", "-1", "1");
    Evaluation run = w.run(rows);
    for (Kind kind : new Kind[] {Kind.ANY, Kind.ALL}) {
      faulted(run.expression(aggregate(kind, positive), 8, at(account, 0)));
    }
    Expr sound = w.compare(Comparison.ABOVE, size, w.num("0"));
    assertEquals(Flag.TRUE, valueOf(run, aggregate(Kind.ANY, sound), 0));
    assertEquals(Flag.FALSE, valueOf(run, aggregate(Kind.ALL, sound), 0));
  }

  @Test
  void aFilterKeepsRowsOutOfFaults() {
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "1", "1");
    line(rows, "a", "0", "1");
    line(rows, "a", "4", "1");
    Expr kept = w.compare(Comparison.NOT_EQUAL, size, w.num("0"));
    Expr sum = w.aggregate(Kind.SUM, 1, lines, kept, w.divide(w.num("1"), size));
    assertEquals(exact("0.25"), valueOf(w.run(rows), sum, 0));
  }

  @Test
  void meansAreExactAndFailWithoutRowsOrWeight() {
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "1", "1");
    account(rows, "b", "1", "1");
    account(rows, "c", "1", "1");
    line(rows, "a", "1", "1");
    line(rows, "a", "2", "1");
    line(rows, "a", "4", "-1");
    line(rows, "c", "4", "-1");
    line(rows, "c", "4", "1");
    Evaluation run = w.run(rows);
    assertEquals(exact("7/3"), valueOf(run, aggregate(Kind.MEAN, size), 0));
    assertEquals(exact("-1"), valueOf(run, weighted(), 0));
    assertEquals(
        FaultProblem.NO_ROWS, faulted(run.expression(weighted(), 8, at(account, 1))).what().code());
    assertEquals(
        FaultProblem.NO_WEIGHT,
        faulted(run.expression(weighted(), 8, at(account, 2))).what().code());
    assertEquals(exact("9"), valueOf(run, w.orElse(weighted(), w.num("9")), 2));
    assertEquals(exact("0"), valueOf(run, aggregate(Kind.COUNT, w.flag(true)), 1));
    assertEquals(Flag.FALSE, valueOf(run, aggregate(Kind.ANY, w.flag(true)), 1));
    assertEquals(Flag.TRUE, valueOf(run, aggregate(Kind.ALL, w.flag(false)), 1));
  }

  private Expr weighted() {
    return new Expr.Aggregate(
        Type.NUMBER,
        w.span(),
        Kind.WEIGHTED_MEAN,
        List.of(new Expr.Binder(1, "x", lines, w.span())),
        Optional.empty(),
        size,
        Optional.of(w.field(inner, line, "weight")));
  }

  @Test
  void aPickTakesTheFirstOnATie() {
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "1", "1");
    line(rows, "a", "1", "7");
    line(rows, "a", "2", "7");
    line(rows, "a", "3", "1");
    Type row = new Type.RowOf(line, RowPath.self("line"));
    Expr weight = w.field(inner, line, "weight");
    Evaluation run = w.run(rows);
    assertEquals(
        new RowNumber(0), valueOf(run, w.pick(1, lines, true, w.flag(true), weight, row), 0));
    assertEquals(
        new RowNumber(2), valueOf(run, w.pick(1, lines, false, w.flag(true), weight, row), 0));
  }

  @Test
  void aReferenceThatIsNoneIsTheFailureOfItsPath() {
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "1", "1");
    Expr bonus = w.field(w.field(self, account, "mode"), mode, "bonus");
    Evaluation run = w.run(rows);
    assertEquals(
        FaultProblem.REFERENCE_IS_NONE,
        faulted(run.expression(bonus, 8, at(account, 0))).what().code());
    assertEquals(exact("0"), valueOf(run, w.orElse(bonus, w.num("0")), 0));
  }

  @Test
  void aRowThatIsNotThereIsTheFailureOfItsPath() {
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "5", "1");
    Expr found = withKey("a");
    Expr missing = withKey("z");
    Evaluation run = w.run(rows);
    assertEquals(exact("5"), valueOf(run, w.field(found, account, "part"), 0));
    assertEquals(
        exact("0"), valueOf(run, w.orElse(w.field(missing, account, "part"), w.num("0")), 0));
    Fault fault = faulted(run.expression(missing, 8, Optional.empty()));
    assertEquals("There is no `account` `z`.", fault.what().message());
  }

  private Expr withKey(String key) {
    return new Expr.RowWithKey(
        Written.rowOf(account),
        w.span(),
        account,
        Optional.empty(),
        List.of(0),
        List.of(w.value(Type.TEXT, new Text(key))));
  }

  @Test
  void anInputWithoutValueFaultsWhereItIsRead() {
    SnapshotBuilder rows = w.rows();
    rows.rows(account).add();
    rows.rows(account).put(0, 0, 0, new Text("a"));
    Fault fault = faulted(w.run(rows).fact(share.ref(), at(account, 0)));
    assertEquals("`part of account a` has no value.", fault.what().message());
    Expr system = new Expr.SystemValue(Type.NUMBER, w.span(), rate);
    assertEquals("`rate` has no value.", w.fault(system).what().message());
  }

  @Test
  void anUnreadableInputCarriesItsReason() {
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "1", "1");
    rows.rows(account).put(0, 2, 0, None.INSTANCE);
    Fault fault = faulted(w.run(rows).fact(share.ref(), at(account, 0)));
    assertEquals(
        "`part of account a` could not be read: `part` is `none`, and is not declared `or none`.",
        fault.what().message());
  }

  @Test
  void aRowOutOfItsBoundsIsBroken() {
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "1", "101");
    line(rows, "a", "1", "1");
    Evaluation run = w.run(rows);
    Fault fault = faulted(run.fact(share.ref(), at(account, 0)));
    assertEquals("`whole` is `101`, and is declared within `-100 .. 100`.", fault.what().message());
    assertSame(fault, faulted(run.expression(w.field(self, account, "part"), 8, at(account, 0))));
    assertEquals(exact("1"), valueOf(run, aggregate(Kind.SUM, size), 0));
  }

  @Test
  void aRowThatBreaksAnAssumptionIsBroken() {
    Expr part = w.field(self, account, "part");
    w.maker.assumptions.add(
        new Assumption(
            Optional.of(account), w.compare(Comparison.NOT_EQUAL, part, w.num("0")), 1, w.span()));
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "0", "1");
    rows.rows(account).add();
    rows.rows(account).put(1, 0, 0, new Text("b"));
    rows.rows(account).put(1, 3, 0, exact("4"));
    Evaluation run = w.run(rows);
    Fault fault = faulted(run.fact(share.ref(), at(account, 0)));
    assertEquals(FaultProblem.ASSUMPTION_BROKEN, fault.what().code());
    assertEquals("0", fault.what().values().get("part"));
    // Where the input is not given, the assumption is undecided and the rest may be read.
    assertEquals(exact("4"), valueOf(run, w.field(self, account, "whole"), 1));
  }

  @Test
  void anAssumptionIsJudgedByTheInputsAsTheyStand() {
    Expr others = w.row(account, 1);
    Expr sum =
        w.aggregate(
            Kind.SUM, 1, new Rows.All(account), w.flag(true), w.field(others, account, "part"));
    w.maker.assumptions.add(
        new Assumption(
            Optional.of(account), w.compare(Comparison.BELOW, sum, w.num("10")), 8, w.span()));
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "4", "101");
    account(rows, "b", "5", "1");
    Evaluation run = w.run(rows);
    assertEquals(
        FaultProblem.OUT_OF_BOUNDS, faulted(run.fact(share.ref(), at(account, 0))).what().code());
    assertEquals(exact("5"), known(run.fact(share.ref(), at(account, 1))));
  }

  @Test
  void anAssumptionThatFailsBreaksItsRowWithThatFault() {
    Expr ratio = w.divide(w.field(self, account, "part"), w.field(self, account, "whole"));
    w.maker.assumptions.add(
        new Assumption(
            Optional.of(account), w.compare(Comparison.BELOW, ratio, w.num("10")), 1, w.span()));
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "4", "0");
    Fault fault =
        faulted(w.run(rows).expression(w.field(self, account, "part"), 8, at(account, 0)));
    assertEquals(FaultProblem.DIVISION_BY_ZERO, fault.what().code());
  }

  @Test
  void anAssumptionAboutTheWholeBreaksTheWhole() {
    Expr system = new Expr.SystemValue(Type.NUMBER, w.span(), rate);
    Fact whole = w.define("bonus", Optional.empty(), w.num("1"));
    w.maker.assumptions.add(
        new Assumption(
            Optional.empty(), w.compare(Comparison.ABOVE, system, w.num("0")), 1, w.span()));
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "4", "2");
    rows.system(rate, exact("0"));
    Evaluation run = w.run(rows);
    assertSame(
        faulted(run.expression(system, 8, Optional.empty())),
        faulted(run.fact(whole.ref(), Optional.empty())));
    assertEquals(exact("2"), known(run.fact(share.ref(), at(account, 0))));
  }

  @Test
  void anArgumentThatFaultsFaultsOnlyIfItIsRead() {
    Fact.Parameter n = new Fact.Parameter(1, "n", Type.NUMBER);
    Expr read = w.local(1, "n");
    Fact chosen =
        w.define(
            "bonus",
            Optional.of(account),
            w.decide(
                w.compare(Comparison.ABOVE, w.field(self, account, "part"), w.num("0")),
                w.num("5"),
                read),
            n);
    SnapshotBuilder rows = w.rows();
    account(rows, "a", "1", "1");
    account(rows, "b", "0", "1");
    Evaluation run = w.run(rows);
    Expr call = w.fact(chosen, Optional.of(self), w.bang());
    assertEquals(exact("5"), valueOf(run, call, 0));
    assertEquals(
        FaultProblem.DIVISION_BY_ZERO,
        faulted(run.expression(w.orElse(call, w.num("1")), 8, at(account, 1))).what().code());
  }

  @Test
  void whatAFactNeedsOfItsArgumentsIsAFaultIfItDoesNotHold() {
    Fact.Parameter n = new Fact.Parameter(1, "n", Type.NUMBER);
    Expr read = w.local(1, "n");
    Fact half =
        w.define(
            "bonus",
            Optional.empty(),
            Optional.of(w.compare(Comparison.ABOVE, read, w.num("0"))),
            w.divide(read, w.num("2")),
            n);
    assertEquals(exact("2"), w.of(w.fact(half, Optional.empty(), w.num("4"))));
    Fault fault = w.fault(w.fact(half, Optional.empty(), w.num("-4")));
    assertEquals(FaultProblem.NEED_NOT_MET, fault.what().code());
    assertEquals(Optional.of(new FactRef(half.ref().index(), "bonus")), fault.definition());
    assertEquals(exact("-4").toString(), fault.what().related().getFirst().text());
  }

  @Test
  void branchesNotTakenAreNotWorkedOut() {
    assertEquals(exact("1"), w.of(w.decide(w.flag(true), w.num("1"), w.bang())));
    Expr bang = w.compare(Comparison.ABOVE, w.bang(), w.num("0"));
    assertEquals(Flag.FALSE, w.of(w.and(w.flag(false), bang)));
    assertEquals(Flag.TRUE, w.of(w.or(w.flag(true), bang)));
    w.fault(w.and(bang, w.flag(false)));
    w.fault(w.or(bang, w.flag(true)));
  }
}
