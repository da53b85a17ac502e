package org.loadline.format;

import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.loadline.parser.RiskLexer;

/** Spoils the layout of a text where the layout is free: the style brings it back. */
final class Scrambling {
  private final Random random;
  private final List<? extends Token> tokens;
  private final StringBuilder out = new StringBuilder();

  private Scrambling(String text, Random random) {
    this.tokens = new RiskLexer(CharStreams.fromString(text)).getAllTokens();
    this.random = random;
  }

  /**
   * Other blanks within lines and at their ends, deeper lines, more empty lines where there is one
   * and before closing braces, braces in lines of their own, line breaks of another system.
   */
  static String of(String text, Random random) {
    return new Scrambling(text, random).run();
  }

  private String run() {
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.get(i).getType()) {
        case RiskLexer.SPACE -> blanks(i);
        case RiskLexer.NEWLINE -> lineBreak(i);
        case RiskLexer.RPAREN, RiskLexer.COMMA, RiskLexer.DOT -> {
          out.repeat(' ', random.nextInt(3)).append(tokens.get(i).getText());
        }
        default -> out.append(tokens.get(i).getText());
      }
    }
    return out.toString();
  }

  private void blanks(int i) {
    int length = tokens.get(i).getText().length();
    if (tokens.get(i).getCharPositionInLine() == 0) {
      out.repeat(' ', 2 * length);
    } else if (type(i + 1) == RiskLexer.LBRACE
        && type(i + 2) == RiskLexer.NEWLINE
        && random.nextBoolean()) {
      out.append("\n").repeat(' ', 190);
    } else {
      out.repeat(' ', 1 + random.nextInt(5));
    }
  }

  private void lineBreak(int i) {
    String end = random.nextBoolean() ? "\n" : "\r\n";
    out.repeat(' ', random.nextInt(3)).append(end);
    boolean empty = type(i + 1) == RiskLexer.NEWLINE;
    boolean closes = type(i + 1) == RiskLexer.RBRACE;
    if (empty || closes) {
      out.append(end.repeat(random.nextInt(3)));
    }
  }

  private int type(int i) {
    return i < tokens.size() ? tokens.get(i).getType() : Token.EOF;
  }
}
