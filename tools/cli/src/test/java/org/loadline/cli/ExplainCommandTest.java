package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Values, facts and faults as they are told. */
class ExplainCommandTest {
  @Test
  void aValueIsExplainedAsATree() {
    assertEquals(
        """
        collateral               = 100 USD  account dave, 1 row, line 42
        │  sum(holdings.worth * holdings.weight)
        └─ holding dave/BTC      = 100 USD
           ├─ holdings.worth     = 125 USD  line 37
           │  │  amount * asset.price
           │  ├─ amount          = 1.25 coin
           │  └─ asset.price     = 100 USD/coin
           │     └─ asset        = BTC
           └─ holdings.weight    = 0.8      line 38
              │  weights(worth).weight
              └─ weights(worth)  = #2       row: id = large, weight = 0.8
                 └─ worth        = 125 USD  line 37
                       amount * asset.price

        Deeper: --depth 3
        """,
        Ran.by("explain @desk --row account=dave --fact collateral --depth 2").out());
    Ran said = Ran.by("explain @desk --row holding=dave/BTC --fact weight");
    assertTrue(said.out().contains("row: id = large, weight = 0.8"), said.out());
    assertEquals(0, said.code());
  }

  @Test
  void aFactIsToldAsItIsDefined() throws IOException {
    assertEquals(
        """
        account.cover                                number or none  line 44
        │  collateral / owed else none
        ├─ collateral                                USD             line 42
        │  │  sum(holdings.worth * holdings.weight)
        │  ├─ holding.worth                          USD             line 37
        │  │     amount * asset.price
        │  └─ holding.weight                         number          line 38
        │        weights(worth).weight
        └─ owed                                      USD             line 43
           │  debt * (1 + floor_rate)
           ├─ debt                                   USD             input
           └─ floor_rate                             number          param = 0.02, within 0 .. 0.1

        Deeper: --depth 3
        """,
        Ran.by("explain @desk --no-run --fact cover --depth 2").out());
    JsonNode document = Ran.by("explain @desk --no-run --fact account.cover --json").json();
    assertEquals("collateral / owed else none", document.at("/0/formula").asText());
    assertEquals(0, Ran.by("explain @desk --no-run").code());
  }

  @Test
  void aFaultIsExplainedToo() throws IOException {
    Ran said = Ran.by("explain @faulty --row account=b --fact safe");
    assertTrue(said.out().contains("✗ `equity / debt` divides by zero."), said.out());
    assertEquals(1, said.code());
    JsonNode document = Ran.by("explain @faulty --row account=b --fact safe --json").json();
    assertEquals("R6001", document.at("/0/fault/code").asText());
  }
}
