package org.loadline.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loadline.data.ProgramMaker.USD;
import static org.loadline.data.ProgramMaker.USD_OR_UNLIMITED;
import static org.loadline.data.ProgramMaker.number;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.loadline.model.EntityRef;
import org.loadline.model.StepRule;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

class SnapshotBuilderTest {
  private final ProgramMaker maker = new ProgramMaker("the policy");
  private final EntityRef market =
      maker
          .entity("market")
          .key("symbol", Type.TEXT)
          .input("lot", Type.NUMBER)
          .input("mark", USD)
          .make();
  private final EntityRef account =
      maker
          .entity("account")
          .key("id", Type.TEXT)
          .input("cash", USD)
          .step("0.01")
          .input("cap", USD_OR_UNLIMITED)
          .step("1")
          .maximumIsUnlimited()
          .make();
  private final EntityRef position =
      maker
          .entity("position")
          .of(account)
          .of(market)
          .input("size", Type.NUMBER)
          .step(new StepRule.ByRow(List.of(1, 1), false))
          .make();
  private final EntityRef note = maker.entity("note").of(account).input("sum", USD).make();

  private SnapshotBuilder builder = new SnapshotBuilder(maker.program());

  @Test
  void rowsStandInTheOrderOfIdentityWhateverTheOrderOfInput() {
    List<List<String>> positions = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      for (String symbol : List.of("X", "Y", "Z")) {
        positions.add(List.of(id, symbol));
      }
    }
    for (int seed = 0; seed < 5; seed++) {
      builder = new SnapshotBuilder(maker.program());
      Collections.shuffle(positions, new Random(seed));
      for (List<String> names : positions) {
        position(names.get(0), names.get(1));
      }
      List.of("c", "a", "b").forEach(id -> account(id));
      List.of("Z", "X", "Y").forEach(symbol -> market(symbol, "0.5"));
      Snapshot snapshot = built();
      List<String> seen = new ArrayList<>();
      for (int row = 0; row < 9; row++) {
        seen.add(snapshot.identity(position, row));
      }
      assertEquals(List.of("a/X", "a/Y", "a/Z", "b/X", "b/Y", "b/Z", "c/X", "c/Y", "c/Z"), seen);
      assertEquals(new Snapshot.RowRange.Consecutive(3, 3), snapshot.children(position, 0, 1));
      Snapshot.RowRange ofY = snapshot.children(position, 1, 1);
      assertEquals(List.of(1, 4, 7), List.of(ofY.row(0), ofY.row(1), ofY.row(2)));
      List<Value> aZ = List.of(new RowNumber(0), new RowNumber(2));
      assertEquals(
          OptionalInt.of(2), snapshot.find(position, OptionalInt.empty(), List.of(0, 1), aZ));
      assertEquals(
          OptionalInt.of(5),
          snapshot.find(position, OptionalInt.of(1), List.of(0, 1), List.of(new RowNumber(2))));
      assertEquals(
          OptionalInt.of(5),
          snapshot.find(position, OptionalInt.of(2), List.of(1, 0), List.of(new RowNumber(1))));
      assertEquals(Map.of("account", "a", "market", "X"), snapshot.identityFields(position, 0));
    }
  }

  @Test
  void textsAreOrderedByCodePoint() {
    account("\uFF21");
    account("\uD83D\uDE00");
    account("z");
    Snapshot snapshot = built();
    assertEquals("z", snapshot.identity(account, 0));
    assertEquals("\uFF21", snapshot.identity(account, 1));
    assertEquals("\uD83D\uDE00", snapshot.identity(account, 2));
  }

  @Test
  void wholeStepsBecomeQuantitiesByTheStepOfTheirRow() {
    market("X", "0.001");
    market("Y", "5");
    account("a");
    position("a", "X");
    position("a", "Y");
    builder.rows(position).putSteps(0, 2, 0, 7);
    builder.rows(position).putSteps(1, 2, 0, BigInteger.TEN.pow(30));
    Snapshot snapshot = built();
    Column size = snapshot.column(position, 2, 0);
    assertInstanceOf(Column.Wide.class, size);
    assertEquals(number("0.007"), size.value(0));
    assertEquals(number("5e30"), size.value(1));
  }

  @Test
  void aColumnHasTheFinestScaleItNeeds() {
    account("a");
    account("b");
    builder.rows(account).put(0, 1, 0, number("12.50"));
    builder.rows(account).putSteps(1, 1, 0, 25);
    Snapshot snapshot = built();
    Column.Narrow cash = assertInstanceOf(Column.Narrow.class, snapshot.column(account, 1, 0));
    assertEquals(2, cash.scale());
    assertEquals(List.of(1250L, 25L), List.of(cash.unscaled()[0], cash.unscaled()[1]));
  }

  @Test
  void theGreatestNumberOfAWordIsUnlimitedWhereTheEntitySaysSo() {
    List<Integer> bits = List.of(63, 64, 127, 128, 255, 256);
    for (int bit : bits) {
      int row = account("a" + bit);
      builder
          .rows(account)
          .putSteps(row, 2, 0, BigInteger.ONE.shiftLeft(bit).subtract(BigInteger.ONE));
    }
    Snapshot snapshot = built();
    for (int row = 0; row < bits.size(); row++) {
      assertEquals(Unlimited.INSTANCE, snapshot.column(account, 2, 0).value(row));
    }
  }

  @Test
  void aCellWithAProblemIsUnreadableAndTheRestRuns() {
    int a = account("a");
    account("b");
    builder.rows(account).put(a, 1, 0, number("0.005"));
    builder.rows(account).put(1, 1, 0, number("0.25"));
    builder.rows(account).put(a, 2, 0, None.INSTANCE);
    Loading loading = builder.build();
    assertEquals(
        List.of(SnapshotProblem.NOT_ON_STEP, SnapshotProblem.NONE_NOT_ALLOWED),
        loading.problems().stream().map(p -> p.what().code()).toList());
    Snapshot snapshot = loading.snapshot().orElseThrow();
    assertTrue(snapshot.column(account, 1, 0).marks().isAbsent(0));
    assertEquals(
        "`cash` is 0.005, which is not a whole number of steps of 0.01.",
        snapshot.whyAbsent(account, 1, 0, 0).orElseThrow().what().message());
    assertEquals(number("0.25"), snapshot.column(account, 1, 0).value(1));
    assertTrue(snapshot.whyAbsent(account, 2, 0, 1).isEmpty());
  }

  @Test
  void aNumberOfTooManyPlacesIsUnreadable() {
    market("X", "1e-512");
    market("Y", "1e-513");
    builder.rows(market).putDecimal(0, 2, 0, 1, 600);
    Loading loading = builder.build();
    assertEquals(
        List.of(SnapshotProblem.TOO_LONG, SnapshotProblem.TOO_LONG),
        loading.problems().stream().map(p -> p.what().code()).toList());
    assertEquals(number("1e-512"), loading.snapshot().orElseThrow().column(market, 1, 0).value(0));
  }

  @Test
  void wholeNumbersAndFractionsAreTold() {
    EntityRef count = maker.entity("tally").key("n", Type.NUMBER).whole().make();
    builder = new SnapshotBuilder(maker.program());
    for (String n : List.of("10", "9", "1/3")) {
      int row = builder.rows(count).add();
      builder.rows(count).put(row, 0, 0, number(n));
    }
    Loading loading = builder.build();
    assertEquals(
        List.of(SnapshotProblem.NOT_A_DECIMAL, SnapshotProblem.MISSING_IDENTITY),
        loading.problems().stream().map(p -> p.what().code()).toList());
  }

  @Test
  void numericKeysAreOrderedByValueAndFound() {
    EntityRef count = maker.entity("tally").key("n", Type.NUMBER).whole().make();
    builder = new SnapshotBuilder(maker.program());
    for (String n : List.of("10", "9", "1e30")) {
      int row = builder.rows(count).add();
      builder.rows(count).put(row, 0, 0, number(n));
    }
    Snapshot snapshot = built();
    assertEquals("9", snapshot.identity(count, 0));
    assertEquals(
        OptionalInt.of(2),
        snapshot.find(count, OptionalInt.empty(), List.of(0), List.of(number("1e30"))));
  }

  @Test
  void aKeyAloneWillDoWhereNoTwoRowsShareIt() {
    EntityRef leg = maker.entity("leg").of(account).key("name", Type.TEXT).make();
    EntityRef fill = maker.entity("fill").of(leg).key("n", Type.NUMBER).make();
    builder = new SnapshotBuilder(maker.program());
    account("a");
    account("b");
    for (List<String> row : List.of(List.of("a", "x"), List.of("b", "x"), List.of("b", "y"))) {
      int at = builder.rows(leg).add();
      builder.rows(leg).putReference(at, 0, List.of(new Text(row.get(0))));
      builder.rows(leg).put(at, 1, 0, new Text(row.get(1)));
    }
    List<List<Value>> references =
        List.of(
            List.of(new Text("y")), List.of(new Text("b"), new Text("x")), List.of(new Text("x")));
    for (List<Value> reference : references) {
      int at = builder.rows(fill).add();
      builder.rows(fill).putReference(at, 0, reference);
      builder.rows(fill).put(at, 1, 0, number("1"));
    }
    Loading loading = builder.build();
    assertEquals(
        List.of(SnapshotProblem.AMBIGUOUS_REFERENCE),
        loading.problems().stream().map(p -> p.what().code()).toList());
    assertEquals(2, loading.problems().getFirst().inputRow());
    assertEquals(
        "A row of `leg` is known by `account` and `name`: give all of it.",
        loading.problems().getFirst().what().hint());
  }

  @Test
  void aReferenceToNothingStopsTheSnapshot() {
    account("a");
    market("X", "1");
    position("a", "Q");
    Loading loading = builder.build();
    assertTrue(loading.snapshot().isEmpty());
    InputProblem problem = loading.problems().getFirst();
    assertEquals(SnapshotProblem.DANGLING_REFERENCE, problem.what().code());
    assertEquals("`market` names `Q`, and there is no such `market`.", problem.what().message());
    assertEquals(0, problem.inputRow());
  }

  @Test
  void twoRowsWithOneIdentityStopTheSnapshot() {
    account("a");
    account("a");
    Loading loading = builder.build();
    assertTrue(loading.snapshot().isEmpty());
    assertEquals(
        "Two rows of `account` are both `a`.", loading.problems().getFirst().what().message());
    assertEquals(1, loading.problems().getFirst().inputRow());
  }

  @Test
  void aRowWithoutItsKeyStopsTheSnapshot() {
    builder.rows(account).add();
    Loading loading = builder.build();
    assertTrue(loading.snapshot().isEmpty());
    assertEquals("A row of `account` has no `id`.", loading.problems().getFirst().what().message());
  }

  @Test
  void rowsOfOneReferenceMayHaveTwinsAndAreOrderedByTheirValues() {
    account("a");
    account("b");
    for (String sum : List.of("3", "1", "2")) {
      InputRows notes = builder.rows(note);
      int row = notes.add();
      notes.putReference(row, 0, List.of(new Text("a")));
      notes.put(row, 1, 0, number(sum));
    }
    Snapshot snapshot = built();
    assertEquals(number("1"), snapshot.column(note, 1, 0).value(0));
    assertEquals(number("3"), snapshot.column(note, 1, 0).value(2));
    assertEquals("a#2", snapshot.identity(note, 1));
    assertEquals(1, snapshot.inputRow(note, 0));
    assertEquals(0, snapshot.children(note, 0, 1).size());
  }

  @Test
  void aStepThatIsNotKnownLeavesAQuantityAndRefusesACount() {
    account("a");
    market("X", "0");
    InputRows markets = builder.rows(market);
    markets.put(markets.add(), 0, 0, new Text("Y"));
    position("a", "X");
    position("a", "Y");
    account("b");
    position("b", "Y");
    builder.rows(position).put(0, 2, 0, number("3"));
    builder.rows(position).put(1, 2, 0, number("3"));
    builder.rows(position).putSteps(2, 2, 0, 3);
    Loading loading = builder.build();
    assertEquals(
        List.of(SnapshotProblem.STEP_NOT_POSITIVE, SnapshotProblem.STEP_UNKNOWN),
        loading.problems().stream().map(p -> p.what().code()).toList());
    assertEquals(number("3"), loading.snapshot().orElseThrow().column(position, 2, 0).value(1));
  }

  @Test
  @Timeout(20)
  void aMillionRowsLoadInSeconds() {
    int accounts = 100_000;
    int each = 10;
    InputRows ids = builder.rows(account);
    ids.add(accounts);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      names.add("account" + (accounts - i));
    }
    ids.putTexts(0, 0, 0, names);
    for (int i = 0; i < each; i++) {
      market("M" + i, "0.001");
    }
    int[] owner = new int[accounts * each];
    int[] traded = new int[owner.length];
    long[] size = new long[owner.length];
    for (int i = 0; i < owner.length; i++) {
      owner[i] = i % accounts;
      traded[i] = i / accounts;
      size[i] = i;
    }
    InputRows positions = builder.rows(position);
    positions.add(owner.length);
    positions.putIndices(0, 0, 0, owner);
    positions.putIndices(0, 1, 0, traded);
    positions.putSteps(0, 2, 0, size);
    Snapshot snapshot = built();
    assertEquals("account1/M0", snapshot.identity(position, 0));
    assertEquals(Exact.ofFraction(accounts - 1, 1000), snapshot.column(position, 2, 0).value(0));
  }

  private Snapshot built() {
    Loading loading = builder.build();
    assertEquals(List.of(), loading.problems());
    return loading.snapshot().orElseThrow();
  }

  private int account(String id) {
    int row = builder.rows(account).add();
    builder.rows(account).put(row, 0, 0, new Text(id));
    return row;
  }

  private void market(String symbol, String lot) {
    int row = builder.rows(market).add();
    builder.rows(market).put(row, 0, 0, new Text(symbol));
    builder.rows(market).put(row, 1, 0, number(lot));
  }

  private void position(String id, String symbol) {
    int row = builder.rows(position).add();
    builder.rows(position).putReference(row, 0, List.of(new Text(id)));
    builder.rows(position).putReference(row, 1, List.of(new Text(symbol)));
  }
}
