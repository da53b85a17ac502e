package org.loadline.impact;

import java.math.BigDecimal;
import org.loadline.values.Exact;
import org.loadline.values.Rounding;

/** Numbers as a reader wants them where all their digits would say less. */
public final class Figures {
  private static final Exact HUNDRED = Exact.of(100);

  private Figures() {}

  /** A share in per cent to two places, half even, with its sign: {@code +5.25%}. */
  public static String percent(Exact share) {
    return signed(share.times(HUNDRED), 2) + "%";
  }

  /** A number to so many places, half even, with a sign unless it is zero, and no zeros behind. */
  public static String signed(Exact number, int places) {
    String text = plain(number, places);
    return number.signum() > 0 ? "+" + text : text;
  }

  /** A number to so many places, half even, without zeros behind. */
  public static String plain(Exact number, int places) {
    Exact rounded = Rounding.HALF_EVEN.roundToPlaces(number, places);
    return rounded.toDecimal().map(BigDecimal::toPlainString).orElseThrow();
  }

  /** To two places, half even; a number below one to four digits that say something. */
  public static String shown(Exact number) {
    int places = 2;
    Exact size = number.abs();
    if (size.signum() > 0 && size.compareTo(Exact.ONE) < 0) {
      Exact least = Exact.ofFraction(1, 10);
      places = 4;
      while (size.compareTo(least) < 0 && places < 22) {
        least = least.dividedBy(Exact.of(10));
        places++;
      }
    }
    return plain(number, places);
  }
}
