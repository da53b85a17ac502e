package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Aggregates in short and in full, and rows that are picked. */
class AggregatesTest {
  private static final String BOOK =
      """
      choice kind { initial, maintenance }
      entity account { key id
          limit : number }
      entity strip { of account
          expiry : count }
      entity line { of strip
          amount, price : number
          open : flag
          weight(kind) : ratio }
      entity token { key id }
      entity holding { of account
          of token
          balance : number }
      table shocks by id {
          | id    | move |
          | crash | -20% |
          | rally | +20% |
      }
      for each account { rank = limit }
      """;

  private static CheckedPolicy account(String formula) {
    return CheckedPolicy.of(BOOK + "for each account { x = " + formula + " }");
  }

  private static String core(String formula) {
    return account(formula).core("account.x");
  }

  private static String said(String formula) {
    return account(formula).saidWithHints();
  }

  @Test
  void aPluralStandsForItsElement() {
    assertEquals("sum(strip.expiry for strip in account.strips)", core("sum(strips.expiry)"));
    assertEquals(
        "sum((strip.expiry * account.limit) for strip in account.strips)",
        core("sum(strips.expiry * limit)"));
    assertEquals(
        "sum((holding.balance * abs(holding.balance)) for holding in account.holdings)",
        core("sum(holdings.balance * abs(holdings.balance))"));
  }

  @Test
  void theFilterSpeaksOfTheElementFirst() {
    assertEquals(
        "sum(account.rank for account in accounts where (account.limit > 3))",
        CheckedPolicy.of(BOOK + "x = sum(accounts.rank where limit > 3)").core("x"));
    assertEquals(
        "count(true for strip in account.strips where (strip.expiry > strip.account.limit))",
        core("count(strips where expiry > account.limit)"));
  }

  @Test
  void childrenOfChildrenRunOverBoth() {
    assertEquals(
        "sum((line.amount * line.price) for strip in account.strips, line in strip.lines)",
        core("sum(strips.lines.amount * strips.lines.price)"));
    assertEquals(
        "count(true for strip in account.strips, line in strip.lines where line.open)",
        core("count(strips.lines where open)"));
  }

  @Test
  void twoPluralsAreWrittenOut() {
    assertEquals(
        "R2506 `holdings` starts at other rows than `strips`; one aggregate runs over one plural."
            + " > Write both out: `sum(… for x in strips, y in holdings)`.",
        said("sum(strips.expiry * holdings.balance)"));
    assertEquals(
        "sum((s.expiry * h.balance) for s in account.strips, h in account.holdings"
            + " where (h.balance > 0))",
        core("sum(s.expiry * h.balance for s in strips, h in holdings where h.balance > 0)"));
  }

  @Test
  void collectionsArePluralsTablesAndChoices() {
    assertEquals("min(s.move for s in shocks)", core("min(s.move for s in shocks)"));
    assertEquals("count(true for k in kind)", core("count(k for k in kind)"));
    assertEquals("min(shocks.move for shocks in shocks)", core("min(shocks.move)"));
    assertEquals(
        "R2505 `limit` is not a collection."
            + " > Use a plural such as `positions`, a table, or a choice.",
        said("sum(a for a in limit)"));
  }

  @Test
  void aPluralAloneIsManyRows() {
    assertEquals(
        "R2504 `strips` are many rows; a formula needs one value."
            + " > Put an aggregate around them, as in `sum(strips.…)`, or name one row by its key.",
        said("strips.expiry"));
    assertEquals(
        "R2524 `sum` has no rows to run over."
            + " > Give it a plural, as in `sum(positions.size)`, or write `sum(… for x in …)`.",
        said("sum(limit)"));
    assertEquals(
        "R2527 `expiry` belongs to the rows that are counted, not to `account`."
            + " > Write `strips.expiry`.",
        said("sum(strips.expiry * expiry)"));
  }

  @Test
  void meansMayBeWeighted() {
    assertEquals(
        "mean(line.price weighted by line.amount for strip in account.strips,"
            + " line in strip.lines)",
        core("mean(strips.lines.price weighted by amount)"));
    assertEquals(
        "R2526 Only `mean` takes weights. > Write `mean(strips.expiry weighted by …)`.",
        said("sum(strips.expiry weighted by expiry)"));
  }

  @Test
  void anyAndAllTakeConditions() {
    assertEquals(
        "any((strip.expiry > 3) for strip in account.strips)", core("any(strips.expiry > 3)"));
    assertEquals(
        "R3103 Expected a condition, but this is a plain number. > Compare it with something.",
        said("all(strips.expiry)"));
  }

  @Test
  void countTakesRows() {
    assertEquals(
        "R2525 `count` counts rows. > Write `count(strips where …)`.",
        said("count(strips.expiry)"));
    assertEquals(
        "count(true for s in account.strips where (s.expiry > 1))",
        core("count(s for s in strips where s.expiry > 1)"));
  }

  @Test
  void aRowIsPickedByTheLeastOrGreatestMeasure() {
    assertEquals(
        "(the h in account.holdings where (h.balance > 0) with greatest h.balance).balance",
        core("(the h in holdings where h.balance > 0 with greatest h.balance).balance"));
  }

  @Test
  void minAndMaxOfSeveralValuesAreNoAggregates() {
    assertEquals("max(0, -account.limit)", core("max(0, -limit)"));
    assertEquals("max(strip.expiry for strip in account.strips)", core("max(strips.expiry)"));
  }

  @Test
  void familiesTakeAMember() {
    assertEquals(
        "sum(line.weight(initial) for strip in account.strips, line in strip.lines)",
        core("sum(strips.lines.weight(initial))"));
    assertEquals(
        "sum(l.weight(k) for s in account.strips, l in s.lines, k in kind)",
        core("sum(l.weight(k) for s in strips, l in s.lines, k in kind)"));
    assertEquals(
        "R3115 `initail` is not a member of `kind`. > Did you mean `initial`?",
        said("sum(strips.lines.weight(initail))"));
  }
}
