package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What names mean inside formulas, and what is said about those that mean nothing. */
class NamesTest {
  private static final String ROWS =
      """
      unit USD
      choice mode { normal, halted }
      choice regime { normal, stressed }
      system { insurance : USD
          state : mode }
      param fee = 2%
      entity fund { key id
          balance : USD }
      entity token { key id
          price : USD }
      entity account { key id
          cash : USD }
      entity holding { of account
          of token
          amount : number }
      entity note { key id
          of account
          size : number }
      """;

  private static CheckedPolicy rows(String text) {
    return CheckedPolicy.of(ROWS + text);
  }

  private static String core(String formula) {
    return rows("for each account { x = " + formula + " }").core("account.x");
  }

  private static String said(String formula) {
    return rows("for each account { x = " + formula + " }").saidWithHints();
  }

  @Test
  void theRowsOwnPartsComeFirst() {
    assertEquals(
        "(account.insurance + 1 USD)",
        rows("for each account { insurance = cash\n x = insurance + 1 USD }").core("account.x"));
    assertEquals("insurance", core("insurance"));
    assertEquals("(account.cash * fee)", core("cash * fee"));
    assertEquals("account.cash", core("account.cash"));
  }

  @Test
  void localsHideTheRowAndParametersToo() {
    assertEquals(
        "decimal", rows("for each account { x = cash * 2 with cash = 3 }").type("account.x"));
    assertEquals(
        "(fee + 1)", rows("for each account { f(fee) = fee + 1\n x = f(3) }").core("account.f"));
  }

  @Test
  void anEntityAndAKeyNameARow() {
    assertEquals("fund(\"insurance\").balance", core("fund.insurance.balance"));
    assertEquals("fund(\"rainy day\").balance", core("fund(\"rainy day\").balance"));
    assertEquals("fund(\"a\").balance", core("funds(\"a\").balance"));
    assertEquals(
        "R2514 `fund` is a kind of row, not one row."
            + " > Name a row by its key, as in `fund(\"…\")`, or use its plural in an aggregate.",
        said("fund"));
  }

  @Test
  void aChildIsKnownByItsKeyOrItsOtherReferences() {
    assertEquals("account.notes(\"a\").size", core("notes(\"a\").size"));
    assertEquals("account.holdings(token(\"ETH\")).amount", core("holdings(token.ETH).amount"));
    assertEquals(
        "R2515 Rows of `note` cannot be named by the name `a`. > They are known by `id` and"
            + " `account`.",
        said("note.a.size"));
    assertEquals(
        "R2515 Rows of `holding` cannot be named by 2 values. > They are known by `token`.",
        said("holdings(token.ETH, 3).amount"));
  }

  @Test
  void membersAreFoundByTheChoiceExpected() {
    assertEquals("(state is normal)", core("state is normal"));
    assertEquals("halted", core("halted"));
    assertEquals("normal", core("regime.normal"));
    assertEquals(
        "R2503 `normal` is a member of several choices: `mode`, `regime`."
            + " > Say the choice, as in `mode.normal`.",
        said("normal"));
    assertEquals("regime", rows("for each account { x : regime = normal }").type("account.x"));
  }

  @Test
  void unknownNamesAreMetWithTheNearest() {
    assertEquals("R2500 Nothing here is called `cahs`. > Did you mean `cash`?", said("cahs"));
    assertEquals(
        "R2500 Nothing here is called `holdngs`. > Did you mean `holdings`?",
        said("sum(holdngs.amount)"));
    assertEquals(
        "R2501 A row of `token` has no `prise`. > Did you mean `price`?",
        said("sum(holdings.token.prise)"));
    assertEquals(
        "R2502 An amount in `USD` has no parts, so `.x` means nothing."
            + " > Only rows, functions and lookups have parts.",
        said("cash.x"));
    assertEquals("R3111 There is no unit `UDS`. > Did you mean `USD`?", said("3 UDS"));
  }

  @Test
  void aCycleIsShown() {
    assertEquals(
        "R2519 `account.b` depends on itself: `account.b` → `account.a` → `account.b`."
            + " > Break the circle: a definition cannot use its own value.",
        rows("for each account { a = b + 1\n b = a }").saidWithHints());
    assertEquals(
        "R2519 `f` depends on itself: `f` → `f`.", rows("f(a) = f(a) + 1\nx = f(1)").said());
    assertEquals(
        "R2519 `a` depends on itself: `a` → `b` → `a`.", rows("x = a with a = b, b = a").said());
  }

  @Test
  void inCyclesThroughRowsToo() {
    assertEquals(
        "R2519",
        rows("for each holding { a = account.b }\nfor each account { b = sum(holdings.a) }")
            .said()
            .substring(0, 5));
  }

  @Test
  void unusedNamesAreWarnedOf() {
    assertEquals(
        """
        R2901 The param `fee` is never read.
        R2900 `account.spare` is neither reported nor read.
        R2902 `b` is named here and never read.
        R2903 The parameter `n` is never read.
        R2907 `g` is never called, so its formula has not been checked.\
        """,
        rows("""
        for each account {
            spare = cash
            a = f(1) with b = 2
            f(n) = 3
        }
        g(x) = x
        c = state is mode.normal and insurance > 0
        report account.a, c
        """)
            .said()
            .replace("R2905 The choice `regime` is never used.\n", ""));
  }
}
