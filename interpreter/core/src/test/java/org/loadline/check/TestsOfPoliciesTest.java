package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.loadline.core.Output;
import org.loadline.core.TestCase;

/** Tests, properties, assumptions and reports. */
class TestsOfPoliciesTest {
  private static final String BOOK =
      """
      unit USD
      choice kind { initial, maintenance }
      system { now : instant
          fund : USD }
      param fee = 2% within 0% .. 5%
      entity market { key id
          mark : USD }
      entity account { key id : count
          name : text or none
          weight(kind) : ratio }
      entity position { of account
          of market
          size : number
          assume size != 0 }
      for each position { worth = size * market.mark }
      for each account { equity = sum(positions.worth)
          health = equity / fund else none }
      total = sum(accounts.equity) * fee
      """;

  private static CheckedPolicy book(String text) {
    return CheckedPolicy.of(BOOK + text);
  }

  @Test
  void whatIsGivenIsTyped() {
    TestCase test =
        book("""
        test "one" {
            given system { now = 2026-01-01T00:00Z, fund = 1_000 }
            given param fee = 3%
            given market BTC { mark = 5 }
            given account 1 { name = "a", weight(maintenance) = 50% } with positions
                | market | size |
                | BTC    | -2   |
            expect account(1).equity = -10 USD
            expect account(1).health < 0
            expect BTC.mark = 5 USD
            expect fault total
        }
        """)
            .whole()
            .tests()
            .getFirst();
    assertEquals(3, test.rows().size());
    assertEquals(2, test.system().size());
    assertEquals(1, test.params().size());
    assertEquals(4, test.expectations().size());
    assertEquals(1, test.rows().get(1).fields().get(2).member());
    assertEquals(3, test.rows().get(2).fields().size());
  }

  @Test
  void anOptionalValueIsExpectedToBeThere() {
    CheckedPolicy p =
        book("test \"t\" {\n    given account 1\n    expect account(1).health = 1\n}\n");
    TestCase.Expectation.Holds holds =
        (TestCase.Expectation.Holds) p.whole().tests().getFirst().expectations().getFirst();
    assertEquals(
        "((account(1).health is not none) and (account(1).health = 1))",
        new CoreText(p.whole()).of(holds.condition()));
  }

  @Test
  void mistakesInWhatIsGivenAreSaid() {
    assertEquals(
        """
        R2536 No entity or param is called `acount`.
        R2501 A row of `market` has no `mrak`.
        R2541 `equity` is worked out; a test gives inputs only.
        R2537 No `market` row `ETH` is given in this test.
        R2542 `postions` are not rows of `account`.
        R2537 No `account` row `7` is given in this test.
        R2500 Nothing here is called `alice`.\
        """,
        book("""
        test "t" {
            given acount 1
            given market BTC { mrak = 3 }
            given account 1 { equity = 3 } with positions
                | market | size |
                | ETH    | 1    |
            given account 2 with postions
                | market | size |
                | BTC    | 1    |
            expect account(7).equity = 0
            expect alice.equity = 0
        }
        """)
            .said());
  }

  @Test
  void valuesThatAreGivenFitTheirInputs() {
    assertEquals(
        """
        R3101 Expected an amount in `USD`, but this is a duration.
        R2540 Only a written value can stand here.
        R3101 Expected a plain number, but this is a text.
        R2535 `mark` is given twice.\
        """,
        book("""
        test "t" {
            given market A { mark = 3 days }
            given market B { mark = max(1, 2) }
            given account "x"
            given market C { mark = 1, mark = 2 }
        }
        """)
            .said());
  }

  @Test
  void propertiesAreConditionsOfRowsOrOfTheWhole() {
    CheckedPolicy p =
        book("property \"a\" for each account: equity >= 0\nproperty \"b\": total >= 0");
    assertEquals(2, p.whole().properties().size());
    assertEquals(
        "R3103 Expected a condition, but this is an amount in `USD`.",
        book("property \"a\" for each account: equity").said());
  }

  @Test
  void assumptionsSpeakOfInputs() {
    assertEquals(1, book("").whole().assumptions().size());
    assertEquals(
        "R2529 An assumption speaks of inputs; `worth` is worked out.",
        book("for each position { assume worth > 0 }").said());
  }

  @Test
  void withoutAReportEveryFactIsOutput() {
    assertEquals(
        "[position.worth, account.equity, account.health, total]",
        book("").whole().outputs().stream().map(Output::name).toList().toString());
  }

  @Test
  void aReportNamesFactsAndInputs() {
    assertEquals(
        "[account.equity, total, market.mark]",
        book("report account.equity, total, market.mark").whole().outputs().stream()
            .map(Output::name)
            .toList()
            .toString());
    assertEquals(
        """
        R2501 A row of `account` has no `equty`.
        R2500 Nothing here is called `totl`.
        R2528 Only facts and inputs can be reported.\
        """,
        book("report account.equty, totl, account.equity.x").said());
  }
}
