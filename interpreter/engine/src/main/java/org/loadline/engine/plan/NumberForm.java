package org.loadline.engine.plan;

import java.math.BigInteger;
import java.util.Optional;
import org.loadline.values.Exact;

/**
 * How the numbers of an expression are carried, fixed before it runs.
 *
 * <p>A decimal is a whole number in {@code number}, times ten to the power of {@code -scale}. A
 * fraction is divided by a second whole number in {@code divisor}, which is above zero. With width
 * {@link Width#EXACT} scale and ranges mean nothing. Above that a number may be {@code none} or
 * {@code unlimited} where the flags say so.
 */
public record NumberForm(
    Width width,
    int scale,
    Interval number,
    Optional<Interval> divisor,
    boolean orNone,
    boolean orUnlimited) {
  public static final NumberForm EXACT =
      new NumberForm(Width.EXACT, 0, Interval.ZERO, Optional.empty(), false, false);

  public static NumberForm decimal(Width width, int scale, Interval number) {
    return new NumberForm(width, scale, number, Optional.empty(), false, false);
  }

  public boolean isExact() {
    return width == Width.EXACT;
  }

  public boolean isFraction() {
    return divisor.isPresent();
  }

  public boolean isMarked() {
    return orNone || orUnlimited;
  }

  public NumberForm marked(boolean none, boolean unlimited) {
    return new NumberForm(width, scale, number, divisor, none, unlimited);
  }

  /** The same, where a number is known to lie in another range. */
  public NumberForm ranging(Interval range) {
    return new NumberForm(width, scale, range, divisor, orNone, orUnlimited);
  }

  /** The number that a whole number in this form stands for. */
  public Exact value(BigInteger unscaled, BigInteger over) {
    return over.equals(BigInteger.ONE)
        ? Exact.ofUnscaled(unscaled, scale)
        : Exact.ofUnscaled(unscaled, scale).dividedBy(Exact.of(over));
  }
}
