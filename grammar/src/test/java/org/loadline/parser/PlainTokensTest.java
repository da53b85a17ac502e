package org.loadline.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** What is read without the lexer is what the lexer reads, to the last column. */
class PlainTokensTest {
  private static final List<String> PIECES =
      List.of(
          "policy",
          "policies",
          "a_1",
          "_",
          "B",
          "within",
          "1",
          "12",
          "1_000",
          "1__0",
          "0.5",
          "5.",
          "1.5.2",
          "5%",
          "12ab",
          "2026",
          "2026-11-20",
          "12026-11-20",
          "2026-11-20T12:30Z",
          "20-1",
          "2026-11-20T12:30:01Z",
          "2026-11-20T12:30",
          "2026-11-20Tx",
          "\"a\"",
          "\"a\\\"b\"",
          "\"a",
          "\"\\",
          "\"→é\"",
          "// a → b",
          "/// doc",
          "//// doc",
          "/",
          "/* a */",
          "..",
          ".",
          ",",
          ":",
          "|",
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          "=",
          "!=",
          "<",
          "<=",
          ">",
          ">=",
          "+",
          "-",
          "*",
          "!",
          "%",
          "^",
          "&",
          "?",
          ";",
          "#",
          "'",
          "\\",
          "é",
          "→",
          "−",
          "×",
          "\u0000",
          "\uFEFF",
          "\t",
          " ",
          "\r",
          "\r\n",
          "\n",
          "  ");

  static Stream<Path> policies() throws IOException {
    return Stream.of("../examples", "../stdlib/src", "src/test/resources/samples")
        .flatMap(PlainTokensTest::below);
  }

  private static Stream<Path> below(String folder) {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all.filter(file -> file.toString().endsWith(".risk")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void policiesAreReadWithoutTheLexer(Path policy) throws IOException {
    String text = Files.readString(policy);
    assertEquals(spelt(text), plain(text).orElseThrow());
    String crlf = text.replace("\n", "\r\n");
    assertEquals(spelt(crlf), plain(crlf).orElseThrow());
  }

  @Test
  void anyTextIsReadAsTheLexerDoesOrLeftToIt() {
    Random random = new Random(20_261_127);
    int read = 0;
    for (int i = 0; i < 40_000; i++) {
      String text =
          String.join(
              "",
              IntStream.range(0, 1 + random.nextInt(6))
                  .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                  .toList());
      Optional<List<String>> plain = plain(text);
      if (plain.isPresent()) {
        assertEquals(spelt(text), plain.get(), text);
        read++;
      }
    }
    assertTrue(read > 5_000, read + " texts were plain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a == b", "5 USD;", "x ≠ y", "1e5", "naïve", "\"open", "/* a", "a ** b", "x := 1"})
  void strangeSpellingsAreLeftToTheLexer(String text) {
    assertEquals(Optional.empty(), plain(text));
  }

  private static Optional<List<String>> plain(String text) {
    return PlainTokens.of(Source.of("test.risk", text)).map(PlainTokensTest::words);
  }

  private static List<String> spelt(String text) {
    Source source = Source.of("test.risk", text);
    return words(Spelling.spelt(source, new Problems(source, new DiagnosticSink())));
  }

  private static List<String> words(List<CommonToken> tokens) {
    return tokens.stream().map(PlainTokensTest::words).toList();
  }

  private static String words(Token token) {
    return String.join(
        " ",
        RiskParser.VOCABULARY.getDisplayName(token.getType()),
        "" + token.getChannel(),
        token.getStartIndex() + ".." + token.getStopIndex(),
        token.getLine() + ":" + token.getCharPositionInLine(),
        token.getText());
  }
}
