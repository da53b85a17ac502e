package org.loadline.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loadline.reference.Written.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loadline.core.ExampleRow;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Aggregate.Kind;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.Fact;
import org.loadline.core.Program;
import org.loadline.core.Property;
import org.loadline.core.Rows;
import org.loadline.core.TestCase;
import org.loadline.data.InputRows;
import org.loadline.data.ParamValues;
import org.loadline.data.ProgramMaker;
import org.loadline.data.SnapshotBuilder;
import org.loadline.data.SnapshotProblem;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.values.Rounding;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** Tests, examples and properties of a policy, and how values are explained. */
class PolicyTestsTest {
  private static final String POLICY =
      """
      for each account {
          equity = cash + total(positions.profit)
          health = equity / debt else 9
      }
      expect alice.health * 2 = 5
      given account alice { cash = 3 }
      """;

  private final Written w = new Written(POLICY);
  private final EntityRef account =
      w.maker
          .entity("account")
          .key("id", Type.TEXT)
          .input("cash", ProgramMaker.USD)
          .step("0.01")
          .input("debt", ProgramMaker.USD)
          .make();
  private final EntityRef position =
      w.maker.entity("position").of(account).input("profit", ProgramMaker.USD).make();
  private final Expr self = w.row(account, 0);
  private final Fact equity =
      w.define(
          "equity",
          Optional.of(account),
          new Expr.Arithmetic(
              ProgramMaker.USD,
              w.maker.at("cash + total(positions.profit)"),
              Expr.Arithmetic.Operation.ADD,
              w.field(self, account, "cash"),
              new Expr.Aggregate(
                  ProgramMaker.USD,
                  w.maker.at("total(positions.profit)"),
                  Kind.SUM,
                  List.of(new Expr.Binder(1, "p", new Rows.Children(self, position, 0), w.span())),
                  Optional.empty(),
                  w.field(w.row(position, 1), position, "profit"),
                  Optional.empty())));
  private final Fact health =
      w.define(
          "health",
          Optional.of(account),
          new Expr.Else(
              Type.NUMBER,
              w.maker.at("equity / debt else 9"),
              new Expr.Divide(
                  Type.NUMBER,
                  w.maker.at("equity / debt"),
                  w.fact(equity, Optional.of(self)),
                  w.field(self, account, "debt")),
              w.num("9")));

  private TestCase.GivenRow given(String id, String cash, Optional<String> debt) {
    List<TestCase.GivenField> fields = new ArrayList<>();
    fields.add(field(0, new Text(id)));
    fields.add(new TestCase.GivenField(1, 0, exact(cash), w.maker.at("cash = 3")));
    debt.ifPresent(text -> fields.add(field(2, exact(text))));
    return new TestCase.GivenRow(account, fields, w.maker.at("given account alice"));
  }

  private TestCase.GivenRow profit(String id, String amount) {
    return new TestCase.GivenRow(
        position, List.of(field(0, new Text(id)), field(1, exact(amount))), w.span());
  }

  private TestCase.GivenField field(int index, Value value) {
    return new TestCase.GivenField(index, 0, value, w.span());
  }

  private Expr ofAlice(Fact fact) {
    Expr alice =
        new Expr.RowWithKey(
            Written.rowOf(account),
            w.maker.at("alice"),
            account,
            Optional.empty(),
            List.of(0),
            List.of(w.value(Type.TEXT, new Text("alice"))));
    return new Expr.FactOf(
        fact.type(), w.maker.at("alice." + fact.name()), Optional.of(alice), fact.ref(), List.of());
  }

  private TestCase.Expectation doubled(String value) {
    Expr twice =
        new Expr.Arithmetic(
            Type.NUMBER,
            w.maker.at("alice.health * 2"),
            Expr.Arithmetic.Operation.MULTIPLY,
            ofAlice(health),
            w.num("2"));
    return new TestCase.Expectation.Holds(
        new Expr.Compare(
            Type.FLAG, w.maker.at("alice.health * 2 = 5"), Comparison.EQUAL, twice, w.num(value)),
        1,
        List.of(),
        List.of(),
        w.span());
  }

  private TestReport.OfTest run(
      List<TestCase.GivenRow> rows, List<TestCase.Expectation> expectations) {
    TestCase test = new TestCase("a test", rows, Map.of(), Map.of(), expectations, w.span());
    return new PolicyTests(w.maker.program()).test(test);
  }

  @Test
  void aTestGivesRowsAndChecksExpectations() {
    TestReport.OfTest report =
        run(
            List.of(
                profit("alice", "1"), given("alice", "3", Optional.of("2")), profit("alice", "1")),
            List.of(doubled("5")));
    assertEquals(List.of(), report.problems());
    assertTrue(report.passed());
  }

  @Test
  void aFailingExpectationShowsTheValuesUnderItsText() {
    TestReport.OfTest report =
        run(List.of(given("alice", "3", Optional.of("2"))), List.of(doubled("5")));
    assertFalse(report.passed());
    assertEquals(
        List.of("alice.health: 1.5", "alice.health * 2: 3"),
        report.expectations().getFirst().values().stream()
            .map(shown -> shown.span().text() + ": " + shown.text())
            .toList());
  }

  @Test
  void anExpectedFaultIsAnyFault() {
    TestCase.Expectation faults =
        new TestCase.Expectation.Faults(ofAlice(health), 1, List.of(), List.of(), w.span());
    assertTrue(run(List.of(given("alice", "3", Optional.empty())), List.of(faults)).passed());
    assertFalse(run(List.of(given("alice", "3", Optional.of("2"))), List.of(faults)).passed());
  }

  @Test
  void aProblemOfWhatIsGivenStandsAtItsPlace() {
    TestReport.OfTest report =
        run(List.of(given("alice", "0.005", Optional.of("2"))), List.of(doubled("5")));
    assertFalse(report.passed());
    assertEquals(SnapshotProblem.NOT_ON_STEP, report.problems().getFirst().code());
    assertEquals("cash = 3", report.problems().getFirst().span().text());
  }

  @Test
  void aDanglingReferenceLeavesNothingChecked() {
    TestReport.OfTest report = run(List.of(profit("bob", "1")), List.of(doubled("5")));
    assertFalse(report.passed());
    assertEquals(List.of(), report.expectations());
    assertEquals(SnapshotProblem.DANGLING_REFERENCE, report.problems().getFirst().code());
  }

  @Test
  void examplesCompareEachColumn() {
    Expr third = w.places(Rounding.FLOOR, w.divide(w.num("1"), w.num("3")), w.num("2"));
    w.maker.examples.add(
        new ExampleRow(
            "share",
            List.of(
                new ExampleRow.Check("result", third, 1, exact("0.33"), w.span()),
                new ExampleRow.Check("other", third, 1, exact("0.34"), w.span())),
            w.span()));
    TestReport.OfExample report = new PolicyTests(w.maker.program()).examples().getFirst();
    assertFalse(report.passed());
    assertTrue(report.columns().get(0).passed());
    assertEquals("0.33", report.columns().get(1).actual());
    assertEquals("0.34", report.columns().get(1).expected());
  }

  @Test
  void propertiesAreAskedOfEveryRowAndAFaultIsABreach() {
    w.maker.properties.add(
        new Property(
            "healthy",
            Optional.of(account),
            w.compare(Comparison.ABOVE, w.fact(health, Optional.of(self)), w.num("1")),
            List.of(),
            1,
            w.span()));
    Program program = w.maker.program();
    SnapshotBuilder rows = new SnapshotBuilder(program);
    add(rows, "alice", "3", "2");
    add(rows, "bob", "1", "2");
    InputRows accounts = rows.rows(account);
    accounts.put(accounts.add(), 0, 0, new Text("carol"));
    TestReport.OfProperty report =
        new PolicyTests(program)
            .properties(rows.build().snapshot().orElseThrow(), ParamValues.written(program))
            .getFirst();
    assertEquals(3, report.rows());
    assertEquals(
        List.of("bob", "carol"), report.breaches().stream().map(TestReport.Breach::name).toList());
  }

  private void add(SnapshotBuilder rows, String id, String cash, String debt) {
    InputRows accounts = rows.rows(account);
    int row = accounts.add();
    accounts.put(row, 0, 0, new Text(id));
    accounts.put(row, 1, 0, exact(cash));
    accounts.put(row, 2, 0, exact(debt));
  }

  private Evaluation sample(String debt) {
    SnapshotBuilder rows = w.rows();
    add(rows, "alice", "3", debt);
    InputRows positions = rows.rows(position);
    for (String profit : List.of("1", "-0.5", "7")) {
      int row = positions.add();
      positions.putReference(row, 0, List.of(new Text("alice")));
      positions.put(row, 1, 0, exact(profit));
    }
    return w.run(rows);
  }

  @Test
  void aDerivationTellsWhatWasRead() {
    Derivation told =
        new Explanation(sample("2"))
            .fact(health.ref(), Written.at(account, 0), new Derivation.Limits(4, 2));
    assertEquals(
        """
        health                         = 5.25      account alice, the left side, policy.risk:3:5
        │  equity / debt else 9
        ├─ equity                      = 10.5 USD  account alice, policy.risk:2:5
        │  │  cash + total(positions.profit)
        │  ├─ cash                     = 3 USD
        │  └─ total(positions.profit)  = 7.5 USD   3 rows, the largest first
        │     ├─ alice#3               = 7 USD
        │     │  └─ profit             = 7 USD
        │     ├─ alice#2               = 1 USD
        │     │  └─ profit             = 1 USD
        │     └─ … 1 more
        └─ debt                        = 2 USD
        """,
        DerivationText.of(told));
  }

  @Test
  void aDerivationTellsWhyAnElseAnswered() {
    Derivation told =
        new Explanation(sample("0"))
            .fact(health.ref(), Written.at(account, 0), new Derivation.Limits(1, 0));
    assertEquals("account alice, else: `equity / debt` divides by zero.", told.note());
    assertEquals(List.of("equity", "debt"), told.parts().stream().map(Derivation::label).toList());
    assertEquals(1, told.parts().getFirst().omitted());
  }

  @Test
  void aDerivationOfAFaultEndsWhereItHappened() {
    SnapshotBuilder rows = w.rows();
    add(rows, "alice", "3", "2");
    int row = rows.rows(position).add();
    rows.rows(position).putReference(row, 0, List.of(new Text("alice")));
    Derivation told =
        new Explanation(w.run(rows))
            .fact(health.ref(), Written.at(account, 0), Derivation.Limits.READABLE);
    Derivation at = told;
    while (!at.parts().isEmpty()) {
      assertTrue(at.isFault());
      at = at.parts().getLast();
    }
    assertEquals(Derivation.Kind.INPUT, at.kind());
    assertEquals("`profit of position alice#1` has no value.", at.shown());
  }
}
