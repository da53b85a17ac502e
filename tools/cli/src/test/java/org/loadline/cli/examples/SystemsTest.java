package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.loadline.cli.Said;

/**
 * The systems, held against their published cases under both engines, and the table of them.
 *
 * <p>{@code -Dexamples.update=true} rewrites the table and still fails, so that every change is
 * read as a difference.
 */
class SystemsTest {
  private static final String FOLDER = "examples/systems";
  private static final Path README = Said.ROOT.resolve(FOLDER).resolve("README.md");
  private static final String BEGIN = "<!-- systems -->\n";
  private static final String END = "<!-- end -->";

  @Test
  void everyCasePassesUnderBothEnginesAndTheTableSaysSo() throws IOException {
    Said said = Said.by("conform", FOLDER, "--policies", FOLDER, "--engine", "both", "--json");
    assertEquals(0, said.exit(), said.all());
    JsonNode document = new ObjectMapper().readTree(said.out());
    assertEquals(0, document.get("failed").asInt());
    assertEquals(0, document.get("skipped").asInt());
    assertTrue(document.get("passed").asInt() >= 580, said.out());
    assertEquals(0, document.get("notes").size(), document.get("notes").toString());
    Map<String, Integer> passed = new HashMap<>();
    for (JsonNode system : document.get("systems")) {
      for (JsonNode one : system.get("cases")) {
        Path policy = Path.of(one.get("policy").asText());
        passed.merge(policy.getParent().getFileName().toString(), 1, Integer::sum);
      }
    }
    String text = Files.readString(README);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    String table = table(passed);
    if (!text.substring(begin, end).equals(table)) {
      if (Boolean.getBoolean("examples.update")) {
        Files.writeString(README, text.substring(0, begin) + table + text.substring(end));
        fail("the table is now written in " + README + ": read it");
      }
      assertEquals(table, text.substring(begin, end));
    }
  }

  @Test
  void everyFileCompilesWithoutAWord() {
    Said said = Said.by("check", FOLDER);
    assertEquals(0, said.exit(), said.all());
    assertTrue(said.all().endsWith(" files, no errors, no warnings\n"), said.all());
  }

  private static String table(Map<String, Integer> passed) throws IOException {
    StringBuilder table = new StringBuilder();
    table.append("| system | instruments | margin | liquidation | losses | cases |\n");
    table.append("|---|---|---|---|---|---:|\n");
    List<String> listed = new ArrayList<>();
    Path list = Said.ROOT.resolve(FOLDER).resolve("systems.json");
    for (JsonNode row : new ObjectMapper().readTree(Files.readString(list))) {
      String name = row.get("system").asText();
      listed.add(name);
      table.append("| [").append(name).append("](").append(name).append("/README.md)");
      for (String column : List.of("instruments", "margin", "liquidation", "losses")) {
        table.append(" | ").append(row.get(column).asText());
      }
      Integer cases = passed.get(name);
      table.append(" | ").append(cases == null ? "–" : cases.toString()).append(" |\n");
    }
    try (Stream<Path> folders = Files.list(Said.ROOT.resolve(FOLDER))) {
      assertEquals(
          folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).sorted().toList(),
          listed.stream().sorted().toList());
    }
    return table.toString();
  }
}
