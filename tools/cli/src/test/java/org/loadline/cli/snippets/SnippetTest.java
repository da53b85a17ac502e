package org.loadline.cli.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.loadline.data.Evaluator;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.reference.ReferenceEvaluator;

/**
 * The language, written down: each snippet compiled and run, against what is written beside it.
 *
 * <p>{@code NAME.out} holds what a snippet gives, {@code NAME.err} the errors of one that does not
 * compile. A new snippet writes its expectation and fails once; {@code -Dsnippets.update=true}
 * rewrites those that differ and still fails, so that every change is read as a difference.
 */
class SnippetTest {
  private static final Path ROOT = Path.of("..", "..", "interpreter", "snippets");
  private static final boolean UPDATE = Boolean.getBoolean("snippets.update");
  private static final List<Evaluator> EVALUATORS =
      List.of(new ReferenceEvaluator(), TruffleEvaluator.create());

  @TestFactory
  Stream<DynamicTest> everySnippetSaysWhatIsWrittenBesideIt() throws IOException {
    return snippets()
        .map(
            snippet ->
                DynamicTest.dynamicTest(
                    ROOT.relativize(snippet).toString(), snippet.toUri(), () -> check(snippet)));
  }

  private static void check(Path snippet) throws IOException {
    SnippetOutput actual = SnippetOutput.of(snippet, ROOT, EVALUATORS);
    Path expectation = expectation(snippet, actual.errors());
    Path other = expectation(snippet, !actual.errors());
    boolean known = Files.exists(expectation) || Files.exists(other);
    if (!known || UPDATE) {
      boolean same =
          Files.exists(expectation) && Files.readString(expectation).equals(actual.text());
      if (!same) {
        Files.deleteIfExists(other);
        Files.writeString(expectation, actual.text());
        fail("what it says is now written in " + expectation + ": read it");
      }
      return;
    }
    String expected = Files.readString(Files.exists(expectation) ? expectation : other);
    assertEquals(expected, actual.text());
    assertTrue(Files.exists(expectation), "whether it compiles is not as " + other + " says");
  }

  @Test
  void everyExpectationHasItsSnippet() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      assertEquals(
          List.of(),
          files
              .filter(file -> file.toString().matches(".*\\.(out|err)"))
              .filter(file -> !Files.exists(withEnding(file, ".risk")))
              .toList());
    }
  }

  @Test
  void theFirstLineOfEverySnippetSaysItsIdea() throws IOException {
    assertEquals(
        List.of(),
        snippets().filter(snippet -> !firstLine(snippet).matches("// .{10,}[.?!]")).toList());
  }

  /** Every snippet; what stands in a folder {@code lib} is a library that snippets import. */
  private static Stream<Path> snippets() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".risk"))
          .filter(file -> !file.getParent().endsWith("lib"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String firstLine(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElse("");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path expectation(Path snippet, boolean errors) {
    return withEnding(snippet, errors ? ".err" : ".out");
  }

  private static Path withEnding(Path file, String ending) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
  }
}
