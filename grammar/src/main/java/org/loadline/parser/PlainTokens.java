package org.loadline.parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;
import org.jspecify.annotations.Nullable;
import org.loadline.source.Source;

/**
 * The tokens of a text in which no spelling is strange, as the lexer would give them.
 *
 * <p>The generated lexer takes longer to start than to read a policy: it works its rules out while
 * it reads. This one knows the shapes of tokens, takes the words and signs from the vocabulary, and
 * leaves a text to the other at the first character that it is not sure of.
 */
final class PlainTokens {
  private static final Map<String, Integer> WORDS = new HashMap<>();
  private static final int[] SIGNS = new int[128];

  /** Pairs of signs that begin a {@link Spelling} of another language, or something without end. */
  private static final Set<String> DOUBTFUL =
      Set.of("==", "=<", "=>", "<>", ":=", "**", "||", "/*");

  static {
    for (int type = RiskLexer.AND; type <= RiskLexer.WITHIN; type++) {
      WORDS.put(written(type), type);
    }
    for (int type = RiskLexer.RANGE; type <= RiskLexer.SLASH; type++) {
      String sign = written(type);
      if (sign.length() == 1) {
        SIGNS[sign.charAt(0)] = type;
      }
    }
  }

  private final String text;
  private final Pair<@Nullable TokenSource, CharStream> source;
  private final List<CommonToken> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private PlainTokens(Source source) {
    this.text = source.text();
    this.source = new Pair<>(null, new SourceCharStream(source));
  }

  /** All tokens of a source, up to and with the end of the file; nothing where one is in doubt. */
  static Optional<List<CommonToken>> of(Source source) {
    PlainTokens plain = new PlainTokens(source);
    return plain.read() ? Optional.of(plain.tokens) : Optional.empty();
  }

  private static String written(int type) {
    String quoted = RiskParser.VOCABULARY.getLiteralName(type);
    return quoted.substring(1, quoted.length() - 1);
  }

  private boolean read() {
    while (at < text.length()) {
      if (!token(text.charAt(at))) {
        return false;
      }
    }
    return add(Token.EOF, at);
  }

  /** Reads one token; false where it is in doubt. */
  private boolean token(char c) {
    if (isLetter(c)) {
      return word();
    } else if (c == '\n') {
      return lineBreak(1);
    } else if (c == '\r' && peek(at + 1) == '\n') {
      return lineBreak(2);
    } else if (isSpace(c)) {
      return space();
    } else if (isDigit(c)) {
      return number();
    } else if (c == '"') {
      return quoted();
    } else if (text.startsWith("///", at)) {
      return add(RiskLexer.DOC, RiskLexer.DOCS, endOfLine());
    } else if (text.startsWith("//", at)) {
      return add(RiskLexer.COMMENT, Token.HIDDEN_CHANNEL, endOfLine());
    }
    return sign(c);
  }

  private boolean word() {
    int end = at + 1;
    while (isLetter(peek(end)) || isDigit(peek(end))) {
      end++;
    }
    // A letter of another alphabet would go on with the word.
    return peek(end) < 128
        && add(WORDS.getOrDefault(text.substring(at, end), RiskLexer.IDENT), end);
  }

  private boolean lineBreak(int length) {
    add(RiskLexer.NEWLINE, at + length);
    line++;
    lineStart = at;
    return true;
  }

  private boolean space() {
    int end = at + 1;
    while (isSpace(peek(end))) {
      end++;
    }
    return add(RiskLexer.SPACE, Token.HIDDEN_CHANNEL, end);
  }

  /** A number, a percentage, a day or an instant. */
  private boolean number() {
    if (is("dddd-dd-dd", at)) {
      return day(at + 10);
    }
    int end = digits(at + 1);
    if (peek(end) == '.' && isDigit(peek(end + 1))) {
      end = digits(end + 2);
    }
    if (peek(end) == '%') {
      return add(RiskLexer.PERCENT, end + 1);
    }
    return !isLetter(peek(end)) && add(RiskLexer.NUMBER, end);
  }

  private boolean day(int end) {
    if (peek(end) != 'T') {
      return add(RiskLexer.DATE, end);
    }
    int zone = is("Tdd:dd", end) ? end + 6 : end;
    zone = is(":dd", zone) ? zone + 3 : zone;
    char after = peek(zone + 1);
    return peek(zone) == 'Z'
        && !isDigit(after)
        && ":.+Z-".indexOf(after) < 0
        && add(RiskLexer.INSTANT, zone + 1);
  }

  /** Where digits end that may have single underscores between them. */
  private int digits(int from) {
    int end = from;
    while (isDigit(peek(end)) || peek(end) == '_' && isDigit(peek(end + 1))) {
      end++;
    }
    return end;
  }

  /** Whether a shape stands there, in which d stands for a digit. */
  private boolean is(String shape, int from) {
    for (int i = 0; i < shape.length(); i++) {
      char c = peek(from + i);
      if (shape.charAt(i) == 'd' ? !isDigit(c) : c != shape.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean quoted() {
    int end = at + 1;
    while (end < text.length()) {
      switch (text.charAt(end)) {
        case '"' -> {
          return add(RiskLexer.STRING, end + 1);
        }
        case '\r', '\n' -> {
          return false;
        }
        case '\\' -> {
          end++;
          if (end < text.length() && (text.charAt(end) == '\r' || text.charAt(end) == '\n')) {
            return false;
          }
        }
        default -> {}
      }
      end++;
    }
    return false;
  }

  private int endOfLine() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private boolean sign(char c) {
    char next = peek(at + 1);
    switch (c) {
      case '.' -> {
        if (next == '.') {
          return add(RiskLexer.RANGE, at + 2);
        }
      }
      case '!' -> {
        return next == '=' && add(RiskLexer.NE, at + 2);
      }
      case '<' -> {
        if (next == '=') {
          return add(RiskLexer.LE, at + 2);
        }
      }
      case '>' -> {
        if (next == '=') {
          return add(RiskLexer.GE, at + 2);
        }
      }
      default -> {}
    }
    return c < 128 && SIGNS[c] != 0 && !DOUBTFUL.contains("" + c + next) && add(SIGNS[c], at + 1);
  }

  private boolean add(int type, int end) {
    return add(type, Token.DEFAULT_CHANNEL, end);
  }

  private boolean add(int type, int channel, int end) {
    CommonToken token = new CommonToken(source, type, channel, at, end - 1);
    token.setLine(line);
    token.setCharPositionInLine(at - lineStart);
    tokens.add(token);
    at = end;
    return true;
  }

  /** The character at a place; what is no part of any token where the text has ended. */
  private char peek(int place) {
    return place < text.length() ? text.charAt(place) : 0;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\uFEFF';
  }
}
