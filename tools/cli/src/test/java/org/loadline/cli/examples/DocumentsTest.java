package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
 * <p>A {@code risk} block compiles, and its tests pass. With a {@code text} block right after it,
 * that is what it gives as a snippet, or what is wrong with it; one line alone is the first of it.
 * In a {@code console} block, what follows {@code $ ./loadline …} is what the command says. Both
 * may speak of what stands above them in the same text: a policy, or a block that is called as a
 * file. A line that is {@code …} stands for any number of lines.
 *
 * <p>{@code -Ddocuments.update=true} rewrites the texts that differ and still fails, so that every
 * change is read as a difference; one that ends with {@code …} keeps its length.
 */
class DocumentsTest {
  private static final boolean UPDATE = Boolean.getBoolean("documents.update");
  private static final Pattern PROBLEM = Pattern.compile("R\\d{4}: .*\\n");
  private static final Pattern FAILED = Pattern.compile("^✗ ", Pattern.MULTILINE);
  private static final Pattern COMMAND = Pattern.compile("^\\$ (?:\\./)?loadline (.*)$");

  @TestFactory
  Stream<DynamicTest> policiesInTextsGiveWhatTheTextSays() throws IOException {
    return tests("risk", (document, block) -> List.of(policy(document, block)));
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
    List<Shown> shown(Document document, Block block) throws IOException;
  }

  private static Stream<DynamicTest> tests(String language, Reading reading) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Document document : Document.all()) {
      for (Block block : document.blocks(language)) {
        tests.add(
            dynamicTest(
                document.place(block), () -> check(document, reading.shown(document, block))));
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

  /** Whether a block is there for what is wrong with it. */
  static boolean showsAnError(Block block) {
    return PROBLEM.matcher(says(block)).lookingAt();
  }

  private static String says(Block block) {
    return block.next().filter(next -> next.language().equals("text")).map(Block::text).orElse("");
  }

  private static Shown policy(Document document, Block block) throws IOException {
    SnippetOutput gives = compiledAndRun(document, block);
    String says = says(block);
    if (says.isEmpty()) {
      return new Shown(block.text(), "", wrong(gives));
    }
    boolean first = PROBLEM.matcher(says).matches();
    String given = first ? gives.text().lines().findFirst().orElse("") + "\n" : gives.text();
    return new Shown("```text\n", says, given);
  }

  /** What must not be where a text shows nothing: errors, and tests that fail. */
  private static String wrong(SnippetOutput gives) {
    return gives.errors() || FAILED.matcher(gives.text()).find() ? gives.text() : "";
  }

  /** Runs a block as a snippet: a file, with those above it beside it. */
  private static SnippetOutput compiledAndRun(Document document, Block block) throws IOException {
    String name = block.file().orElseThrow(() -> new AssertionError("it says what policy it is"));
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      Path folder = document.filesAbove(block.line(), files.getPath("/policies"));
      Path file = Files.writeString(folder.resolve(name), block.text());
      return SnippetOutput.of(file, folder, Evaluators.ALL);
    }
  }

  private static List<Shown> session(Document document, Block block) throws IOException {
    Path name = Said.ROOT.relativize(document.file());
    Path folder = document.filesAbove(block.line(), Path.of("target", "pages").resolve(name));
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
        String said = Said.by(among(folder, words(command.group(1)))).all();
        session.add(new Shown(lines.get(i) + "\n", expected, said.replace(folder + "/", "")));
      }
    }
    return session;
  }

  /** Files that stand in the text above are meant before those of the project. */
  private static String[] among(Path folder, String[] words) {
    return Stream.of(words)
        .map(
            word ->
                Files.isRegularFile(folder.resolve(word)) ? folder.resolve(word).toString() : word)
        .toArray(String[]::new);
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
