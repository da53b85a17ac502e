package org.loadline.syntax;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number as it is written: {@code unscaled / 10^scale}.
 *
 * <p>Not a {@link BigDecimal}, as the first of those in a process makes tables of powers, which
 * take as long as reading a policy.
 *
 * @param scale the digits after the point
 */
public record Decimal(BigInteger unscaled, int scale) {
  /** Reads digits that may have one point among them, and single underscores. */
  public static Decimal of(String written) {
    String text = written.replace("_", "");
    int point = text.indexOf('.');
    return point < 0
        ? new Decimal(new BigInteger(text), 0)
        : new Decimal(
            new BigInteger(text.substring(0, point) + text.substring(point + 1)),
            text.length() - point - 1);
  }

  public static Decimal of(BigDecimal number) {
    return new Decimal(number.unscaledValue(), number.scale());
  }

  public Decimal negate() {
    return new Decimal(unscaled.negate(), scale);
  }

  /** A hundredth of it. */
  public Decimal percent() {
    return new Decimal(unscaled, scale + 2);
  }

  /** The number, to reckon with. */
  public BigDecimal number() {
    return new BigDecimal(unscaled, scale);
  }
}
