package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What `else` answers, and where it has nothing to answer. */
class ElseTest {
  private static final String LINES =
      """
      param top = 3
      entity mode { key id
          ltv : ratio }
      entity account { key id
          of mode or none
          extra : number or none }
      entity line { of account
          of mode as kind
          part, whole : number }
      table rates by n: number {
          | n       | rate |
          | below 1 | 2    |
          | otherwise | 3  |
      }
      twice(a) = a * 2
      """;

  private static String core(String formula) {
    return CheckedPolicy.of(LINES + "for each line { x = " + formula + " }").core("line.x");
  }

  private static String type(String formula) {
    return CheckedPolicy.of(LINES + "for each line { x = " + formula + " }").type("line.x");
  }

  private static String said(String formula) {
    return CheckedPolicy.of(LINES + "for each line { y = part\n x = " + formula + " }")
        .saidWithHints();
  }

  @Test
  void aDivisionFailsByItself() {
    assertEquals("((line.part / line.whole) else 0)", core("part / whole else 0"));
    assertEquals("fraction", type("part / whole else 0"));
    assertEquals("decimal", type("remainder(part, whole) else 0"));
  }

  @Test
  void aPathFailsByALookupAKeyedChildOrAMissingReference() {
    assertEquals("(rates(line.part).rate else 0)", core("rates(part).rate else 0%"));
    assertEquals("(line.account.mode.ltv else 0)", core("account.mode.ltv else 0%"));
    assertEquals(
        "(line.account.lines(line.kind).part else 0)", core("account.lines(kind).part else 0"));
  }

  @Test
  void rowsMayBeMissing() {
    assertEquals("fraction", type("mean(account.lines.part) else 0"));
    assertEquals("decimal", type("max(account.lines.part) else 0"));
    assertEquals("decimal", type("(the l in account.lines with least l.part).whole else 0"));
  }

  @Test
  void functionsFailOutsideTheirDomain() {
    assertEquals("decimal", type("ln(part) else 0"));
    assertEquals("decimal", type("power(part, 0.5) else 0"));
    assertEquals("decimal", type("floor(sqrt(part)) else 0"));
  }

  @Test
  void aRoundingWordAndAsNumberFailAsWhatIsInside() {
    assertEquals("decimal", type("floor(part / whole to 0.1) else 0"));
    assertEquals(
        "R3300 `floor(part to 0.1)` always has a value, so `else` answers nothing."
            + " > Leave `else` out.",
        said("floor(part to 0.1) else 0"));
  }

  @Test
  void anAnswerMayFailInItsTurn() {
    assertEquals("fraction", type("part / whole else whole / part else 0"));
    assertEquals(
        "R3300 `part / whole else 1` always has a value, so `else` answers nothing."
            + " > Leave `else` out.",
        said("part / whole else 1 else 0"));
  }

  @Test
  void aNameOfAFactHasItsOwnFaults() {
    assertEquals(
        "R3302 `y` is a fact with its own faults, so `else` cannot answer for it."
            + " > Answer in `y`.",
        said("y else 0"));
    assertEquals(
        "R3302 `twice` is a fact with its own faults, so `else` cannot answer for it."
            + " > Answer in `twice`.",
        said("twice(1) else 0"));
  }

  @Test
  void aSumAlwaysHasAValueButItsTermsMayNot() {
    assertEquals(
        "R3301 `+` always has a value, so `else` answers nothing."
            + " > Did you mean `(part / whole else 0) + 1`?",
        said("part / whole + 1 else 0"));
    assertEquals(
        "R3301 `*` always has a value, so `else` answers nothing."
            + " > Did you mean `2 * (part / whole else 0)`?",
        said("2 * (part / whole) else 0"));
    assertEquals(
        "R3300 `+` always has a value, so `else` answers nothing. > Leave `else` out.",
        said("part + 1 else 0"));
  }

  @Test
  void insideAnAggregateElseAnswersPerRow() {
    assertEquals(
        "R3303 `sum` always has a value; its rows may not."
            + " > Answer per row: `sum(floor(l.part / l.whole) else 0 for l in account.lines)`.",
        said("sum(floor(l.part / l.whole) for l in account.lines) else 0"));
    assertEquals("decimal", type("sum(floor(l.part / l.whole) else 0 for l in account.lines)"));
  }

  @Test
  void comparisonsConditionsAndLiteralsAlwaysHaveAValue() {
    assertEquals(
        "R3300 `3` always has a value, so `else` answers nothing. > Leave `else` out.",
        said("3 else 0"));
    assertEquals(
        "R3300 `part > 1` always has a value, so `else` answers nothing. > Leave `else` out.",
        said("part > 1 else false"));
    assertEquals(
        "R3300 `top` always has a value, so `else` answers nothing. > Leave `else` out.",
        said("top else 0"));
  }

  @Test
  void elseAnswersForNone() {
    assertEquals("decimal", type("account.extra else 0"));
    assertEquals("decimal or none", type("account.extra else none"));
    assertEquals("decimal or unlimited", type("account.extra else unlimited"));
    assertEquals("fraction or none", type("part / whole else none"));
  }

  @Test
  void bothSidesHaveOneType() {
    assertEquals(
        "R3100 A plain number and a condition do not go together here."
            + " > Both sides need one type.",
        said("part / whole else true"));
  }

  @Test
  void anArmOfADecisionAnswersForItself() {
    assertEquals(
        "R3305 `account.mode` may be `none`, so what follows it may be missing."
            + " > Test it with `is none` first, or answer the path with `else`.",
        said("(account.mode.ltv when part > 1 | none otherwise) else 0"));
    assertEquals(
        "decimal", type("(account.mode.ltv else 1 when part > 1 | none otherwise) else 0"));
  }
}
