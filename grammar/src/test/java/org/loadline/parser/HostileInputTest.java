package org.loadline.parser;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.syntax.Expression;
import org.loadline.syntax.SyntaxFile;

/** Whatever is fed to it, the parser answers with sentences, and soon. */
class HostileInputTest {
  private static final int MUTANTS = 1_500;

  private static final List<String> FRAGMENTS =
      List.of(
          "(",
          ")",
          "{",
          "}",
          "|",
          ",",
          ".",
          "..",
          "=",
          ":",
          "\n",
          "\t",
          "\"",
          "'",
          "%",
          "^",
          "==",
          "///",
          "//",
          "/*",
          "when",
          "else",
          "otherwise",
          "for",
          "each",
          "with",
          "given",
          "in",
          "is",
          "not",
          "-",
          "the",
          "least",
          "half",
          "to",
          "round(",
          "\\",
          "\u0000",
          "\uD83D",
          "1_000",
          "1e5",
          "2026-99-99",
          "5 USD",
          "5%",
          "policy",
          "table t {",
          "test \"x\" {",
          "§");

  static final List<String> SAMPLES = Parsed.SAMPLES;

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void mutantsGetSentences(String name) {
    String sample = Parsed.sample(name);
    Random random = new Random(20_261_121);
    for (int i = 0; i < MUTANTS; i++) {
      isAnswered(mutant(sample, random));
    }
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void truncatedFilesGetSentences(String name) {
    String sample = Parsed.sample(name);
    for (int end = 0; end < sample.length(); end += 5) {
      isAnswered(sample.substring(0, end));
    }
  }

  @Test
  void noiseGetsSentences() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      isAnswered(
          IntStream.range(0, random.nextInt(80))
              .mapToObj(_ -> FRAGMENTS.get(random.nextInt(FRAGMENTS.size())))
              .collect(joining(random.nextBoolean() ? " " : "")));
    }
  }

  static Stream<String> heavy() {
    int many = 50_000;
    return Stream.of(
        "(".repeat(many),
        ")".repeat(many),
        "{".repeat(many),
        "x = " + "f(".repeat(many),
        "x = " + "-".repeat(many) + "1",
        "x = " + "not ".repeat(many) + "a",
        "x = 1" + " + 1".repeat(many),
        "x = a" + " else a".repeat(many),
        "x = a" + ".a".repeat(many),
        "x = a" + "(a)".repeat(many),
        "x = a" + " < a".repeat(many),
        "x = a when b" + " | a when b".repeat(many),
        "x = " + "(a when b | ".repeat(many),
        "x = " + "9".repeat(many),
        "x = 5%" + "%".repeat(many),
        "x = " + "\"".repeat(many),
        "x = " + "/*".repeat(many),
        "|".repeat(many),
        "||".repeat(many),
        "\t\n".repeat(many),
        "a b\n".repeat(many),
        "a = (\n".repeat(many),
        "for each a {\n".repeat(many),
        "} {".repeat(many),
        "/// doc\n".repeat(many),
        "report a" + ",a".repeat(many),
        "table t {\n" + "| a | b\n".repeat(many) + "}",
        "test \"t\" {\n" + "given a b with c\n| a - b |\n".repeat(many / 10) + "}",
        "§".repeat(many),
        "\uD83D".repeat(many));
  }

  @ParameterizedTest
  @MethodSource("heavy")
  void largeInputIsAnsweredSoon(String text) {
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> isAnswered("policy p\n" + text));
  }

  @Test
  void longFilesAreFast() {
    String policy = Parsed.sample("perp.risk");
    String lines = policy.substring(policy.indexOf("for each position"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertEquals(List.of(), Parsed.of("policy p\n" + lines.repeat(300)).messages()));
  }

  @Test
  void chainsAreBounded() {
    assertEquals(
        List.of("R1006 2:5 This formula has more than 500 parts in one piece."),
        Parsed.of("policy p\nx = 1" + " + 1".repeat(501)).messages());
    Parsed.clean("x = 1" + " + 1".repeat(500));
  }

  /** Sound and broken formulas, as deep as brackets go, on half of the usual stack. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "f(x: -(a when (b else not (     ! a           ! )) | c otherwise))",
        "f(x: -(a when (b else not (     ! +           ! )) | c otherwise))",
        "f(x: -(a when (b else not (     ! (a when b c ! )) | c otherwise))",
        "(a or b and c < d + e * ((-f(   ! a           ! ))))",
      })
  void deepestNestingFitsASmallStack(String opening, String innermost, String closing)
      throws InterruptedException {
    int times = Layout.DEEPEST / 4 - 1;
    String deep = "policy p\nx = " + opening.repeat(times) + innermost + closing.repeat(times);
    List<Throwable> thrown = new ArrayList<>();
    Thread thread = new Thread(null, () -> isAnswered(deep), "small", 512 * 1024);
    thread.setUncaughtExceptionHandler((_, failure) -> thrown.add(failure));
    thread.start();
    thread.join();
    assertEquals(List.of(), thrown);
    assertEquals(innermost.equals("a"), Parsed.of(deep).said().isEmpty());
  }

  @Test
  void errorsAreNotCountless() {
    List<Diagnostic> said = Parsed.of("policy p\n" + "a b\n".repeat(1_000)).said();
    assertEquals(Problems.MOST, said.size());
  }

  @Test
  void tooLongATextIsNotRead() {
    List<String> messages = Parsed.of(" ".repeat(Parsing.LONGEST + 1)).messages();
    assertEquals(List.of("R1004 1:1 This file has more than 8000000 characters."), messages);
  }

  /** What is not read is spoken of, at a place in the text, in words of the language. */
  private static void isAnswered(String text) {
    Source source = Source.of("hostile", text);
    DiagnosticSink sink = new DiagnosticSink();
    SyntaxFile file = Parsing.parse(source, sink);
    assertTrue(sink.hasErrors() || !Dump.of(file.declarations()).contains("(Unreadable)"), text);
    for (Diagnostic one : sink.diagnostics()) {
      assertTrue(one.span().end() <= text.length(), text);
      assertFalse(
          one.message().matches("(?s).*(\\{[a-z]+}|<EOF>|something else).*"), one.message());
    }
    DiagnosticSink other = new DiagnosticSink();
    Expression expression = Parsing.expression(source, other);
    assertTrue(other.hasErrors() || !Dump.of(expression).contains("(Unreadable)"), text);
  }

  private static String mutant(String sample, Random random) {
    StringBuilder text = new StringBuilder(sample);
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        case 2 -> text.replace(at, to, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        default -> text.insert(random.nextInt(text.length()), text.substring(at, to));
      }
    }
    return text.toString();
  }
}
