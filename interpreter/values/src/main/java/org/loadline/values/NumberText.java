package org.loadline.values;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Numbers as they stand in data and in output.
 *
 * <p>Read: an optional sign, digits with at most one point and at least one digit, an optional
 * exponent ({@code -1.5e-3}, {@code .5}, {@code 7.}). No blanks, no separators between thousands,
 * no words. Longer than {@value #MAX_CHARACTERS} characters, an exponent beyond {@link
 * Exact#MAX_PLACES} either way, or a value with {@link Exact#exceedsLimit()} is too long.
 *
 * <p>Written: a decimal in full, without exponent and without trailing zeros; a fraction whose
 * digits never end to {@value #PLACES} places, half even, followed by {@code ~}.
 */
public final class NumberText {
  /** The most characters that are looked at. */
  public static final int MAX_CHARACTERS = 1_100;

  /** The places to which a fraction without end is written. */
  public static final int PLACES = 18;

  private NumberText() {}

  /** Reads a number of data. */
  public static Reading parse(String text) {
    if (text.length() > MAX_CHARACTERS) {
      return looksNumeric(text) ? Reading.Unread.TOO_LONG : Reading.Unread.MALFORMED;
    }
    int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    int pointAt = digitsEnd(text, start);
    boolean point = pointAt < text.length() && text.charAt(pointAt) == '.';
    int end = point ? digitsEnd(text, pointAt + 1) : pointAt;
    String digits =
        text.substring(start, pointAt) + (point ? text.substring(pointAt + 1, end) : "");
    if (digits.isEmpty()) {
      return Reading.Unread.MALFORMED;
    }
    int exponent = 0;
    if (end < text.length()) {
      Optional<Integer> written = exponent(text, end);
      if (written.isEmpty()) {
        return Reading.Unread.MALFORMED;
      }
      exponent = written.get();
    }
    if (Math.abs(exponent) > Exact.MAX_PLACES) {
      return Reading.Unread.TOO_LONG;
    }
    BigInteger magnitude = new BigInteger(digits);
    BigInteger unscaled = text.startsWith("-") ? magnitude.negate() : magnitude;
    Exact value = Exact.ofUnscaled(unscaled, (point ? end - pointAt - 1 : 0) - exponent);
    return value.exceedsLimit() ? Reading.Unread.TOO_LONG : new Reading.Of(value);
  }

  /** Writes a number; two different numbers that are not marked have different texts. */
  public static String format(Exact value) {
    OptionalInt places = value.decimalPlaces();
    return places.isPresent()
        ? plain(value, places.getAsInt())
        : plain(Rounding.HALF_EVEN.roundToPlaces(value, PLACES), PLACES) + "~";
  }

  /** A decimal with so many places, which are enough for it. */
  private static String plain(Exact decimal, int places) {
    String digits = decimal.unscaled(places).abs().toString();
    String padded = "0".repeat(Math.max(0, places + 1 - digits.length())) + digits;
    int point = padded.length() - places;
    return (decimal.signum() < 0 ? "-" : "")
        + padded.substring(0, point)
        + (places == 0 ? "" : "." + padded.substring(point));
  }

  /** Reads the exponent that starts at {@code at}; one beyond any limit comes back as such. */
  private static Optional<Integer> exponent(String text, int at) {
    if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
      return Optional.empty();
    }
    boolean negative = text.startsWith("-", at + 1);
    int start = negative || text.startsWith("+", at + 1) ? at + 2 : at + 1;
    if (start == text.length() || digitsEnd(text, start) != text.length()) {
      return Optional.empty();
    }
    int beyond = Exact.MAX_PLACES + 1;
    int magnitude =
        new BigInteger(text.substring(start)).min(BigInteger.valueOf(beyond)).intValueExact();
    return Optional.of(negative ? -magnitude : magnitude);
  }

  private static boolean looksNumeric(String text) {
    return text.chars().allMatch(c -> isDigit(c) || "+-.eE".indexOf(c) >= 0);
  }

  private static int digitsEnd(String text, int start) {
    int at = start;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
