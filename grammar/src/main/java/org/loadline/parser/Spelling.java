package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.loadline.source.Diagnostic;
import org.loadline.source.Source;

/**
 * Reads a source into tokens and answers the spellings of other languages.
 *
 * <p>What was meant is clear, so the token becomes what it stands for: one sentence, and the rest
 * of the line is still read. What means nothing stays a {@code STRAY}, already reported.
 */
final class Spelling {
  private static final int HIDDEN = Token.HIDDEN_CHANNEL;

  private final Problems problems;
  private final List<CommonToken> tokens = new ArrayList<>();
  private int firstOfLine = RiskLexer.NEWLINE;

  private Spelling(Problems problems) {
    this.problems = problems;
  }

  /** All tokens of a source, hidden ones too, up to and with the end of the file. */
  static List<CommonToken> tokens(Source source, Problems problems) {
    return PlainTokens.of(source).orElseGet(() -> spelt(source, problems));
  }

  /** The same, of a text that may be spelt in any way. */
  static List<CommonToken> spelt(Source source, Problems problems) {
    RiskLexer lexer = new RiskLexer(new SourceCharStream(source));
    lexer.removeErrorListeners();
    Spelling spelling = new Spelling(problems);
    while (true) {
      CommonToken token = (CommonToken) lexer.nextToken();
      spelling.add(token);
      if (token.getType() == Token.EOF) {
        return spelling.tokens;
      }
    }
  }

  private void add(CommonToken token) {
    String text = token.getText();
    switch (token.getType()) {
      case RiskLexer.DOUBLE_EQUALS -> other(token, "`=`", RiskLexer.EQ);
      case RiskLexer.ASSIGN -> other(token, "`=`", RiskLexer.EQ);
      case RiskLexer.UNEQUAL -> other(token, "`!=`", RiskLexer.NE);
      case RiskLexer.REVERSED_LE -> other(token, "`<=`", RiskLexer.LE);
      case RiskLexer.REVERSED_GE -> other(token, "`>=`", RiskLexer.GE);
      case RiskLexer.DOUBLE_AND -> other(token, "`and`", RiskLexer.AND);
      case RiskLexer.BANG -> other(token, "`not`", RiskLexer.NOT);
      case RiskLexer.LONG_MINUS -> other(token, "`-`", RiskLexer.MINUS);
      case RiskLexer.TIMES_SIGN -> other(token, "`*`", RiskLexer.STAR);
      case RiskLexer.DOUBLE_OR -> doubleBar(token);
      case RiskLexer.CARET -> replace(SyntaxProblem.POWER_SIGN, token, RiskLexer.STAR);
      case RiskLexer.PERCENT_SIGN -> percent(token);
      case RiskLexer.QUESTION -> question(token);
      case RiskLexer.SEMICOLON -> {
        report(
            Diagnostic.of(SyntaxProblem.STRAY_SIGN, problems.span(token))
                .hint("A line ends where it ends: take the `;` out."),
            token);
        token.setChannel(HIDDEN);
      }
      case RiskLexer.HASH_COMMENT, RiskLexer.BLOCK_COMMENT -> {
        problems.report(SyntaxProblem.COMMENT_SIGN, token);
        token.setChannel(HIDDEN);
      }
      case RiskLexer.QUOTED -> {
        problems.report(
            Diagnostic.of(SyntaxProblem.WRONG_QUOTES, problems.span(token))
                .with("inner", text.substring(1, text.length() - 1)));
        token.setType(RiskLexer.STRING);
      }
      case RiskLexer.UNCLOSED_STRING ->
          replace(SyntaxProblem.UNCLOSED_TEXT, token, RiskLexer.STRING);
      case RiskLexer.DIGIT_NAME ->
          replace(
              text.matches("[0-9_.]+[eE][0-9]*")
                  ? SyntaxProblem.EXPONENT
                  : SyntaxProblem.DIGIT_NAME,
              token,
              RiskLexer.IDENT);
      case RiskLexer.FOREIGN_NAME -> replace(SyntaxProblem.FOREIGN_NAME, token, RiskLexer.IDENT);
      case RiskLexer.WRONG_INSTANT -> replace(SyntaxProblem.BAD_DATE, token, RiskLexer.INSTANT);
      case RiskLexer.STRAY -> stray(token);
      default -> {}
    }
    if (token.getType() == RiskLexer.NEWLINE) {
      firstOfLine = RiskLexer.NEWLINE;
    } else if (firstOfLine == RiskLexer.NEWLINE && token.getChannel() == Token.DEFAULT_CHANNEL) {
      firstOfLine = token.getType();
    }
    tokens.add(token);
  }

  private void other(CommonToken token, String instead, int type) {
    report(
        Diagnostic.of(SyntaxProblem.OTHER_SIGN, problems.span(token)).with("instead", instead),
        token);
    token.setType(type);
  }

  private void replace(SyntaxProblem problem, CommonToken token, int type) {
    report(Diagnostic.of(problem, problems.span(token)), token);
    token.setType(type);
  }

  private void report(Diagnostic.Builder builder, CommonToken token) {
    problems.report(builder.with("text", token.getText()).with("word", token.getText()));
  }

  /** Two bars that touch are an empty cell in a row, and another language's "or" elsewhere. */
  private void doubleBar(CommonToken token) {
    if (firstOfLine == RiskLexer.PIPE) {
      problems.report(SyntaxProblem.EMPTY_CELL, token);
      token.setType(RiskLexer.PIPE);
    } else {
      other(token, "`or`", RiskLexer.OR);
    }
  }

  /** At the end of a type, what may be missing; elsewhere another language's choice. */
  private void question(CommonToken token) {
    String text = problems.source().text();
    int next = token.getStopIndex() + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    boolean ends = next == text.length() || "\r\n}/".indexOf(text.charAt(next)) >= 0;
    if (ends) {
      report(
          Diagnostic.of(SyntaxProblem.STRAY_SIGN, problems.span(token))
              .hint("What may be missing is said in the type: `USD or none`."),
          token);
      token.setChannel(HIDDEN);
    } else {
      report(Diagnostic.of(SyntaxProblem.IF_THEN_ELSE, problems.span(token)), token);
    }
  }

  private void percent(CommonToken token) {
    for (int i = tokens.size() - 1; i >= 0 && !operandFollows(token); i--) {
      CommonToken before = tokens.get(i);
      if (before.getType() == RiskLexer.NUMBER) {
        report(
            Diagnostic.of(SyntaxProblem.PERCENT_SPACE, problems.span(before, token))
                .with("number", before.getText()),
            token);
        before.setType(RiskLexer.PERCENT);
        token.setChannel(HIDDEN);
        return;
      }
      if (before.getType() != RiskLexer.SPACE) {
        break;
      }
    }
    replace(SyntaxProblem.REMAINDER_SIGN, token, RiskLexer.STAR);
  }

  /** Whether a number or a bracket stands next on the line: then a remainder was meant. */
  private boolean operandFollows(CommonToken token) {
    String text = problems.source().text();
    int next = token.getStopIndex() + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next < text.length()
        && (text.charAt(next) == '(' || Character.isDigit(text.charAt(next)));
  }

  /** One sentence for a run of strays, so that a character of two units is named whole. */
  private void stray(CommonToken token) {
    CommonToken before = tokens.isEmpty() ? token : tokens.getLast();
    if (before.getType() == RiskLexer.STRAY && before != token) {
      token.setChannel(HIDDEN);
      return;
    }
    int start = token.getStartIndex();
    int end = problems.source().text().offsetByCodePoints(start, 1);
    problems.report(
        Diagnostic.of(SyntaxProblem.STRAY_SIGN, problems.source().span(start, end))
            .with("text", problems.source().text().substring(start, end)));
  }
}
