package org.loadline.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;
import org.loadline.source.Source;
import org.loadline.source.Span;

class DiagnosticRendererTest {
  private enum Saying implements DiagnosticCode {
    UNITS("R3104", Severity.ERROR, "Cannot compare `{left}` with `{right}`.", "convert one first."),
    UNUSED("R2301", Severity.WARNING, "Nothing reads `{name}`.", "");

    private final String code;
    private final Severity severity;
    private final String message;
    private final String hint;

    Saying(String code, Severity severity, String message, String hint) {
      this.code = code;
      this.severity = severity;
      this.message = message;
      this.hint = hint;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public Severity severity() {
      return severity;
    }

    @Override
    public String message() {
      return message;
    }

    @Override
    public String hint() {
      return hint;
    }
  }

  private static final DiagnosticRenderer PLAIN = new DiagnosticRenderer(Ink.PLAIN, 60);

  private static Span find(Source source, String text) {
    int at = source.text().indexOf(text);
    return source.span(at, at + text.length());
  }

  private static Diagnostic.Builder units(Source source, String at) {
    return Diagnostic.of(Saying.UNITS, find(source, at)).with("left", "EUR").with("right", "USD");
  }

  @Test
  void showsTheLineTheWordsAndTheHint() {
    Source source = Source.of("desk/limits.risk", "policy p\n\nfits = exposure <= cap\n");
    Diagnostic diagnostic =
        units(source, "exposure")
            .label("12.4 m EUR")
            .also(find(source, "cap"), "10 m USD")
            .with("desk", "rates")
            .build();
    assertEquals(
        """
        R3104: Cannot compare `EUR` with `USD`.
         3 | fits = exposure <= cap
                    ━━━━━━━━    ─── 10 m USD
                    └ 12.4 m EUR
          desk: rates
        Hint: convert one first.   desk/limits.risk:3:8
        """,
        PLAIN.render(diagnostic));
  }

  @Test
  void aWarningSaysSoAndNeedsNoHint() {
    Source source = Source.of("a.risk", "fee = 1%");
    assertEquals(
        """
        R2301 (warning): Nothing reads `fee`.
         1 | fee = 1%
             ━━━
        a.risk:1:1
        """,
        PLAIN.render(Diagnostic.of(Saying.UNUSED, source.span(0, 3)).with("name", "fee").build()));
  }

  @Test
  void relatedPlacesStandInTheOrderOfTheTextAndOtherSourcesAfter() {
    Source source = Source.of("a.risk", "one = 1\ntwo = 2\n\n\nsum = one + two\n");
    Source other = Source.of("lib/b.risk", "sum = 3\n");
    Diagnostic diagnostic =
        units(source, "sum")
            .label("here")
            .also(find(source, "two"), "and here")
            .also(find(other, "sum"), "and there")
            .build();
    assertEquals(
        """
        R3104: Cannot compare `EUR` with `USD`.
         2 | two = 2
             ─── and here
           …
         5 | sum = one + two
             ━━━ here
        lib/b.risk:1:1:
         1 | sum = 3
             ─── and there
        Hint: convert one first.   a.risk:5:1
        """,
        PLAIN.render(diagnostic));
  }

  @Test
  void aPlaceWithinAnotherHasALineOfItsOwn() {
    Source source = Source.of("a.risk", "x = a + b");
    Diagnostic diagnostic =
        units(source, "a + b").label("the sum").also(find(source, "b"), "none of it").build();
    assertEquals(
        """
        R3104: Cannot compare `EUR` with `USD`.
         1 | x = a + b
                 ━━━━━ the sum
                     ─ none of it
        Hint: convert one first.   a.risk:1:5
        """,
        PLAIN.render(diagnostic));
  }

  @Test
  void aPlaceOverSeveralLinesIsUnderlinedInItsFirst() {
    Source source = Source.of("a.risk", "entity a {\n    key id\n}\n");
    assertTrue(
        PLAIN
            .render(units(source, "a {\n    key id\n}").build())
            .contains(" 1 | entity a {\n            ━━━\n"));
  }

  @Test
  void theEndOfATextIsAPlaceToo() {
    Source source = Source.of("a.risk", "entity a {\n");
    int end = source.text().length();
    assertTrue(
        PLAIN
            .render(Diagnostic.of(Saying.UNUSED, source.span(end, end)).build())
            .contains("\n 2 |\n     ━\na.risk:2:1\n"));
  }

  @Test
  void aSourceWithoutTextHasOnlyAName() {
    Source source = Source.of("gone.risk", "");
    assertEquals(
        """
        R2301 (warning): Nothing reads `fee`.
        gone.risk
        """,
        PLAIN.render(Diagnostic.of(Saying.UNUSED, source.span(0, 0)).with("name", "fee").build()));
  }

  @Test
  void tabsAndWideCharactersKeepTheUnderlineInPlace() {
    Source source = Source.of("a.risk", "\tx = \"日本\" + y");
    assertEquals(
        """
        R3104: Cannot compare `EUR` with `USD`.
         1 |     x = "日本" + y
                              ━
        Hint: convert one first.   a.risk:1:13
        """,
        PLAIN.render(units(source, "y").build()));
  }

  @Test
  void nothingMovesTheCursor() {
    Source source = Source.of("a\u001b[2J.risk", "x = \u001b[31m\u202e y\r\n");
    String text = PLAIN.render(units(source, "y").with("esc", "\u0007\n").build());
    assertTrue(text.contains("x = ␛[31m\ufffd y\n"), text);
    assertFalse(text.chars().anyMatch(c -> c < 0x20 && c != '\n' || c == 0x202e), text);
  }

  @Test
  void aLineOfFiftyMillionCharactersIsCut() {
    Source source =
        Source.of("a.risk", "y".repeat(30_000_000) + " here " + "z".repeat(20_000_000) + "\n");
    String text = PLAIN.render(units(source, "here").build());
    assertTrue(text.length() < 400, () -> "" + text.length());
    assertTrue(text.contains(" 1 | …yyy"), text);
    assertTrue(text.contains("zz…\n"), text);
    String[] lines = text.split("\n");
    assertEquals(lines[1].indexOf("here"), lines[2].indexOf("━━━━"));
  }

  @Test
  void theColoursAreAroundTheSameText() {
    Source source = Source.of("a.risk", "x = a + b");
    Diagnostic diagnostic = units(source, "a").also(find(source, "b"), "words").build();
    String coloured = new DiagnosticRenderer(Ink.COLOURED, 60).render(diagnostic);
    assertTrue(coloured.startsWith("\u001b[1;31mR3104"), coloured);
    assertEquals(PLAIN.render(diagnostic), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void theSameAsJson() throws IOException {
    Source source = Source.of("a.risk", "x = a\n  + b");
    var out = new StringWriter();
    try (var json = new com.fasterxml.jackson.core.JsonFactory().createGenerator(out)) {
      DiagnosticJson.write(json, units(source, "a\n  + b").also(find(source, "b"), "b").build());
    }
    assertEquals(
        """
        {"code":"R3104","severity":"error","message":"Cannot compare `EUR` with `USD`.",\
        "hint":"convert one first.","file":"a.risk","line":1,"column":5,"endLine":2,\
        "endColumn":6,"label":"","values":{"left":"EUR","right":"USD"},"related":[{"file":\
        "a.risk","line":2,"column":5,"endLine":2,"endColumn":6,"label":"b"}]}\
        """,
        out.toString());
  }
}
