package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.loadline.cli.Said;
import org.loadline.cli.examples.Document.Block;
import org.loadline.cli.snippets.SnippetOutput;

/**
 * What the project's texts show is what happens.
 *
 * <p>A {@code risk} block compiles. With a {@code text} block right after it, that is what it gives
 * as a snippet, or what is wrong with it; one line alone is the first of it. In a {@code console}
 * block, what follows {@code $ ./loadline …} is what the command says. A line that is {@code …}
 * stands for any number of lines.
 *
 * <p>{@code -Ddocuments.update=true} rewrites the texts that differ and still fails, so that every
 * change is read as a difference; one that ends with {@code …} keeps its length.
 */
class DocumentsTest {
  private static final boolean UPDATE = Boolean.getBoolean("documents.update");
  private static final Pattern NAME =
      Pattern.compile("^(?:policy|library) +(?:\\w+\\.)*(\\w+)", Pattern.MULTILINE);
  private static final Pattern PROBLEM = Pattern.compile("R\\d{4}: .*\\n");
  private static final Pattern COMMAND = Pattern.compile("^\\$ (?:\\./)?loadline (.*)$");

  @TestFactory
  Stream<DynamicTest> policiesInTextsGiveWhatTheTextSays() throws IOException {
    return tests("risk", block -> List.of(policy(block)));
  }

  /** What commands in texts write, they write below {@code target}; a secret of chance is there. */
  @TestFactory
  Stream<DynamicTest> commandsInTextsSayWhatTheTextSays() throws IOException {
    Files.writeString(Files.createDirectories(Path.of("target")).resolve("secret"), "x".repeat(32));
    return tests("console", DocumentsTest::session);
  }

  /** What a text shows after a line of its own, and what there is. */
  private record Shown(String after, String expected, String actual) {
    Shown {
      expected = ended(expected);
      actual = ended(actual);
    }

    /** Without empty lines at the end, which nobody sees. */
    private static String ended(String text) {
      return text.isBlank() ? "" : text.stripTrailing() + "\n";
    }

    boolean isTrue() {
      String pattern =
          expected
              .lines()
              .map(line -> isRest(line) ? "(?:.*\\n)*?" : Pattern.quote(line) + "\\n")
              .collect(Collectors.joining());
      return Pattern.matches(pattern, actual);
    }

    void check(Document in) throws IOException {
      if (isTrue()) {
        return;
      }
      if (UPDATE && !expected.isEmpty()) {
        in.replace(after + expected, after + renewed());
        fail("what there is now stands in " + in.file() + ": read it");
      }
      assertEquals(expected, actual);
    }

    private String renewed() {
      List<String> lines = expected.lines().toList();
      boolean cut = !lines.isEmpty() && isRest(lines.getLast());
      return cut
          ? actual.lines().limit(lines.size() - 1).collect(Collectors.joining("\n")) + "\n…\n"
          : actual;
    }

    private static boolean isRest(String line) {
      return line.strip().equals("…");
    }
  }

  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"])+");

  private interface Reading {
    List<Shown> shown(Block block) throws IOException;
  }

  private static Stream<DynamicTest> tests(String language, Reading reading) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Document document : Document.all()) {
      for (Block block : document.blocks(language)) {
        tests.add(dynamicTest(document.place(block), () -> check(document, reading.shown(block))));
      }
    }
    assertFalse(tests.isEmpty(), "blocks found");
    return tests.stream();
  }

  private static void check(Document document, List<Shown> all) throws IOException {
    for (Shown shown : all) {
      shown.check(document);
    }
  }

  private static Shown policy(Block block) throws IOException {
    SnippetOutput gives = compiledAndRun(block.text());
    String says =
        block.next().filter(next -> next.language().equals("text")).map(Block::text).orElse("");
    if (says.isEmpty()) {
      return new Shown(block.text(), "", gives.errors() ? gives.text() : "");
    }
    boolean first = PROBLEM.matcher(says).matches();
    String given = first ? gives.text().lines().findFirst().orElse("") + "\n" : gives.text();
    return new Shown("```text\n", says, given);
  }

  /** Runs a block as a snippet: a file called as the policy is. */
  private static SnippetOutput compiledAndRun(String policy) throws IOException {
    Matcher name = NAME.matcher(policy);
    assertTrue(name.find(), "it says what policy it is");
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      Path folder = Files.createDirectories(files.getPath("/policies"));
      Path file = Files.writeString(folder.resolve(name.group(1) + ".risk"), policy);
      return SnippetOutput.of(file, folder, Evaluators.ALL);
    }
  }

  private static List<Shown> session(Block block) {
    List<Shown> session = new ArrayList<>();
    List<String> lines = block.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher command = COMMAND.matcher(lines.get(i));
      if (command.matches()) {
        String expected =
            lines.stream()
                .skip(i + 1)
                .takeWhile(line -> !line.startsWith("$ "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        session.add(
            new Shown(lines.get(i) + "\n", expected, Said.by(words(command.group(1))).all()));
      }
    }
    return session;
  }

  /**
   * The words of a command, as a shell tells them apart: what stands in double quotes is part of
   * one. The start-up script's own options are not for the program.
   */
  static String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group().replace("\"", ""))
        .filter(word -> !word.equals("--jit") && !word.equals("--no-jit"))
        .toArray(String[]::new);
  }
}
