package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Plans, with and without the snapshot that they would run on. */
class InspectCommandTest {
  @Test
  void aPlanNeedsNoSnapshot() throws IOException {
    Ran declared = Ran.by("inspect @desk --declared");
    assertEquals(0, declared.code());
    assertTrue(declared.out().contains("without a snapshot"), declared.out());
    assertTrue(Ran.by("inspect @desk").out().contains("with the ranges of its snapshot"));
    JsonNode plan = Ran.by("inspect @desk --json").json();
    assertTrue(plan.get("snapshot").booleanValue());
    assertTrue(plan.get("operations").isInt());
    assertEquals("account", plan.get("passes").get(0).get("entity").asText());
    assertEquals(4, Ran.by("inspect @unusable").code());
    assertEquals(3, Ran.by("inspect @refused/several.risk").code());
  }

  @Test
  void aPlanOfOneFactSaysWhatBecomesOfIt() {
    Ran said = Ran.by("inspect @desk --fact account.cover");
    assertTrue(
        said.out().startsWith("account.cover  stands in a column that is reported.\n"), said.out());
  }
}
