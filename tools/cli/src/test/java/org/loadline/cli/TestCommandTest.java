package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the tests, examples and properties of a policy come to. */
class TestCommandTest {
  @Test
  void aFailingExpectationShowsItsValues() {
    Ran said = Ran.by("test @carried");
    assertEquals(
        """
        src/test/resources/carried/failing.risk
        ✓ it holds
        ✗ it does not hold
         28 |     expect alice.equity * 2 = 5
                         ──────────── 2
                         ──────────────── 4
        src/test/resources/carried/failing.risk:28:5
         29 |     expect fault alice.part
                               ────────── 0.666666666666666667~
        This is no fault, and one is expected.
        src/test/resources/carried/failing.risk:29:5
        ✗ examples of share: 1 of 2 rows off
         18 |     | 1    | 3     | 0.33   | off       |
                                   ──── is 0.333333333333333333~
        src/test/resources/carried/failing.risk:18:5

        1 file: 2 passed, 2 failed
        """,
        said.out());
    assertEquals(1, said.code());
  }

  @Test
  void propertiesAreCheckedOnTestsAndOnTheSnapshot() {
    String out = Ran.by("test @desk").out();
    assertTrue(
        out.contains(
            "✗ property \"no account is broke\" is broken"
                + " in the test \"a debt without collateral\"\naccount eve:\n"),
        out);
    assertTrue(out.contains("is broken by 1 of 4 rows\naccount carol:\n"), out);
    assertTrue(out.contains("✓ property \"collateral is never negative\" holds for 4 rows\n"), out);
    assertTrue(out.contains("✓ examples of line: 1 row holds\n"), out);
  }

  @Test
  void testsAsJson() throws IOException {
    JsonNode results = Ran.by("test --json @carried").json().at("/0/results");
    assertEquals(4, results.size());
    assertEquals("4", results.at("/1/unmet/0/values/1/value").asText());
    assertEquals("0.333333333333333333~", results.at("/3/off/0/actual").asText());
  }
}
