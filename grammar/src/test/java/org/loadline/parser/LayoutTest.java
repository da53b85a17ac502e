package org.loadline.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** Which line breaks count, shown as {@code ;}; brackets that were closed for the author too. */
class LayoutTest {
  @Test
  void aDeeperLineContinues() {
    lines("a = 1\n    + 2\nb = 3", "a = 1 + 2 ; b = 3");
  }

  @Test
  void aLineOfTheSameDepthBeginsSomethingNew() {
    lines("  a = 1 +\n  b = 2", "a = 1 + ; b = 2");
  }

  @Test
  void aLineAfterACommaContinues() {
    lines("report a,\nb\nc = 1", "report a , b ; c = 1");
  }

  @Test
  void closingBracketsBeginNothing() {
    lines("a = (\n    1\n)\nb = f(2\n)", "a = ( 1 ) ; b = f ( 2 )");
  }

  @Test
  void bracesStartAfresh() {
    lines(
        "for each a {\n    b = 1\n        + 2\n    c = 3\n}\nd = 4",
        "for each a { b = 1 + 2 ; c = 3 } ; d = 4");
  }

  @Test
  void theFirstItemMayStandAfterTheBrace() {
    lines(
        "given m BTC { mark = 1\n  lot = 2,\n  x = 3 }",
        "given m BTC { mark = 1 ; lot = 2 , x = 3 }");
  }

  @Test
  void nobodyMustIndent() {
    lines("entity a {\nkey b\nc : USD\n}\nd = 1", "entity a { key b ; c : USD } ; d = 1");
  }

  @Test
  void aShallowerLineSetsTheDepthAnew() {
    lines("{\n        a = 1\n    b = 2\n      + 3\n}", "{ a = 1 ; b = 2 + 3 }");
  }

  @Test
  void barsOfADecisionContinue() {
    lines("a = b when c\n  | d otherwise\ne = 1", "a = b when c | d otherwise ; e = 1");
    lines("a = b when c |\n    d otherwise\ne = 1", "a = b when c | d otherwise ; e = 1");
  }

  @Test
  void aRowIsALine() {
    lines("table t {\n  | a |\n    | b |\n}", "table t { | a | ; | b | }");
    lines(
        "test \"t\" {\n"
            + "  given a b with c\n"
            + "     | d |\n"
            + "     | e\n"
            + "     | f |\n"
            + "  with g\n"
            + "    | h |\n"
            + "  expect i\n"
            + "}",
        "test \"t\" { given a b with c | d | ; | e ; | f | ; with g | h | ; expect i }");
  }

  @Test
  void commentsAndBlankLinesDoNotCount() {
    lines("// x\n\na = 1 // y\n\n// z\n    + 2\n\n\nb = 1\n// end\n", "a = 1 + 2 ; b = 1");
  }

  @Test
  void linesMayEndTheWayOfOtherSystems() {
    lines("a = 1\r\n  + 2\r\nb = 3\r\n", "a = 1 + 2 ; b = 3");
    lines("\uFEFFa = 1\nb = 2", "a = 1 ; b = 2");
  }

  @Test
  void anOpenBracketEndsWithItsItem() {
    lines("a = (1 + 2\nb = 3", "a = ( 1 + 2 ) ; b = 3", "R1020 1:5 This `(` is never closed.");
  }

  @Test
  void anOpenBraceEndsWhereIndentationDoes() {
    lines(
        "for each a {\n    b = 1\n\nfor each c {\n    d = 2\n}\ne = 3",
        "for each a { b = 1 } ; for each c { d = 2 } ; e = 3",
        "R1020 1:12 This `{` is never closed.");
    lines("entity a {\n  key b\n", "entity a { key b }", "R1020 1:10 This `{` is never closed.");
  }

  @Test
  void bracketsComeInPairs() {
    lines("a = 1)\nb = 2", "a = 1 ; b = 2", "R1021 1:6 This `)` closes nothing.");
    lines("}\nb = 2", "b = 2", "R1021 1:1 This `}` closes nothing.");
    lines("{ a = (1 }\nb = 2", "{ a = ( 1 ) } ; b = 2", "R1020 1:7 This `(` is never closed.");
    lines(
        "a = (b in { c)\nd = 2",
        "a = ( b in { c } ) ; d = 2",
        "R1020 1:11 This `{` is never closed.");
  }

  @Test
  void tabsAreRefusedOnce() {
    lines(
        "for each a {\n\tb = 1\n\tc = 2\n}",
        "for each a { b = 1 ; c = 2 }",
        "R1022 2:1 A line is indented with spaces, not with tabs.");
  }

  @Test
  void depthIsBounded() {
    String deep = "(".repeat(Layout.DEEPEST + 5) + "a" + ")".repeat(Layout.DEEPEST + 5);
    lines(
        "x = " + deep + "\ny = 1",
        "x = " + "( ".repeat(Layout.DEEPEST) + ") ".repeat(Layout.DEEPEST) + "; y = 1",
        "R1005 1:105 Brackets stand in one another more than 100 deep here.");
  }

  private static void lines(String text, String expected, String... messages) {
    DiagnosticSink sink = new DiagnosticSink();
    Problems problems = new Problems(Source.of("layout", text), sink);
    String found =
        Parsing.tokens(problems).getTokens().stream()
            .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
            .filter(token -> token.getType() != Token.EOF)
            .map(token -> token.getType() == RiskLexer.NEWLINE ? ";" : token.getText())
            .collect(Collectors.joining(" "));
    assertEquals(expected, found);
    assertEquals(List.of(messages), new Parsed(null, sink.diagnostics()).messages());
  }
}
