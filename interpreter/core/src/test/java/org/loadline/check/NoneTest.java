package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What may be `none` or `unlimited`, and what a test shows about it. */
class NoneTest {
  private static final String ROWS =
      """
      unit USD
      entity mode { key id
          ltv : ratio
          cap : USD or unlimited }
      entity account { key id
          of mode or none
          price : USD or none
          limit : USD or unlimited
          cash : USD }
      """;

  private static CheckedPolicy rows(String formula) {
    return CheckedPolicy.of(ROWS + "for each account { x = " + formula + " }");
  }

  private static String type(String formula) {
    return rows(formula).type("account.x");
  }

  private static String said(String formula) {
    return rows(formula).saidWithHints();
  }

  @Test
  void anOptionalValueMayBePassedOutputAndAnswered() {
    assertEquals("decimal USD or none", type("price"));
    assertEquals("decimal USD", type("price else 0"));
    assertEquals("flag", type("price is none"));
    assertEquals("mode account.mode or none", type("mode"));
  }

  @Test
  void anythingElseDoesNotCompile() {
    assertEquals(
        "R3304 `price` may be `none`." + " > Test it with `is none` first, or answer with `else`.",
        said("price * 2"));
    assertEquals(
        "R3304 `price` may be `none`." + " > Test it with `is none` first, or answer with `else`.",
        said("price > cash"));
    assertEquals(
        "R3305 `mode` may be `none`, so what follows it may be missing."
            + " > Test it with `is none` first, or answer the path with `else`.",
        said("mode.ltv"));
    assertEquals(
        "R3309 `none` compares with nothing. > Write `price is none`.", said("(price = none)"));
  }

  @Test
  void aTestNarrowsInItsArmInLaterArmsAndInTheRestOfACondition() {
    assertEquals("decimal USD", type("(0 when price is none | price * 2 otherwise)"));
    assertEquals("decimal USD", type("(price * 2 when price is not none | 0 otherwise)"));
    assertEquals("flag", type("price is not none and price > cash"));
    assertEquals("flag", type("price is none or price > cash"));
    assertEquals("flag", type("not (price is none) and price > cash"));
    assertEquals("decimal", type("(mode.ltv when mode is not none | 0 otherwise)"));
  }

  @Test
  void aTestNarrowsUnderItsWhere() {
    assertEquals(
        "decimal USD",
        CheckedPolicy.of(ROWS + "x = sum(a.price for a in accounts where a.price is not none)")
            .type("x"));
    assertEquals(
        "decimal USD",
        CheckedPolicy.of(ROWS + "x = sum(accounts.price where price is not none)").type("x"));
    assertEquals(
        "decimal",
        CheckedPolicy.of(ROWS + "x = sum(accounts.mode.ltv where mode is not none)").type("x"));
  }

  @Test
  void aTestHiddenInAnotherFactDoesNotNarrow() {
    assertEquals(
        "R3304 `price` may be `none`.",
        CheckedPolicy.of(
                ROWS
                    + """
                    for each account {
                        missing = price is none
                        x       = 0           when missing
                                | price * 2   otherwise
                    }
                    """)
            .said());
  }

  @Test
  void aTestThatCannotFailIsRefused() {
    assertEquals("R3307 `cash` is never `none`. > Leave the test out.", said("cash is none"));
    assertEquals(
        "R3308 `cash` is never `unlimited`. > Leave the test out.", said("cash is unlimited"));
  }

  @Test
  void unlimitedComparesAndTakesNoArithmetic() {
    assertEquals("flag", type("limit > cash"));
    assertEquals("flag", type("(limit = unlimited)"));
    assertEquals(
        "R3306 `limit` may be `unlimited`, which takes no arithmetic."
            + " > Test it with `is unlimited` first, or bound it with `min`.",
        said("limit * 2"));
    assertEquals("decimal USD", type("(0 when limit is unlimited | limit * 2 otherwise)"));
  }

  @Test
  void minAndClampWithAFiniteBoundAreFinite() {
    assertEquals("decimal USD", type("min(limit, cash)"));
    assertEquals("decimal USD or unlimited", type("max(limit, cash)"));
    assertEquals("decimal USD", type("clamp(limit, 0, cash)"));
    assertEquals("decimal USD or unlimited", type("clamp(cash, limit, limit)"));
  }

  @Test
  void aDecisionJoinsItsArms() {
    assertEquals("decimal USD or none", type("(none when cash < 0 | cash otherwise)"));
    assertEquals(
        "decimal or unlimited or none",
        type("(none when cash < 0 | unlimited when cash = 0 | 2 otherwise)"));
  }
}
