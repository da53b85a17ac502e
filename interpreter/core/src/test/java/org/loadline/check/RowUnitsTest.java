package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Units that belong to a row: which of them are one, and what may leave its rows. */
class RowUnitsTest {
  private static final String PERPS =
      """
      unit USD
      unit base of market
      entity market {
          key id
          mark : USD/base
          lot : base
      }
      entity account { key id }
      entity position {
          of account
          of market
          size : base
      }
      entity pair {
          key id
          long : position listed as longs
          short : position listed as shorts
      }
      """;

  private static CheckedPolicy perps(String text) {
    return CheckedPolicy.of(PERPS + text);
  }

  @Test
  void theUnitIsThatOfTheRowItself() {
    assertEquals(
        "decimal base of market", perps("for each market { x = lot * 2 }").type("market.x"));
    assertEquals(
        "decimal base of position.market",
        perps("for each position { x = size * 2 }").type("position.x"));
  }

  @Test
  void readingARowPutsItsPathBeforeItsUnits() {
    assertEquals(
        "decimal base of pair.long.market",
        perps("for each pair { x = long.size }").type("pair.x"));
  }

  @Test
  void multiplyingCancelsEqualPairs() {
    assertEquals(
        "decimal USD", perps("for each position { x = size * market.mark }").type("position.x"));
    assertEquals(
        "decimal USD",
        perps("for each position { m = market\n x = size * m.mark }").type("position.x"));
  }

  @Test
  void twoReferencesThatHappenToMeetAreNotEqual() {
    assertEquals(
        "R3201 `long.size` is in `base of pair.long.market`, `short.size` in"
            + " `base of pair.short.market`: amounts of two rows do not add."
            + " > Multiply each by its own price, or aggregate over the row that they share.",
        perps("for each pair { x = long.size + short.size }").saidWithHints());
    assertEquals(
        "decimal USD*base of pair.long.market/base of pair.short.market",
        perps("for each pair { x = long.size * short.market.mark }").type("pair.x"));
  }

  @Test
  void aTestThatTwoRowsAreOneMergesTheirPaths() {
    assertEquals(
        "decimal base of pair.long.market",
        perps(
                """
                for each pair {
                    x = long.size + short.size when long.market is short.market
                      | 0                      otherwise
                }
                """)
            .type("pair.x"));
    assertEquals(
        "flag",
        perps("for each pair { x = long.market is short.market and long.size > short.size }")
            .type("pair.x"));
    assertEquals(
        "flag",
        perps("for each pair { x = long.market is not short.market or long.size > short.size }")
            .type("pair.x"));
  }

  @Test
  void aChildLeadsBackToItsParent() {
    CheckedPolicy p =
        perps("for each market { open = sum(positions.size)\n even = open / lot else 0 }");
    assertEquals("decimal base of market", p.type("market.open"));
    assertEquals("fraction", p.type("market.even"));
  }

  @Test
  void whatLeavesAnAggregateIsInOneUnit() {
    assertEquals(
        "R3202 `sum` would put together amounts in `base of position.market`, one for each row."
            + " > Multiply by a price of the same row first, so that the unit is the same for all.",
        perps("for each account { x = sum(positions.size) }").saidWithHints());
    assertEquals(
        "R3202 `max` would compare amounts in `base of position.market`, one for each row.",
        perps("x = max(positions.size)").said());
    assertEquals(
        "R3202 `the` would compare amounts in `base of p.market`, one for each row.",
        perps("x = (the p in positions with least p.size).account.id").said());
    assertEquals(
        "decimal USD",
        perps("for each account { x = sum(p.size * p.market.mark for p in positions) }")
            .type("account.x"));
  }

  @Test
  void aPickedRowHasAPathOfItsOwn() {
    CheckedPolicy p =
        perps(
            """
            for each account {
                largest = the p in positions with greatest abs(p.size) * p.market.mark
                worth   = largest.size * largest.market.mark
                amount  = largest.size
            }
            """);
    assertEquals("position account.largest", p.type("account.largest"));
    assertEquals("decimal USD", p.type("account.worth"));
    assertEquals("decimal base of account.largest.market", p.type("account.amount"));
    assertEquals(
        "R3201 `a.size` is in `base of pair.a.market`, `long.size` in"
            + " `base of pair.long.market`: amounts of two rows do not add.",
        perps(
                """
                for each pair {
                    a = (long when id is "x" | short otherwise)
                    b = a.size + long.size
                }
                """)
            .said());
  }

  @Test
  void factsWithArgumentsTakeThePathsOfEachCall() {
    CheckedPolicy p =
        perps(
            """
            function worth(m : market, amount : base of m) { result = amount * m.mark }
            for each position {
                a = worth(market, size)
                b = worth(market, 2 * size)
            }
            """);
    assertEquals("decimal USD", p.type("position.a"));
    assertEquals(1, p.instances("worth.result"));
    assertEquals(
        "R3101 Expected an amount in `base of m`, but this is an amount in"
            + " `base of short.market`.",
        perps(
                """
                function worth(m : market, amount : base of m) { result = amount * m.mark }
                for each pair { a = worth(long.market, short.size) }
                """)
            .said()
            .replace("pair.", ""));
  }

  @Test
  void constantsOfARowsUnitStandWhereAFieldCould() {
    assertEquals(
        "decimal base of position.market",
        perps("for each position { x = size - 0.5 base }").type("position.x"));
    assertEquals(
        "R3213 `base` is a unit of one market, and none is meant here.",
        perps("x = 0.5 base").said());
    assertEquals("decimal", perps("for each position { x = size as number }").type("position.x"));
  }

  @Test
  void stepsMayBelongToTheRow() {
    assertEquals(
        "decimal base of position.market",
        perps("for each position { x = floor(size / 3 to market.lot) }").type("position.x"));
  }

  private static final String FOUND =
      """
      unit USD
      unit base of market
      unit coin of token
      entity market {
          key id
          mark : USD/base
      }
      entity tier {
          of market
          lower : base
      }
      entity token {
          key id
          price : USD/coin
      }
      entity account { key id }
      entity holding {
          of account
          of token
          amount : coin
      }
      entity position {
          of account
          of market
          of token as margin
          size : base
      }
      table tiers_by_size of market from tiers by lower
      """;

  @Test
  void aRowThatIsFoundLeadsBackToWhatItWasFoundBy() {
    CheckedPolicy p =
        CheckedPolicy.of(
            FOUND
                + """
                for each position {
                    beyond = abs(size) - market.tiers_by_size(abs(size)).lower
                    worth  = (account.holdings(margin).amount else 0) * margin.price
                    square = account.holdings(margin).amount * account.holdings(margin).token.price
                }
                """);
    assertEquals("decimal base of position.market", p.type("position.beyond"));
    assertEquals("decimal USD", p.type("position.worth"));
    assertEquals("decimal USD", p.type("position.square"));
  }

  @Test
  void soDoesARowThatAFactOrALocalFound() {
    CheckedPolicy p =
        CheckedPolicy.of(
            FOUND
                + """
                for each position {
                    bracket = market.tiers_by_size(abs(size))
                    held    = account.holdings(margin)
                    beyond  = abs(size) - bracket.lower
                    worth   = other.amount * margin.price with other = account.holdings(margin)
                }
                for each account {
                    total = sum(p.held.amount * p.margin.price for p in positions)
                }
                """);
    assertEquals("decimal base of position.market", p.type("position.beyond"));
    assertEquals("decimal USD", p.type("position.worth"));
    assertEquals("decimal USD", p.type("account.total"));
    assertEquals("tier position.bracket", p.type("position.bracket"));
  }

  @Test
  void aRowOfTheWholeIsTheSameForAll() {
    CheckedPolicy p =
        CheckedPolicy.of(
            FOUND
                + """
                worst = the p in positions with least abs(p.size) * p.market.mark
                size  = worst.size
                worth = size * worst.market.mark
                """);
    assertEquals("position worst", p.type("worst"));
    assertEquals("decimal USD", p.type("worth"));
  }
}
