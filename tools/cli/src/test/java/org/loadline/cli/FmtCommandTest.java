package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code loadline fmt} writes, says and ends with. */
class FmtCommandTest {
  private static final String LOOSE = "\uFEFFpolicy p\r\n\r\n\r\na=1+2\r\nlong = a";
  private static final String LAID_OUT = "policy p\n\na    = 1 + 2\nlong = a\n";

  @TempDir Path folder;
  private Path loose;
  private Path broken;

  @BeforeEach
  void write() throws IOException {
    loose = Files.writeString(folder.resolve("a.risk"), LOOSE);
    broken = folder.resolve("b.risk");
    Files.writeString(folder.resolve("c.risk"), LAID_OUT);
    Files.writeString(folder.resolve("notes.txt"), LOOSE);
  }

  @Test
  void filesAreWrittenAndNamed() throws IOException {
    Said said = Said.by("fmt", folder.toString());
    assertEquals(0, said.exit());
    assertEquals(loose + "\n", said.out());
    assertTrue(said.all().endsWith("2 files, 1 changed\n"), said.all());
    assertEquals(LAID_OUT, Files.readString(loose));
    assertEquals(LOOSE, Files.readString(folder.resolve("notes.txt")));
    assertEquals("2 files, 0 changed\n", Said.by("fmt", folder.toString()).all());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(3, files.count());
    }
  }

  @Test
  void checkingNamesFilesAndWritesNothing() throws IOException {
    Said said = Said.by("fmt", "--check", folder.toString());
    assertEquals(1, said.exit());
    assertEquals(loose + "\n", said.out());
    assertEquals(LOOSE, Files.readString(loose));
    Said json = Said.by("fmt", "--check", "--json", loose.toString());
    assertEquals(1, json.exit());
    assertEquals(
        """
        {
          "files" : [
            {
              "file" : "%s",
              "broken" : false,
              "changes" : true
            }
          ],
          "diagnostics" : [ ]
        }
        """
            .formatted(loose),
        json.all());
    assertEquals(2, Said.by("fmt", "--json", loose.toString()).exit());
  }

  @Test
  void aDifferenceIsShownAndNothingWritten() throws IOException {
    Files.writeString(loose, "policy p\n\na=1\nb = 2\n");
    Said said = Said.by("fmt", "--diff", folder.toString());
    assertEquals(0, said.exit());
    assertEquals(
        List.of(
            "--- " + loose,
            "+++ " + loose,
            "@@ -1,4 +1,4 @@",
            " policy p",
            " ",
            "-a=1",
            "+a = 1",
            " b = 2"),
        said.all().lines().toList());
    assertEquals(1, Said.by("fmt", "--diff", "--check", folder.toString()).exit());
    assertTrue(
        Said.by("fmt", "--diff", "--color", "always", folder.toString())
            .out()
            .contains("\u001b[32m+a = 1\u001b[0m"));
    assertEquals("policy p\n\na=1\nb = 2\n", Files.readString(loose));
  }

  @Test
  void aFileWithErrorsIsLeftAndTheOthersAreLaidOut() throws IOException {
    Files.writeString(broken, "policy p\na =\n");
    Said said = Said.by("fmt", folder.toString());
    assertEquals(3, said.exit());
    assertTrue(said.all().contains("R1010"), said.all());
    assertTrue(said.all().endsWith("3 files, 1 changed, 1 left as it is\n"), said.all());
    assertEquals(LAID_OUT, Files.readString(loose));
    assertEquals("policy p\na =\n", Files.readString(broken));
  }

  @Test
  void standardInputGoesToStandardOutput() {
    Said said = reading(LOOSE, "fmt", "-");
    assertEquals(0, said.exit());
    assertEquals(LAID_OUT, said.all());
    Said wrong = reading("policy p\na =\n", "fmt", "-", "--stdin-name", "desk.risk");
    assertEquals(3, wrong.exit());
    assertEquals("", wrong.out());
    assertTrue(wrong.all().contains("desk.risk:2"), wrong.all());
  }

  /** With a text as standard input. */
  private static Said reading(String text, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try {
      return Said.by(arguments);
    } finally {
      System.setIn(before);
    }
  }
}
