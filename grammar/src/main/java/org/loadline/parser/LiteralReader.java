package org.loadline.parser;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser.UnitNameContext;
import org.loadline.source.Diagnostic;
import org.loadline.source.Span;
import org.loadline.syntax.Decimal;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;

/** Reads numbers, percentages, texts, days and instants. */
final class LiteralReader {
  static final int MOST_DIGITS = 512;

  private final Reader reader;
  private final Problems problems;

  LiteralReader(Reader reader) {
    this.reader = reader;
    this.problems = reader.problems();
  }

  /** A number with its unit and, in a cell, its sign. */
  Expression number(Token digits, @Nullable UnitNameContext unit, boolean negative, Span span) {
    if (tooLong(digits)) {
      return new Expression.Unreadable(span);
    }
    Optional<Name> name =
        Optional.ofNullable(unit).map(it -> new Name(it.getText(), reader.span(it)));
    return new Expression.NumberLiteral(value(digits.getText(), negative), name, span);
  }

  Expression percent(Token digits, boolean negative, Span span) {
    if (tooLong(digits)) {
      return new Expression.Unreadable(span);
    }
    Decimal hundredths = value(digits.getText().replace("%", ""), negative);
    return new Expression.PercentLiteral(hundredths.percent(), span);
  }

  private boolean tooLong(Token digits) {
    boolean tooLong = digits.getText().length() > MOST_DIGITS;
    if (tooLong) {
      problems.report(
          Diagnostic.of(SyntaxProblem.NUMBER_TOO_LONG, problems.span(digits))
              .with("limit", MOST_DIGITS));
    }
    return tooLong;
  }

  private static Decimal value(String digits, boolean negative) {
    Decimal value = Decimal.of(digits);
    return negative ? value.negate() : value;
  }

  Expression date(Token token) {
    Span span = problems.span(token);
    try {
      return new Expression.DateLiteral(LocalDate.parse(token.getText()), span);
    } catch (DateTimeException impossible) {
      return impossibleDay(token);
    }
  }

  Expression instant(Token token) {
    Span span = problems.span(token);
    String text = token.getText();
    try {
      if (!text.endsWith("Z")) {
        return impossibleDay(token);
      }
      LocalDateTime time = LocalDateTime.parse(text.substring(0, text.length() - 1));
      Instant instant = time.toInstant(ZoneOffset.UTC);
      return new Expression.InstantLiteral(instant, span);
    } catch (DateTimeException impossible) {
      return impossibleDay(token);
    }
  }

  private Expression impossibleDay(Token token) {
    Span span = problems.span(token);
    if (!problems.saidWithin(span.start(), span.start())) {
      problems.report(Diagnostic.of(SyntaxProblem.BAD_DATE, span).with("text", token.getText()));
    }
    return new Expression.Unreadable(span);
  }

  Expression text(Token token) {
    return new Expression.TextLiteral(string(token), problems.span(token));
  }

  /** What a quoted text says, its escapes resolved. */
  String string(Token token) {
    String text = token.getText();
    boolean closed =
        text.length() > 1 && !problems.saidWithin(token.getStartIndex(), token.getStartIndex());
    int end = closed ? text.length() - 1 : text.length();
    StringBuilder result = new StringBuilder();
    int i = 1;
    while (i < end) {
      char c = text.charAt(i);
      if (c != '\\') {
        result.append(c);
        i++;
      } else {
        i = escape(token, text, i, end, result);
      }
    }
    return result.toString();
  }

  /** Resolves the escape at {@code i} and answers where the text goes on. */
  private int escape(Token token, String text, int i, int end, StringBuilder result) {
    char c = i + 1 < end ? text.charAt(i + 1) : ' ';
    switch (c) {
      case '"', '\\' -> result.append(c);
      case 'n' -> result.append('\n');
      case 'u' -> {
        int close = text.indexOf('}', i);
        String digits = close < 0 || text.charAt(i + 2) != '{' ? "" : text.substring(i + 3, close);
        if (digits.matches("[0-9A-Fa-f]{1,6}")
            && Character.isValidCodePoint(Integer.parseInt(digits, 16))) {
          result.appendCodePoint(Integer.parseInt(digits, 16));
          return close + 1;
        }
        badEscape(token, i, Math.min(i + 2, end));
      }
      default -> badEscape(token, i, Math.min(i + 2, end));
    }
    return i + 2;
  }

  private void badEscape(Token token, int from, int to) {
    int start = token.getStartIndex();
    problems.report(
        Diagnostic.of(SyntaxProblem.BAD_ESCAPE, problems.source().span(start + from, start + to))
            .with("text", token.getText().substring(from, to)));
  }
}
