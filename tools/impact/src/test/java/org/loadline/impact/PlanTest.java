package org.loadline.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.values.Exact;

/** What a plan says of two policies on one book. */
class PlanTest {
  private static final Program OLD = Desk.policy(Desk.POLICY);

  private static Exact before(Impact impact, String total) {
    return total(impact, total).shift().orElseThrow().before();
  }

  private static Exact after(Impact impact, String total) {
    return total(impact, total).shift().orElseThrow().after();
  }

  private static Total total(Impact impact, String name) {
    return impact.totals().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aPolicyBesideItselfChangesNothing() throws Exception {
    Impact impact = Desk.impact(OLD, Desk.policy(Desk.POLICY));
    assertTrue(impact.totals().stream().allMatch(t -> !t.shift().orElseThrow().isChanged()));
    assertEquals(0, impact.outcomes().getFirst().moved());
    assertEquals(0, impact.crossings().getFirst().newly().count());
    assertEquals(List.of(), impact.movers());
    assertEquals(List.of(new RowCount("account", 4, 4, 0, 0, 0)), impact.rows());
    assertEquals(Optional.empty(), impact.attribution());
    assertEquals(List.of("Nothing that is reported changes on this book."), Headline.of(impact));
  }

  @Test
  void rowsMoveBetweenOutcomesAndOverTheLine() throws Exception {
    Impact impact = Desk.impact(OLD, Desk.policy("rate = 10%", "rate = 12.5%"));
    Outcomes standing = impact.outcomes().getFirst();
    assertEquals(List.of("healthy", "called", "liquidatable"), standing.members());
    assertEquals(List.of(List.of(1, 1, 0), List.of(0, 1, 1), List.of(0, 0, 0)), standing.rows());
    assertEquals(1, standing.newly("called"));
    Crossing line = impact.crossings().getFirst();
    assertEquals(List.of("c"), line.newly().first());
    assertEquals(
        new Shift(Exact.of(30), Exact.ofFraction(375, 10)),
        line.newly().totals().getFirst().shift().orElseThrow());
    assertEquals(List.of("c", "a", "b"), impact.movers().stream().map(Mover::row).toList());
    Mover.Cause cause =
        impact.movers().getFirst().why().stream()
            .filter(c -> c.change().isPresent())
            .findFirst()
            .orElseThrow();
    assertEquals("rate", cause.label());
    assertEquals("desk.risk:10", cause.place());
  }

  @Test
  void aRewrittenFormulaIsNamedAsTheCause() throws Exception {
    Impact impact =
        Desk.impact(OLD, Desk.policy("max(weighted * rate, least)", "weighted * rate + least"));
    Mover.Cause cause = impact.movers().getFirst().why().getFirst();
    assertEquals("margin", cause.label());
    assertEquals(Optional.of("c1"), cause.change());
    assertEquals("weighted * rate + least, before max(weighted * rate, least)", cause.note());
  }

  @Test
  void faultsOfEitherPolicyAreTold() throws Exception {
    Impact impact =
        Desk.impact(
            OLD, Desk.policy("max(weighted * rate, least)", "weighted * rate * (debt / debt)"));
    FaultNote note = impact.faults().getFirst();
    assertEquals(FaultNote.Policy.NEW, note.policy());
    assertEquals(List.of("account d"), note.first());
    assertEquals(1, impact.rows().getFirst().faultsAfter());
    assertEquals(1, total(impact, "account.margin").after().orElseThrow().faults());
    Gate.Verdict verdict = judged(impact, "faults > 0");
    assertTrue(verdict.failed());
    assertEquals("1 row", verdict.found());
  }

  @Test
  void withoutRolesEveryNumberIsTotalled() throws Exception {
    Program old = Desk.policy(" as requirement", "");
    Impact impact =
        Desk.impact(old, Desk.policy(" as requirement", "", "rate = 10%", "rate = 20%"));
    assertFalse(impact.declared());
    assertEquals(Exact.ofFraction(518, 10), before(impact, "account.margin"));
    assertEquals(Exact.ofFraction(986, 10), after(impact, "account.margin"));
  }

  @Test
  void amountsOfTwoRowsAreNotAddedAndRatiosAreAveraged() throws Exception {
    String policy =
        """
        policy stocks
        unit base of market
        entity market { key id
                        rate : ratio }
        entity position {
            key id
            of market
            size : base
        }
        for each position { needed = size * 2 }
        report position.needed as requirement, market.rate_shown as requirement
        for each market { rate_shown = rate }
        """;
    Program old = Desk.policy(policy);
    Program now = Desk.policy(policy.replace("size * 2", "size * 3"));
    Impact impact =
        Desk.plan(old, now, Orders.USUAL)
            .on(
                Desk.book(
                    Map.of(
                        "market", "id,rate\nA,0.1\nB,0.3\n",
                        "position", "id,market,size\np,A,1\nq,B,10\nr,A,2\n")));
    assertEquals(
        List.of("base of A", "base of B", ""), impact.totals().stream().map(Total::unit).toList());
    assertEquals(
        new Shift(Exact.of(6), Exact.of(9)), impact.totals().getFirst().shift().orElseThrow());
    assertEquals(Total.Kind.MEAN, impact.totals().getLast().kind());
    assertEquals(Exact.ofFraction(2, 10), impact.totals().getLast().shift().orElseThrow().after());
  }

  @Test
  void fractionsAreRoundedBeforeTheyAreAddedAndItIsSaid() throws Exception {
    Impact impact =
        Desk.impact(OLD, Desk.policy("max(weighted * rate, least)", "weighted * rate / 7"));
    Total.Side after = total(impact, "account.margin").after().orElseThrow();
    assertTrue(after.rounded());
    Exact off = after.value().minus(Exact.ofFraction(468, 70)).abs();
    assertTrue(off.signum() > 0 && off.compareTo(Exact.ofUnscaled(BigInteger.TWO, 18)) < 0);
  }

  @Test
  void limitsAreAppliedBeforeAnythingIsWorkedOut() throws Exception {
    String limit = "rate = 10% within 0% .. 50%, changing by at most 1 points, ";
    Program old = Desk.policy("rate = 10% within 0% .. 50%", limit + "clipped");
    Program now =
        Desk.policy("rate = 10% within 0% .. 50%", limit.replace("10%", "20%") + "clipped");
    Impact impact = Desk.impact(old, now);
    // 11% instead of the 20% asked for: a tenth of 46.8 more.
    assertEquals(
        Exact.ofFraction(468, 100),
        after(impact, "account.margin").minus(before(impact, "account.margin")));
    Program refused = Desk.policy("rate = 10% within 0% .. 50%", limit + "refused");
    Program asked =
        Desk.policy("rate = 10% within 0% .. 50%", limit.replace("10%", "20%") + "refused");
    assertEquals(0, Desk.impact(refused, asked).rows().getFirst().changed());
  }

  @Test
  void cellsAreClippedInMixturesToo() throws Exception {
    String columns =
        "\n\ncolumns of tiers { weight changing by at most 5 points, clipped }\n\nchoice";
    Program old = Desk.policy("\n\nchoice", columns);
    Program now =
        Desk.policy(
            "\n\nchoice",
            columns,
            "below 100 | 120%",
            "below 100 | 140%",
            "rate = 10%",
            "rate = 20%");
    Impact impact = Desk.impact(old, now);
    // With 125% of 140 instead of 120%: margins are 17.5 of 60 and 80, not 16.8.
    Attribution.Parts parts = impact.attribution().orElseThrow().parts().getFirst();
    Exact cell =
        parts.parts().stream()
            .filter(p -> p.player().equals("c2"))
            .findFirst()
            .orElseThrow()
            .amount();
    assertEquals(Exact.ofFraction(105, 100), cell);
  }

  @Test
  void aBookWithoutWhatIsNewCannotBeUsed() {
    Program now = Desk.policy("cash, debt : USD", "cash, debt, held : USD");
    Plan.Unusable unusable = assertThrows(Plan.Unusable.class, () -> Desk.impact(OLD, now));
    assertTrue(unusable.isForNew());
  }

  @Test
  void aBookOfItsOwnIsACause() throws Exception {
    Program now =
        Desk.policy(
            "cash, debt : USD",
            "cash, debt, held : USD",
            "max(weighted * rate, least)",
            "max(weighted * rate, least) - held",
            "rate = 10%",
            "rate = 20%");
    Impact impact =
        Desk.plan(OLD, now, Orders.USUAL)
            .on(
                Desk.book(Desk.BOOK),
                Desk.book(
                    Map.of("account", "id,cash,debt,held\na,20,80,1\nb,9,60,0\nc,30,200,0\n")));
    List<String> players =
        impact.attribution().orElseThrow().players().stream().map(Attribution.Player::id).toList();
    assertEquals(2, players.size(), players.toString());
    assertTrue(players.getLast().endsWith("+book"), players.toString());
    assertEquals(3, impact.rows().getFirst().rows());
  }

  @Test
  void sensitivitiesGoInEqualSteps() throws Exception {
    Plan plan = Desk.plan(OLD, Desk.policy("rate = 10%", "rate = 20%"), Orders.USUAL);
    List<Along> along = Along.changed(plan.guards().difference(), 2);
    Plan asked =
        new Plan(
            plan.guards(),
            plan.effective(),
            plan.before(),
            plan.after(),
            plan.evaluator(),
            new Plan.Asked(false, Optional.empty(), along),
            Watch.NONE);
    Sensitivity sensitivity = asked.on(Desk.book(Desk.BOOK)).sensitivities().getFirst();
    assertEquals(
        List.of(Exact.ofFraction(10, 100), Exact.ofFraction(15, 100), Exact.ofFraction(20, 100)),
        sensitivity.points().stream().map(Sensitivity.Point::value).toList());
    assertEquals(
        List.of(Exact.ofFraction(518, 10), Exact.ofFraction(752, 10), Exact.ofFraction(986, 10)),
        sensitivity.points().stream().map(p -> p.totals().getFirst().value()).toList());
    assertEquals(
        List.of(0, 2, 2),
        sensitivity.points().stream().map(p -> p.over().getFirst().rows()).toList());
  }

  // ---- Gates

  private static Gate.Verdict judged(Impact impact, String gate) {
    return switch (new Gates(impact.difference()).read(gate)) {
      case Gates.Read.Good(Gate good) -> good.judge(impact);
      case Gates.Read.Wrong(var what) -> throw new AssertionError(what.message());
    };
  }

  @Test
  void gatesAreForValuesOrForChanges() throws Exception {
    Impact impact = Desk.impact(OLD, Desk.policy("rate = 10%", "rate = 12.5%"));
    Map<String, Boolean> gates =
        Map.ofEntries(
            Map.entry("newly liquidatable > 0", true),
            Map.entry("newly liquidatable > 1", false),
            Map.entry("newly closing >= 1", true),
            Map.entry("newly called > 0", true),
            Map.entry("newly healthy > 0", false),
            Map.entry("total account.margin > +22%", true),
            Map.entry("total account.margin > 23%", false),
            Map.entry("total account.margin > +11.6", true),
            Map.entry("total account.margin > +11.7 USD", false),
            Map.entry("total account.margin >= +11.7 USD", true),
            Map.entry("total account.margin > 63", true),
            Map.entry("total account.margin > 1_000", false),
            Map.entry("total account.margin < -1%", false),
            Map.entry("shortfall > 0", false),
            Map.entry("uncovered > 0", false),
            Map.entry("faults > 0", false),
            Map.entry("changed > 2", true),
            Map.entry("changed > 3", false));
    gates.forEach((gate, failed) -> assertEquals(failed, judged(impact, gate).failed(), gate));
    assertEquals("+11.7 USD, +22.59%", judged(impact, "total account.margin > +5%").found());
  }

  @Test
  void whatIsNoGateSaysWhy() {
    Gates gates = new Gates(org.loadline.diff.Difference.between(OLD, OLD));
    Map<String, String> wrong =
        Map.of(
            "anything", "R6650",
            "newly called > +5", "R6650",
            "newly called > 5%", "R6650",
            "sum account.margin > 5", "R6650",
            "total account.margin > 1.2.3", "R6650",
            "total account.cash > 5", "R6651",
            "newly broke > 5", "R6652",
            "total account.margin > 5 EUR", "R6653");
    wrong.forEach(
        (text, code) -> {
          if (gates.read(text) instanceof Gates.Read.Wrong(var what)) {
            assertEquals(code, what.code().code(), text);
            assertTrue(what.message().contains(text), what.message());
          } else {
            throw new AssertionError(text);
          }
        });
  }
}
