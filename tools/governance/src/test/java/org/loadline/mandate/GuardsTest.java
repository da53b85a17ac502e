package org.loadline.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loadline.mandate.Proposal.at;
import static org.loadline.mandate.Proposal.changed;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.values.Exact;

/** What each limit makes of a change, at its edges too. */
class GuardsTest {
  private static String of(String from, String to, String limits) {
    return Proposal.ofParam(from, to, limits, History.NONE).sentence();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // At most is inclusive, up and down; a hair beyond is not.
        "1%;    1.5%;   changing by at most 0.5 points; allowed",
        "1%;    0.5%;   changing by at most 0.5 points; allowed",
        "1%;    1.8%;   changing by at most 0.5 points; refused, stays 1%: asked +0.8 points,"
            + " allowed 0.5 points: `changing by at most 0.5 points` is broken",
        "1%;    0.49%;  changing by at most 0.5 points; refused, stays 1%: asked -0.51 points,"
            + " allowed 0.5 points: `changing by at most 0.5 points` is broken",
        // A share is one of the old value.
        "100;   110;    changing by at most 10% of its value; allowed",
        "100;   90;     changing by at most 10% of its value; allowed",
        "110;   100;    changing by at most 10% of its value; allowed",
        "-100;  -110;   changing by at most 10% of its value; allowed",
        "100;   111;    changing by at most 10% of its value; refused, stays 100: asked +11 (+11%"
            + " of its value), allowed 10 (10% of its value): `changing by at most 10% of its"
            + " value` is broken",
        "0;     1;      changing by at most 100% of its value; refused, stays 0: asked +1, allowed"
            + " nothing, since a share of zero is zero: `changing by at most 100% of its value` is"
            + " broken",
        "0;     1;      changing by at most 2; allowed",
        // Clipped: what is allowed on the way, with its bounds.
        "1%;    1.8%;   'changing by at most 0.5 points, clipped'; clipped to 1.5%: asked +0.8"
            + " points, allowed 0.5 points: `changing by at most 0.5 points` is broken",
        "1%;    0.1%;   'changing by at most 0.5 points, clipped'; clipped to 0.5%: asked -0.9"
            + " points, allowed 0.5 points: `changing by at most 0.5 points` is broken",
        "5 USD; 9 USD;  'changing by at most 20% of its value, clipped'; clipped to 6 USD: asked +4"
            + " USD (+80% of its value), allowed 1 USD (20% of its value): `changing by at most 20%"
            + " of its value` is broken",
        "0;     1;      'changing by at most 50% of its value, clipped'; clipped to 0: asked +1,"
            + " allowed nothing, since a share of zero is zero: `changing by at most 50% of its"
            + " value` is broken",
        "3 days; 9 days; 'changing by at most 1 day, clipped'; clipped to 4 days: asked +6 days,"
            + " allowed 1 day: `changing by at most 1 day` is broken",
        // Never to zero, whatever else is allowed.
        "1%;    0%;     never to zero; refused, stays 1%: asked 0%: `never to zero` is broken",
        "0%;    1%;     never to zero; allowed",
        "0.3%;  0%;     'changing by at most 0.5 points, clipped, never to zero'; refused, stays"
            + " 0.3%: asked 0%: `never to zero` is broken",
        "0.8%;  0%;     'changing by at most 0.5 points, clipped, never to zero'; 'clipped to 0.3%:"
            + " asked -0.8 points, allowed 0.5 points: `changing by at most 0.5 points` is broken;"
            + " asked 0%: `never to zero` is broken'",
        // Nothing limits it.
        "1%;    9%;     ''; allowed: it has no limit",
      })
  void limits(String from, String to, String limits, String said) {
    assertEquals(said, of(from, to, limits));
  }

  @Test
  void boundsAreThoseOfTheOldPolicy() {
    Guards guards =
        Proposal.of(
            "param p = 1% within 0% .. 2%, clipped\nreport x\nx = p",
            "param p = 5% within 0% .. 9%, clipped\nreport x\nx = p", History.NONE);
    assertEquals(
        "clipped to 2%: asked 5%, which is outside: `within 0% .. 2%` is broken",
        guards.changes().getFirst().sentence());
    assertEquals(1, guards.loosened().size());
    assertFalse(guards.isAllowed());
  }

  @Test
  void aRuleThatTheProposalTakesOutHoldsForIt() {
    Guards guards =
        Proposal.of(
            "param p = 1% changing by at most 1 points\nreport x\nx = p",
            "param p = 5%\nreport x\nx = p", History.NONE);
    assertEquals(Verdict.REFUSED, guards.changes().getFirst().verdict());
  }

  // ---- Clocks

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2026-10-04T00:00Z;    allowed",
        "2026-10-05T00:00Z;    allowed",
        "2026-10-03T23:59:59Z; refused, stays 1%: last changed 259199 seconds ago: `once in 3 days`"
            + " is broken",
        "2026-10-03T00:00Z;    refused, stays 1%: last changed 2 days ago: `once in 3 days` is"
            + " broken",
      })
  void onceInRunsOutAtItsPeriod(String now, String said) {
    Guarded guarded =
        Proposal.ofParam(
            "1%",
            "1.5%",
            "changing by at most 0.5 points once in 3 days",
            at(
                now,
                Map.of("p", List.of(changed("2026-09-01T00:00Z"), changed("2026-10-01T00:00Z")))));
    assertEquals(said, guarded.sentence());
    assertTrue(guarded.isChecked());
  }

  @Test
  void whatComesTooEarlyIsNotClippedButRefused() {
    Guarded guarded =
        Proposal.ofParam(
            "1%",
            "1.8%",
            "changing by at most 0.5 points once in 3 days, clipped",
            at("2026-10-03T00:00Z", Map.of("p", List.of(changed("2026-10-01T00:00Z")))));
    assertEquals(Verdict.REFUSED, guarded.verdict());
    assertEquals(
        2, guarded.reasons().stream().filter(r -> r.finding() == Reason.Finding.BROKEN).count());
  }

  @Test
  void aCompleteHistoryThatDoesNotMentionItSaysNever() {
    Guarded guarded =
        Proposal.ofParam(
            "1%",
            "1.5%",
            "changing by at most 0.5 points once in 3 days",
            at("2026-10-03T00:00Z", Map.of()));
    assertTrue(guarded.isChecked());
    assertEquals("allowed", guarded.sentence());
  }

  @ParameterizedTest
  @CsvSource({"once in 3 days", "in any 3 days"})
  void withoutHistoryAClockIsNotChecked(String clock) {
    Guarded guarded =
        Proposal.ofParam("1%", "1.5%", "changing by at most 0.5 points " + clock, History.NONE);
    assertEquals(Verdict.ALLOWED, guarded.verdict());
    assertFalse(guarded.isChecked());
    assertTrue(guarded.sentence().endsWith("` not checked: no history"), guarded.sentence());
  }

  @Test
  void aSizeThatIsBrokenNeedsNoHistory() {
    Guarded guarded =
        Proposal.ofParam(
            "1%", "1.8%", "changing by at most 0.5 points in any 3 days", History.NONE);
    assertEquals(Verdict.REFUSED, guarded.verdict());
  }

  // ---- Windows

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // From 1.0 on the 1st over 1.3 on the 3rd: the 3rd's change is in the window of 7 days.
        "1.3%; 1.5%; 2026-10-09T00:00Z; allowed",
        "1.3%; 1.6%; 2026-10-09T00:00Z; 'refused, stays 1.3%: asked +0.6 points, allowed 0.5"
            + " points, from 1%, which it was until 6 days ago: `changing by at most 0.5 points in"
            + " any 7 days` is broken'",
        // Exactly seven days later it is not.
        "1.3%; 1.8%; 2026-10-10T00:00Z; allowed",
        "1.3%; 1.6%; 2026-10-09T23:59:59Z; 'refused, stays 1.3%: asked +0.6 points, allowed 0.5"
            + " points, from 1%, which it was until 604799 seconds ago: `changing by at most 0.5"
            + " points in any 7 days` is broken'",
        // Back to where it was is no movement over the window, but further is.
        "1.3%; 1%;   2026-10-09T00:00Z; allowed",
        "1.3%; 0.8%; 2026-10-09T00:00Z; allowed",
      })
  void inAnyHoldsTheNewValueAgainstAllThatThereWere(
      String from, String to, String now, String said) {
    Guarded guarded =
        Proposal.ofParam(
            from,
            to,
            "changing by at most 0.5 points in any 7 days",
            at(now, Map.of("p", List.of(changed("2026-10-03T00:00Z", "0.01")))));
    assertEquals(said, guarded.sentence());
  }

  @Test
  void inAnyIsClippedToWhatIsLeft() {
    Guarded guarded =
        Proposal.ofParam(
            "1.3%",
            "1.7%",
            "changing by at most 0.5 points in any 7 days, clipped",
            at("2026-10-09T00:00Z", Map.of("p", List.of(changed("2026-10-03T00:00Z", "0.01")))));
    assertEquals("1.5%", guarded.effectiveText());
  }

  @Test
  void aWindowNeedsTheValuesThatThereWere() {
    Guarded guarded =
        Proposal.ofParam(
            "1.3%",
            "1.5%",
            "changing by at most 0.5 points in any 7 days",
            at("2026-10-09T00:00Z", Map.of("p", List.of(changed("2026-10-03T00:00Z")))));
    assertFalse(guarded.isChecked());
    Guarded later =
        Proposal.ofParam(
            "1.3%",
            "1.5%",
            "changing by at most 0.5 points in any 7 days",
            at("2026-10-10T00:00Z", Map.of("p", List.of(changed("2026-10-03T00:00Z")))));
    assertTrue(later.isChecked(), "what lies before the window does not count");
  }

  // ---- Groups

  private static final String CAPO =
      """
      param ratio = %s changing by at most 3%% of its value%s
      param taken = %s
      param other = %s
      %s
      report x, y
      x = ratio * other
      y = taken - 2026-01-01
      """;

  private static Guards capo(
      String beyond, String group, String ratio, String taken, String other) {
    return Proposal.of(
        CAPO.formatted("1.15", beyond, "2026-02-25", "1", group),
        CAPO.formatted(ratio, beyond, taken, other, group),
        History.NONE);
  }

  private static List<String> said(Guards guards) {
    return guards.changes().stream().map(g -> g.name() + " " + g.sentence()).toList();
  }

  @Test
  void aRatioThatIsClippedWhileItsDateIsNotIsSeen() {
    Guards guards = capo(", clipped", "", "1.2", "2026-03-03", "1");
    assertEquals(
        List.of(
            "ratio clipped to 1.1845: asked +0.05 (+4.347826086956521739~% of its value), allowed"
                + " 0.0345 (3% of its value): `changing by at most 3% of its value` is broken",
            "taken allowed: it has no limit"),
        said(guards));
    assertFalse(guards.isAllowed());
    var params = guards.effective().params();
    assertEquals(Exact.of(new java.math.BigDecimal("1.1845")), params.get(0).value());
    assertEquals(Exact.of(java.time.LocalDate.of(2026, 3, 3).toEpochDay()), params.get(1).value());
  }

  @Test
  void aGroupTakesEffectAsAskedOrNotAtAll() {
    String group = "changes together ratio, taken";
    Guards guards = capo("", group, "1.2", "2026-03-03", "1");
    assertEquals(
        List.of(Verdict.REFUSED, Verdict.REFUSED),
        guards.changes().stream().map(Guarded::verdict).toList());
    assertEquals(
        "refused, stays 2026-02-25: `ratio` is refused: `changes together with ratio` is broken",
        guards.changes().getLast().sentence());
    assertEquals(
        Proposal.program(CAPO.formatted("1.15", "", "2026-02-25", "1", group))
            .params()
            .get(1)
            .value(),
        guards.effective().params().get(1).value());
    assertTrue(capo("", group, "1.16", "2026-03-03", "1").isAllowed());
  }

  @Test
  void halfOfAGroupIsRefused() {
    Guards guards = capo("", "changes together ratio, taken, other", "1.16", "2026-03-03", "1");
    assertEquals(
        List.of(
            "ratio refused, stays 1.15: `other` does not change: `changes together with taken,"
                + " other` is broken",
            "taken refused, stays 2026-02-25: `other` does not change: `changes together with"
                + " ratio, other` is broken"),
        said(guards));
  }

  @Test
  void whatWouldBeClippedInAGroupIsSaidToo() {
    Guards guards = clippedGroup();
    Guarded ratio = guards.changes().getFirst();
    assertEquals(Verdict.REFUSED, ratio.verdict());
    assertEquals("1.1845", ratio.aloneText());
    assertEquals("1.15", ratio.effectiveText());
    assertTrue(
        guards
            .changes()
            .getLast()
            .sentence()
            .contains("`ratio` would be clipped to 1.1845, asked 1.2"),
        said(guards).toString());
  }

  private static Guards clippedGroup() {
    return capo(", clipped", "changes together ratio, taken", "1.2", "2026-03-03", "1");
  }

  // ---- Cells

  private static final String TIERS =
      """
      table tiers by asset {
          | asset | ltv | threshold |
          | WETH  | %s  | %s        |
          | USDC  | 75%% | 78%%     |
      }
      columns of tiers {
          ltv within 0%% .. 95%%, changing by at most 0.5 points once in 3 days, never to zero
          threshold changing by at most 0.5 points%s
      }
      report x
      x = tiers("WETH").ltv * tiers("USDC").threshold
      """;

  @Test
  void cellsAreJudgedLikeParams() {
    Guards guards =
        Proposal.of(
            TIERS.formatted("80%", "83%", ", clipped"),
            TIERS.formatted("80.5%", "85%", ", clipped"),
            at(
                "2026-10-03T00:00Z",
                Map.of("tiers.ltv[WETH]", List.of(changed("2026-10-01T00:00Z")))));
    assertEquals(
        List.of(
            "tiers.ltv[WETH] refused, stays 80%: last changed 2 days ago: `once in 3 days` is"
                + " broken",
            "tiers.threshold[WETH] clipped to 83.5%: asked +2 points, allowed 0.5 points: `changing"
                + " by at most 0.5 points` is broken"),
        said(guards));
    var rows = guards.effective().tables().getFirst().written();
    assertEquals(Exact.of(new java.math.BigDecimal("0.8")), rows.get(0).get(1));
    assertEquals(Exact.of(new java.math.BigDecimal("0.835")), rows.get(0).get(2));
    assertEquals(Exact.of(new java.math.BigDecimal("0.78")), rows.get(1).get(2));
  }

  @Test
  void columnsOfOneTableChangeTogetherRowByRow() {
    String together = ", changes together with ltv";
    Guards alone =
        Proposal.of(
            TIERS.formatted("80%", "83%", together),
            TIERS.formatted("80.1%", "83%", together).replace("78%", "78.1%"),
            History.NONE);
    assertEquals(
        List.of(Verdict.REFUSED, Verdict.REFUSED),
        alone.changes().stream().map(Guarded::verdict).toList());
    Guards both =
        Proposal.of(
            TIERS.formatted("80%", "83%", together),
            TIERS.formatted("80.1%", "83.1%", together),
            at("2026-10-03T00:00Z", Map.of()));
    assertTrue(both.isAllowed(), said(both).toString());
    assertTrue(both.isChecked());
  }

  private static final String GRID =
      """
      grid charge : ratio by days, size {
          | days     | below 10 | otherwise |
          | below 30 | 1%%      | %s        |
          | otherwise | 3%%     | 4%%       |
      }
      columns of charge { value changing by at most 1 points, clipped }
      report x
      x = charge(5, 20)
      """;

  @Test
  void cellsOfAGridToo() {
    Guards guards = Proposal.of(GRID.formatted("2%"), GRID.formatted("5%"), History.NONE);
    assertEquals("3%", guards.changes().getFirst().effectiveText());
    assertEquals(
        Exact.of(new java.math.BigDecimal("0.03")),
        guards.effective().tables().getFirst().written().get(1).getLast());
  }

  @Test
  void whatNoLimitSpeaksOfIsListedApart() {
    Guards guards =
        Proposal.of(
            "param p = 1% changing by at most 1 points\nreport x\nx = p",
            "param p = 1% changing by at most 2 points\nreport x\nx = p * 2", History.NONE);
    assertEquals(List.of(), guards.changes());
    assertEquals(1, guards.loosened().size());
    assertEquals(1, guards.others().size());
    assertTrue(guards.isAllowed());
  }
}
