package org.loadline.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.loadline.source.Diagnostic;

/**
 * {@code errors.txt} is a table of mistakes and what is said about them.
 *
 * <p>Indented lines are a text below {@code policy p} (or a whole file); then follow each message,
 * with its code, place and underlined text, and its hint.
 */
class SyntaxErrorTest {
  private static final String WHOLE_FILE = "(whole file)";

  /** Said about texts that are too large for a table, or about formulas without a file. */
  private static final Set<SyntaxProblem> TESTED_ELSEWHERE =
      Set.of(
          SyntaxProblem.TOO_LONG,
          SyntaxProblem.TOO_DEEP,
          SyntaxProblem.TOO_MANY_LINKS,
          SyntaxProblem.NO_FORMULA,
          SyntaxProblem.NUMBER_TOO_LONG);

  private record Mistake(String text, String said) {}

  @TestFactory
  List<DynamicTest> eachMistakeHasItsSentence() {
    return mistakes().stream()
        .map(it -> DynamicTest.dynamicTest(it.text(), () -> assertEquals(it.said(), said(it))))
        .toList();
  }

  @Test
  void eachCodeHasItsMistake() {
    String table = read();
    List<SyntaxProblem> missing =
        Arrays.stream(SyntaxProblem.values())
            .filter(problem -> !table.contains("\n" + problem.code() + " "))
            .filter(problem -> !TESTED_ELSEWHERE.contains(problem))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void codesAreUsedOnce() {
    Set<String> codes =
        Arrays.stream(SyntaxProblem.values()).map(SyntaxProblem::code).collect(Collectors.toSet());
    assertEquals(SyntaxProblem.values().length, codes.size());
    assertTrue(codes.stream().allMatch(code -> code.matches("R1\\d{3}")));
  }

  @Test
  void numbersAreBounded() {
    assertEquals(
        List.of("R1043 2:5 This number has more than 512 digits."),
        Parsed.of("policy p\nx = " + "9".repeat(600)).messages());
  }

  private static String said(Mistake mistake) {
    String text = mistake.text().replace("\\t", "\t");
    Parsed parsed =
        Parsed.of(
            text.startsWith(WHOLE_FILE)
                ? text.substring(WHOLE_FILE.length() + 1)
                : "policy p\n" + text);
    return parsed.said().stream().map(SyntaxErrorTest::shown).collect(Collectors.joining("\n"));
  }

  private static String shown(Diagnostic one) {
    return "%s %d:%d `%s` %s\nHint: %s"
        .formatted(
            one.code().code(),
            one.span().line(),
            one.span().column(),
            one.span().text().replace("\n", "\\n"),
            one.message(),
            one.hint());
  }

  private static List<Mistake> mistakes() {
    List<Mistake> mistakes = new ArrayList<>();
    List<String> text = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (String line : (read() + "\n#").lines().toList()) {
      boolean ends = line.startsWith("#") || line.startsWith("    ");
      if (ends && !said.isEmpty()) {
        mistakes.add(new Mistake(String.join("\n", text), String.join("\n", said)));
        text.clear();
        said.clear();
      }
      if (line.startsWith("    ")) {
        text.add(line.substring(4));
      } else if (line.isEmpty() && !text.isEmpty() && said.isEmpty()) {
        text.add("");
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        said.add(line);
      }
    }
    return mistakes;
  }

  private static String read() {
    try (InputStream in = SyntaxErrorTest.class.getResourceAsStream("/errors.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
