package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.loadline.cli.ExitCode;
import org.loadline.cli.Said;
import org.loadline.cli.examples.Document.Block;

/**
 * Every incident is stopped by the command that the table names, with the words that it says.
 *
 * <p>That command is the first that the incident's own text shows; {@link DocumentsTest} holds what
 * it prints against the text.
 */
class IncidentsTest {
  private static final Path FOLDER = Said.ROOT.resolve("examples/incidents");
  private static final Pattern ROW =
      Pattern.compile("^\\| \\[(.+?)]\\(.+?\\) \\| .+? \\| `(.+?)` \\| (.+?) \\|$");
  private static final Pattern COMMAND = Pattern.compile("^\\$ \\./loadline (.*)$");

  private record Incident(String id, String stoppedBy, String says) {}

  @TestFactory
  Stream<DynamicTest> theCommandStopsTheChange() throws IOException {
    return table().stream().map(i -> dynamicTest(i.id(), () -> stops(i)));
  }

  @Test
  void theTableNamesEveryIncident() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      List<String> there =
          folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).sorted().toList();
      assertEquals(there, table().stream().map(Incident::id).sorted().toList());
      assertEquals(8, there.size());
    }
  }

  private static void stops(Incident incident) throws IOException {
    Block shown =
        new Document(FOLDER.resolve(incident.id()).resolve("README.md"))
            .blocks("console")
            .getFirst();
    Matcher command = COMMAND.matcher(shown.text().lines().findFirst().orElseThrow());
    assertTrue(command.matches(), shown.text());
    assertTrue(command.group(1).startsWith(incident.stoppedBy() + " "), command.group(1));
    Said said = Said.by(DocumentsTest.words(command.group(1)));
    assertNotEquals(0, said.exit());
    assertNotEquals(ExitCode.FAULT_OF_OURS.code(), said.exit());
    assertTrue(said.all().contains(incident.says()), said.all());
  }

  private static List<Incident> table() throws IOException {
    return Files.readAllLines(FOLDER.resolve("README.md")).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(row -> new Incident(row.group(1), row.group(2), row.group(3)))
        .toList();
  }
}
