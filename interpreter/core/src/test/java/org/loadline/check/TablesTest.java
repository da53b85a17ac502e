package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Lookups: of rows, of slices, of points, of pairs. */
class TablesTest {
  private static final String TABLES =
      """
      unit USD
      choice kind { spot, perp }
      entity market { key id
          volume : USD }
      entity tier { of market
          lower : USD or none
          rate : ratio }
      table tiers by notional: USD {
          | notional   | initial | maintenance |
          | below 100  | 2%      | 1%          |
          | otherwise  | 4%      | 2%          |
      }
      table tax by income: USD marginal {
          | income     | rate |
          | below 100  | 10%  |
          | otherwise  | 20%  |
      }
      table curve by t: number linear {
          | t | y | z |
          | 0 | 1 | 2 |
          | 1 | 3 | 4 |
      }
      table fees by kind, volume: USD {
          | kind | volume    | fee |
          | spot | below 100 | 2%  |
          | spot | otherwise | 1%  |
          | perp | otherwise | 3%  |
      }
      table market_tiers of market from tiers by lower
      """
          .replace("table tiers by", "table brackets by");

  private static CheckedPolicy market(String formula) {
    return CheckedPolicy.of(TABLES + "for each market { x = " + formula + " }");
  }

  private static String said(String formula) {
    return market(formula).saidWithHints();
  }

  @Test
  void aLookupIsTheRow() {
    assertEquals(
        "brackets(market.volume).initial", market("brackets(volume).initial").core("market.x"));
    assertEquals("decimal", market("brackets(volume).initial").type("market.x"));
  }

  @Test
  void aTableOfARowIsLookedUpThere() {
    assertEquals(
        "market.market_tiers(market.volume).rate",
        market("market_tiers(volume).rate").core("market.x"));
    assertEquals("tier market.x", market("market_tiers(volume)").type("market.x"));
  }

  @Test
  void aMarginalLookupIsAnAmount() {
    assertEquals("decimal USD", market("tax(volume)").type("market.x"));
    assertEquals("decimal USD", market("tax(volume).rate").type("market.x"));
  }

  @Test
  void aLinearLookupIsAFractionFixedForWrittenTables() {
    assertEquals("fixed fraction", market("curve(0.5).y").type("market.x"));
    assertEquals(
        "R2513 A linear table gives one column at a time; `curve` has several."
            + " > Say which, as in `curve(…).y`.",
        said("curve(0.5)"));
    assertEquals("R2501 The table `curve` has no `w`. > Did you mean `y`?", said("curve(0.5).w"));
  }

  @Test
  void keysHaveTheirTypesAndUnits() {
    assertEquals(
        "fees(spot, market.volume).fee", market("fees(spot, volume).fee").core("market.x"));
    assertEquals(
        "R3200 Plain numbers and amounts in `USD` do not compare. > Convert one of them first.",
        said("brackets(3).initial"));
    assertEquals(
        "R2509 `fees` takes 2 keys, but 1 stands here. > Its parameters are: kind, volume.",
        said("fees(spot).fee"));
  }

  @Test
  void aTableAloneIsNoValue() {
    assertEquals(
        "R2512 `brackets` is a table; it is looked up by notional."
            + " > Write `brackets(notional)`.",
        said("brackets"));
  }

  @Test
  void examplesAreLookups() {
    CheckedPolicy p =
        CheckedPolicy.of(
            TABLES
                + """
                examples brackets {
                    | notional | initial | why           |
                    | 99       | 2%      | the last one  |
                    | 100      | 4%      | the first one |
                }
                examples fees {
                    | kind | volume | fee |
                    | perp | 5      | 3%  |
                }
                """);
    assertEquals(3, p.whole().examples().size());
    assertEquals(
        "brackets(99 USD).initial",
        new CoreText(p.whole()).of(p.whole().examples().getFirst().checks().getFirst().actual()));
    assertEquals(
        """
        R2501 The table `brackets` has no `inital`.
        R2532 The examples of `fees` need a column for `volume`.
        R2530 There is no table or function `bracket`.
        R2533 The rows of `market_tiers` come from the snapshot, so there is nothing to try here.\
        """,
        CheckedPolicy.of(
                TABLES
                    + """
                    examples brackets {
                        | notional | inital |
                        | 99       | 2%     |
                    }
                    examples fees {
                        | kind | fee |
                        | perp | 3%  |
                    }
                    examples bracket {
                        | a |
                        | 1 |
                    }
                    examples market_tiers {
                        | lower | rate |
                        | 1     | 2    |
                    }
                    """)
            .said()
            .replace("A row of `brackets`", "The table `brackets`"));
  }

  @Test
  void examplesOfAFunctionGiveArguments() {
    CheckedPolicy p =
        CheckedPolicy.of(
            TABLES
                + """
                function half(a : USD, k : kind) { result = a / 2 when k is spot | a otherwise }
                examples half {
                    | a | k    | result |
                    | 3 | spot | 1.5    |
                }
                """);
    assertEquals(
        "half.result(3 USD, spot)",
        new CoreText(p.whole()).of(p.whole().examples().getFirst().checks().getFirst().actual()));
  }
}
