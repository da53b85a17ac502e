package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `loadline parameters` prints, writes and refuses. */
class ParametersCommandTest {
  private static final String FOLDER = "tools/cli/src/test/resources/parameters";
  private static final String SYSTEM = "examples/systems/aave-governance-diff";

  private static Said run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("parameters", FOLDER));
    for (String argument : more) {
      arguments.add(argument.endsWith(".json") ? FOLDER + "/" + argument : argument);
    }
    return Said.by(arguments.toArray(String[]::new));
  }

  @Test
  void aLineForEachParameterThatDiffers() {
    Said said = run("before.json", "after.json");
    assertEquals(
        """
        asset ETH
          cap     1,000 ETH → 2,500,000 ETH  (1000 → 2500000)
          factor  75 % [7500] → 80 % [8000]
          note    a | b → [x](y) <b>

        asset OLD  removed
          symbol  OLD → -
          cap     1 OLD → -  (1 → -)
          factor  0.01 % [1] → -

        asset NEW  added
          symbol  - → NEW
          cap     - → 0 NEW  (- → 0)
          factor  - → 0.05 % [5]

        1 row altered, 1 added, 1 removed: 9 parameters differ
        """,
        said.all());
    assertEquals(0, said.exit());
    assertEquals("nothing differs\n", run("after.json", "after.json").all());
  }

  @Test
  void nothingOfADocumentIsMarkup() {
    Said said = run("before.json", "after.json", "--markdown");
    assertEquals(0, said.exit());
    assertTrue(
        said.out()
            .startsWith(
                """
                # Parameters

                ## asset ETH

                | parameter | before | after | raw before | raw after |
                |---|---|---|---|---|
                | cap | 1,000 ETH | 2,500,000 ETH | 1000 | 2500000 |
                | factor | 75 % \\[7500\\] | 80 % \\[8000\\] | 7500 | 8000 |
                | note | a \\| b | \\[x\\](y) \\<b\\> | a \\| b | \\[x\\](y) \\<b\\> |

                ## asset OLD (removed)

                | parameter | before | after | raw before | raw after |
                |---|---|---|---|---|
                | symbol | OLD | - | OLD | - |
                """),
        said.out());
  }

  @Test
  void machinesReadBothValuesAndWhereTheyStand() throws IOException {
    JsonNode document =
        new ObjectMapper().readTree(run("before.json", "after.json", "--json").out());
    assertEquals(9, document.get("changes").asInt());
    JsonNode row = document.get("rows").get(0);
    assertEquals("altered", row.get("change").asText());
    assertEquals(
        "{\"field\":\"cap\",\"name\":\"cap\",\"pointer\":\"/assets/ETH/cap\",\"before\":{\"raw\":\"1000\",\"shown\":\"1,000"
            + " ETH\"},\"after\":{\"raw\":\"2500000\",\"shown\":\"2,500,000 ETH\"}}",
        row.get("fields").get(0).toString());
    assertTrue(document.get("rows").get(2).get("fields").get(0).get("before").isNull());
    JsonNode one = new ObjectMapper().readTree(run("broken.json", "--json").out());
    assertEquals("R6511", one.get("problems").get(0).get("code").asText());
    assertEquals("/assets/ETH/fee", one.get("problems").get(1).get("pointer").asText());
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestIsCompared() {
    Said said = run("before.json", "broken.json");
    assertEquals(1, said.exit());
    assertEquals(
        """
        %s/broken.json /assets/ETH/cap: R6511: `cap` gives no `cap`: `many` is no number.
        %s/broken.json /assets/ETH/fee: R6803: Nothing reads `assets{}.fee`. Give it to a field, or `ignore assets{}.fee`.
        """
            .formatted(FOLDER, FOLDER),
        said.all().substring(0, said.all().indexOf("asset ETH\n")));
    assertTrue(said.out().contains("  cap     1,000 ETH → many"), said.out());
    assertTrue(said.out().contains("  factor  75 % [7500] → 80 % [8000]"), said.out());
  }

  @Test
  void misuseIsRefused() {
    assertEquals(2, run("before.json", "absent.json").exit());
    Said unknown = run("before.json", "--as", "other");
    assertEquals(2, unknown.exit());
    assertTrue(
        unknown.all().startsWith("R6809: `market` does not say how parameters \"other\" are read."),
        unknown.all());
    Said unmeant = run("before.json", "after.json", "--as", "nothing");
    assertEquals(4, unmeant.exit());
    assertTrue(unmeant.all().contains("R6801: "), unmeant.all());
    assertEquals("", unmeant.out());
    assertEquals(2, run("before.json", "after.json", "--out", "x").exit());
  }

  @Test
  void oneDocumentIsWrittenAsASnapshotOfThePolicy(@TempDir Path folder) throws IOException {
    Said said =
        Said.by(
            "parameters", SYSTEM, SYSTEM + "/after.json", "--out", folder.resolve("s").toString());
    assertEquals(0, said.exit(), said.all());
    Path kept = Said.ROOT.resolve(SYSTEM).resolve("snapshot");
    try (Stream<Path> files = Files.list(kept)) {
      for (Path file : files.toList()) {
        assertEquals(
            Files.readString(file),
            Files.readString(folder.resolve("s").resolve(file.getFileName())),
            file.toString());
      }
    }
    Said broken = run("broken.json", "--out", folder.resolve("b").toString());
    assertEquals(4, broken.exit());
    assertTrue(Files.notExists(folder.resolve("b")));
  }
}
