package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Units of the whole, percentages, times, comparisons. */
class UnitsTest {
  private static final String UNITS =
      """
      unit USD
      unit ETH
      choice mode { normal, cautious, halted }
      system {
          cash : USD
          coins : ETH
          now : instant
          day_one : date
          state : mode
          name : text
          active : flag
      }
      """;

  private static String type(String formula) {
    return CheckedPolicy.of(UNITS + "x = " + formula).type("x");
  }

  private static String said(String formula) {
    return CheckedPolicy.of(UNITS + "x = (" + formula + ")").saidWithHints();
  }

  private static String core(String formula) {
    return CheckedPolicy.of(UNITS + "x = (" + formula + ")").core("x");
  }

  @Test
  void unitsMultiplyAndDivide() {
    assertEquals("fixed fraction USD/ETH", type("cash / coins"));
    assertEquals("fixed fraction", type("cash / 3 USD"));
    assertEquals("decimal USD", type("cash * 3"));
    assertEquals("decimal USD/ETH", type("5 USD / 1 ETH"));
  }

  @Test
  void differentUnitsDoNotAddOrCompare() {
    assertEquals(
        "R3200 Amounts in `USD` and amounts in `ETH` do not add. > Convert one of them first.",
        said("cash + coins"));
    assertEquals(
        "R3200 Amounts in `USD` and plain numbers do not subtract. > Convert one of them first.",
        said("cash - 1"));
    assertEquals(
        "R3200 Amounts in `USD` and amounts in `ETH` do not compare. > Convert one of them first.",
        said("cash < coins"));
    assertEquals(
        "R3200 Amounts in `USD` and amounts in `ETH` do not compare. > Convert one of them first.",
        said("min(cash, coins)"));
  }

  @Test
  void plainZeroAndUnlimitedHaveEveryUnit() {
    assertEquals("decimal USD", type("max(0, cash)"));
    assertEquals("(cash > 0 USD)", core("cash > 0"));
    assertEquals("decimal USD or unlimited", type("(unlimited when active | cash otherwise)"));
    assertEquals("decimal", type("0"));
    assertEquals("decimal or unlimited", type("unlimited"));
  }

  @Test
  void aPercentageOffAnAmountIsRefusedWithItsTwoMeanings() {
    assertEquals(
        "R3108 `100 USD` is in `USD`, and `15%` is a share: they do not subtract."
            + " > Write `100 USD less 15%` or `100 USD * 85%`.",
        said("100 USD - 15%"));
    assertEquals(
        "R3108 `cash` is in `USD`, and `0.5%` is a share: they do not add."
            + " > Write `cash * 100.5%`.",
        said("cash + 0.5%"));
    assertEquals("decimal USD", type("cash less 15%"));
    assertEquals(
        "R3107 `less` takes away a share, but this is an amount in `USD`."
            + " > Write a percentage or a plain number.",
        said("cash less 1 USD"));
  }

  @Test
  void asNumberDropsAUnitAndNothingElse() {
    assertEquals("decimal", type("cash as number"));
    assertEquals(
        "R3114 This is a plain number; `as number` drops the unit of an amount."
            + " > Leave `as number` out.",
        said("1 as number"));
  }

  @Test
  void timesAndDurations() {
    assertEquals("decimal time", type("now - 2026-01-01T00:00Z"));
    assertEquals("instant", type("now + 36 hours"));
    assertEquals("decimal time", type("day_one - 2026-01-01"));
    assertEquals("date", type("day_one + 7 days"));
    assertEquals("((day_one - 20454) * 86400 time)", core("day_one - 2026-01-01"));
    assertEquals("(day_one + 7)", core("day_one + 7 days"));
    assertEquals(
        "R3117 A date takes a written number of whole days."
            + " > Write `day_one + 7 days`, or use an instant.",
        said("day_one + 1 hour"));
    assertEquals(
        "R3100 An instant and a date do not go together here. > Both sides need one type.",
        said("now - day_one"));
    assertEquals("fixed fraction 1/time", type("5% / 365 days"));
    assertEquals("flag", type("(now = 2026-01-01T00:00Z)"));
  }

  @Test
  void equalsComparesNumbersAndIsTheRest() {
    assertEquals("flag", type("(cash = 3 USD)"));
    assertEquals("flag", type("state is halted"));
    assertEquals("flag", type("name is \"a\""));
    assertEquals("flag", type("active is true"));
    assertEquals(
        "R3105 `=` compares numbers; this is a member of `mode`. > Write `state is halted`.",
        said("state = halted"));
    assertEquals(
        "R3105 `=` compares numbers; this is a text. > Write `name is not \"a\"`.",
        said("name != \"a\""));
    assertEquals(
        "R3106 `is` compares choices, rows and words; these are numbers."
            + " > Write `cash = 1 USD`.",
        said("cash is 1 USD"));
  }

  @Test
  void choicesAreOrderedTextsAreNot() {
    assertEquals("(state >= cautious)", core("state >= cautious"));
    assertEquals("(cautious <= state)", core("cautious <= state"));
    assertEquals("mode", type("max(state, cautious)"));
    assertEquals(
        "R3104 A text has no order, so `<` means nothing. > Compare with `is`.",
        said("name < \"b\""));
  }

  @Test
  void rangesAndSets() {
    assertEquals("(cash in 1 USD .. 2 USD)", core("cash in 1 USD .. 2 USD"));
    assertEquals("(state not in { cautious, halted })", core("state not in { cautious, halted }"));
    assertEquals("(state in cautious .. halted)", core("state in cautious .. halted"));
    assertEquals(
        "R3115 `haltd` is not a member of `mode`. > Did you mean `halted`?",
        said("state in { haltd }"));
    assertEquals(
        "R3116 `in {…}` tests members of a choice; this is an amount in `USD`."
            + " > Write `is` or a range `a .. b`.",
        said("cash in { a }"));
  }

  @Test
  void conditionsAndNumbersAreNotMixed() {
    assertEquals(
        "R3103 Expected a condition, but this is an amount in `USD`. > Compare it with something.",
        said("cash and active"));
    assertEquals(
        "R3102 `+` works on numbers, but this is a condition. > Write a number or an amount.",
        said("active + 1"));
    assertEquals(
        "R3100 A member of `mode` and a text do not go together here."
            + " > Both sides need one type.",
        said("state is name"));
  }

  @Test
  void remainderNeedsOneUnit() {
    assertEquals("decimal USD", type("remainder(cash, 3 USD) else 0"));
    assertEquals(
        "R3200 Amounts in `USD` and amounts in `ETH` do not divide without a rest."
            + " > Convert one of them first.",
        said("remainder(cash, coins)"));
  }

  @Test
  void anErrorSilencesWhatFollowsFromIt() {
    assertEquals(
        "R2500 Nothing here is called `cahs`. > Did you mean `cash`?",
        said("floor(cahs * coins + 1 to 2) else 3"));
  }
}
