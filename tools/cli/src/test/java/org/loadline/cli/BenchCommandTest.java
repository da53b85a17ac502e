package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Speeds, and what is said of an engine that does not compile. */
class BenchCommandTest {
  @Test
  void speedsSayTheEngineTheTimesAndTheWidths() {
    Ran said = Ran.by("bench @desk --warm-up 0 --rounds 3");
    assertEquals(0, said.code());
    for (String line :
        List.of(
            "engine   truffle on .*",
            "threads  1",
            "(compile|load|start|first run) +[0-9.]+",
            "warm run +[0-9.]+ +median of 3, from [0-9.]+ to [0-9.]+, after 0 s",
            "account +4 +[0-9]+ +[0-9.]+",
            "account: .* 4  64 bits ×[0-9].* none")) {
      assertTrue(said.out().lines().anyMatch(l -> l.matches(line)), line + "\n" + said.out());
    }
  }

  @Test
  void speedsAsJson() throws IOException {
    JsonNode speeds = Ran.by("bench @desk --warm-up 0 --rounds 3 --threads 2 --json").json();
    assertEquals(2, speeds.at("/threads").asInt());
    assertEquals(3, speeds.at("/warm/rounds").asInt());
    assertTrue(speeds.at("/warm/median").asDouble() > 0);
    assertTrue(speeds.at("/milliseconds/first run").asDouble() > 0);
    assertEquals(0, speeds.at("/shareRedoneWider").asDouble());
    assertEquals(4, speeds.at("/passes/0/rows").asInt());
    assertEquals(
        speeds.at("/compiling").asBoolean(), !speeds.at("/engine").asText().contains("nothing"));
  }

  @Test
  void anEngineThatDoesNotCompileIsWarnedOf() {
    Ran said = Ran.by("bench @desk --warm-up 0 --rounds 1 --engine reference");
    assertTrue(said.err().startsWith("R7213 (warning): "), said.err());
    assertTrue(said.out().startsWith("engine   reference: compiles nothing\n"), said.out());
    assertEquals(0, said.code());
  }

  @Test
  void aSpeedNeedsAPolicyAndASnapshot() {
    assertEquals(3, Ran.by("bench @refused/several.risk").code());
    assertEquals(4, Ran.by("bench @unusable").code());
  }
}
