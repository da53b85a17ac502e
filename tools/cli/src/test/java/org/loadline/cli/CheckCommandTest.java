package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What checking files says. */
class CheckCommandTest {
  @Test
  void checkingSaysWhatItFound() {
    Ran said = Ran.by("check @refused @desk");
    assertTrue(said.out().endsWith("\n4 files, 2 errors, 1 warning\n"), said.out());
    assertTrue(said.out().startsWith("R3200: "), said.out());
    assertEquals(3, said.code());
    assertEquals("1 file, no errors, 1 warning", lastLine(Ran.by("check @refused/unused.risk")));
    assertEquals(0, Ran.by("check @desk").code());
  }

  @Test
  void checkingAsJson() throws IOException {
    JsonNode document = Ran.by("check --json @refused").json();
    assertEquals(3, document.size());
    assertEquals(7, document.at("/0/line").asInt());
    assertEquals("warning", document.at("/2/severity").asText());
    assertEquals(0, Ran.by("check --json @desk").json().size());
  }

  private static String lastLine(Ran said) {
    return said.out().lines().reduce("", (before, line) -> line);
  }
}
