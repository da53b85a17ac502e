package org.loadline.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loadline.parser.Parsing;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** What holds of every text that is laid out, and the style of each form. */
class FormattingTest {
  private static final Map<String, String> TEXTS = Texts.all();

  private static final Map<String, String> LAID_OUT = Texts.laidOut(TEXTS);

  /** A comment behind a line that goes on in the next: its column says so, so it is not free. */
  private static final Pattern LONG_COMMENT = Pattern.compile("\\S +//[^\n]*\n {16,}//");

  /** A block that begins behind its brace and goes on: what follows lines up with its beginning. */
  private static final Pattern HANGING = Pattern.compile("(?m)\\{ [^{}\n]*$|\\{ [^}\n]*\\{$");

  @Test
  void formattingTwiceIsFormattingOnce() {
    assertTrue(TEXTS.size() > 500);
    TEXTS.forEach(
        (name, text) -> {
          String once = LAID_OUT.get(name);
          assertEquals(once, Texts.laidOut(once).orElseThrow(), name);
        });
  }

  @Test
  void wordsAndMeaningStay() {
    TEXTS.forEach(
        (name, text) -> {
          String laidOut = LAID_OUT.get(name);
          assertEquals(bare(text), bare(laidOut), name);
          assertTrue(Sameness.isSame(syntax(text), syntax(laidOut)), name);
        });
  }

  @Test
  void linesEndInNothingAndTheTextInALineBreak() {
    TEXTS.forEach(
        (name, text) -> {
          String laidOut = LAID_OUT.get(name);
          assertFalse(
              Pattern.compile("[ \t\r]\n|\n\n\n|\n\n$|^\n|\t").matcher(laidOut).find(), name);
          assertTrue(laidOut.endsWith("\n"), name);
        });
  }

  @Test
  void aSpoiltLayoutComesBack() {
    Random random = new Random(7);
    AtomicInteger spoilt = new AtomicInteger();
    TEXTS.forEach(
        (name, text) -> {
          String laidOut = LAID_OUT.get(name);
          if (!LONG_COMMENT.matcher(laidOut).find() && !HANGING.matcher(laidOut).find()) {
            spoilt.incrementAndGet();
            String scrambled = Scrambling.of(laidOut, random);
            assertEquals(laidOut, Texts.laidOut(scrambled).orElse("errors in " + scrambled), name);
          }
        });
    assertTrue(spoilt.get() > 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"declarations", "facts", "tables", "waterfalls", "tests", "comments"})
  void eachFormHasOneLook(String name) throws IOException {
    Path folder = Path.of("src/test/resources/format");
    String text = Files.readString(folder.resolve(name + ".risk"));
    String expected = Files.readString(folder.resolve(name + ".formatted"));
    assertEquals(expected, Texts.laidOut(text).orElseThrow());
  }

  @Test
  void aTextWithErrorsIsLeftAlone() {
    DiagnosticSink sink = new DiagnosticSink();
    Optional<String> text = Formatting.format(Source.of("test.risk", "policy p\na = (1\n"), sink);
    assertEquals(Optional.empty(), text);
    assertEquals(
        List.of("R1020"), sink.diagnostics().stream().map(said -> said.code().code()).toList());
  }

  @Test
  void whatIsNotTheSameIsSeen() {
    DiagnosticSink sink = new DiagnosticSink();
    var old = Parsing.written(Source.of("old", "policy p\na = 1 + 2\n"), sink).orElseThrow();
    assertEquals(
        Optional.of(FormatProblem.WORDS_LOST),
        Sameness.lost(old, Source.of("new", "policy p\na = 1 + 3\n")));
    assertEquals(
        Optional.of(FormatProblem.MEANING_LOST),
        Sameness.lost(old, Source.of("new", "policy p\na = 1 + +\n")));
    assertEquals(Optional.empty(), Sameness.lost(old, Source.of("new", "policy p\na=1+2")));
    var arms =
        Parsing.written(Source.of("old", "policy p\n/// x\na = 1\nb = 2"), sink).orElseThrow();
    assertEquals(
        Optional.of(FormatProblem.MEANING_LOST),
        Sameness.lost(arms, Source.of("new", "policy p /// x\na = 1\nb = 2")));
  }

  @Test
  void aLongTextIsLaidOutAtOnce() {
    StringBuilder text =
        new StringBuilder("policy long\n\nentity account {\n    key id\n    cash : number\n}\n");
    for (int i = 0; i < 2_000; i++) {
      text.append(
          """

          /// Fact %1$d.
          for each account {
          fact_%1$d=cash*(%1$d+max(cash,1)) when cash>%1$d   // more
            | 0 otherwise
          }
          """
              .formatted(i));
    }
    assertTrue(text.toString().lines().count() > 10_000);
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> Texts.laidOut(text.toString()).orElseThrow());
  }

  /** A text without blanks and line breaks. */
  private static String bare(String text) {
    return text.replaceAll("[\\s\\uFEFF]", "");
  }

  private static Object syntax(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    var syntax = Parsing.parse(Source.of("test.risk", text), sink);
    assertEquals(List.of(), sink.diagnostics().stream().filter(Diagnostic::isError).toList(), text);
    return syntax;
  }
}
