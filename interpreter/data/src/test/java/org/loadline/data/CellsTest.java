package org.loadline.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loadline.data.ProgramMaker.USD;
import static org.loadline.data.ProgramMaker.number;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loadline.model.ChoiceRef;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.model.StepRule;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.Text;

/** Kinds of cells other than plain numbers, and how values read. */
class CellsTest {
  private final ProgramMaker maker = new ProgramMaker("the policy");
  private final ChoiceRef kind = maker.choice("kind", "initial", "maintenance");
  private final ChoiceRef side = maker.choice("side", "long", "short", "flat");
  private final InputRef now = maker.system("now", Type.INSTANT);
  private final EntityRef token =
      maker
          .entity("token")
          .key("symbol", Type.TEXT)
          .input("decimals", Type.NUMBER)
          .input("weight", Type.NUMBER)
          .family(kind, side)
          .input("listed", Type.FLAG)
          .input("usual", new Type.OrNone(new Type.OfChoice(side)))
          .input("held", USD)
          .step(new StepRule.ByRow(List.of(1), true))
          .make();
  private final SnapshotBuilder builder = new SnapshotBuilder(maker.program());
  private final InputRows rows = builder.rows(token);

  private void token(String symbol) {
    rows.put(rows.add(), 0, 0, new Text(symbol));
  }

  private Snapshot snapshot() {
    Loading loading = builder.build();
    assertEquals(List.of(), loading.problems());
    return loading.snapshot().orElseThrow();
  }

  @Test
  void aFamilyHasAColumnForEachCombinationTheLastVaryingFastest() {
    token("ETH");
    rows.put(0, 2, 1 * 3 + 2, number("0.5"));
    Snapshot snapshot = snapshot();
    assertEquals(number("0.5"), snapshot.column(token, 2, 5).value(0));
    assertTrue(snapshot.column(token, 2, 4).marks().isAbsent(0));
  }

  @Test
  void stepsMayBeANumberOfPlacesInTheRowItself() {
    token("ETH");
    token("USDC");
    rows.put(0, 1, 0, number("18"));
    rows.put(1, 1, 0, number("6"));
    rows.putSteps(0, 5, 0, 1_500_000_000_000_000_000L);
    rows.putSteps(1, 5, 0, 2_500_001);
    Column held = snapshot().column(token, 5, 0);
    assertEquals(number("1.5"), held.value(0));
    assertEquals(number("2.500001"), held.value(1));
  }

  @Test
  void flagsMembersAndNoneAreKept() {
    token("ETH");
    rows.put(0, 3, 0, Flag.TRUE);
    rows.put(0, 4, 0, None.INSTANCE);
    token("USDC");
    rows.put(1, 4, 0, new Member(2));
    Snapshot snapshot = snapshot();
    assertEquals(Flag.TRUE, snapshot.column(token, 3, 0).value(0));
    assertEquals(None.INSTANCE, snapshot.column(token, 4, 0).value(0));
    assertEquals(new Member(2), snapshot.column(token, 4, 0).value(1));
  }

  @Test
  void anUnreadableCellKeepsItsReason() {
    token("ETH");
    rows.putUnreadable(0, 4, 0, "up", SnapshotProblem.NOT_A_MEMBER, Map.of("choice", "side"));
    builder.system().putUnreadable(0, 0, 0, "noon", SnapshotProblem.NOT_AN_INSTANT, Map.of());
    Loading loading = builder.build();
    Snapshot snapshot = loading.snapshot().orElseThrow();
    assertEquals(2, loading.problems().size());
    assertEquals(
        Optional.of("`usual` is `up`, which is no member of `side`."),
        snapshot.whyAbsent(token, 4, 0, 0).map(problem -> problem.what().message()));
    assertEquals(
        Optional.of("`now` is `noon`, which is not a moment in UTC."),
        snapshot.whyAbsent(now).map(problem -> problem.what().message()));
  }

  @Test
  void valuesReadAsPeopleWriteThem() {
    token("ETH");
    Snapshot snapshot = snapshot();
    assertEquals("12.5 USD", shown(USD, snapshot));
    Type time = new Type.Quantity(Unit.TIME, Type.Form.DECIMAL, false);
    assertEquals(
        "30 days", ValueText.withUnit(time, number("2592000"), snapshot.program(), snapshot));
    assertEquals(
        "2026-11-20", ValueText.format(Type.DATE, number("20777"), snapshot.program(), snapshot));
    assertEquals(
        "short",
        ValueText.format(
            new Type.OrNone(new Type.OfChoice(side)), new Member(1), snapshot.program(), snapshot));
  }

  private static String shown(Type type, Snapshot snapshot) {
    return ValueText.withUnit(type, number("12.50"), snapshot.program(), snapshot);
  }
}
