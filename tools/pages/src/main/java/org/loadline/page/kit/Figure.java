package org.loadline.page.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;
import org.loadline.values.Rounding;

/**
 * A number as a person reads it, and in full.
 *
 * <p>{@code brief} has thousands separators, a true minus sign and as many digits as help; it is
 * rounded half even, once, from the exact value. {@code full} is {@link NumberText#format}. Both
 * end with the unit, if there is one.
 */
public record Figure(String brief, String full) {
  /** What a figure by itself shows. */
  private static final int DIGITS = 4;

  /** How many digits of the difference of two figures side by side show. */
  private static final int DIGITS_APART = 3;

  private static final int MOST_PLACES = 18;
  private static final Exact THOUSAND = Exact.of(1000);
  private static final Exact MILLION = Exact.of(1_000_000);
  private static final Exact HUNDRED = Exact.of(100);

  /** From here on in millions, billions or trillions. */
  private static final Exact LARGE = Exact.of(10_000_000);

  private static final List<String> LARGE_NAMES = List.of("million", "billion", "trillion");

  /** A whole number of things, in full. */
  public static String count(long things) {
    return grouped(Exact.of(things), 0);
  }

  /** A number of things by their name: {@code 1 row}, {@code 1,200 rows}. */
  public static String count(long things, String one, String several) {
    return count(things) + " " + (things == 1 ? one : several);
  }

  /** A number by itself. */
  public static Figure of(Exact value, String unit) {
    return new Figure(suffixed(brief(value), unit), suffixed(full(value), unit));
  }

  /** A change, with its sign. */
  public static Figure change(Exact value, String unit) {
    String sign = value.signum() > 0 ? "+" : "";
    return new Figure(suffixed(sign + brief(value), unit), suffixed(sign + full(value), unit));
  }

  /** A ratio in percent to three digits, such as {@code 12.5%}; a change has a sign. */
  public static String percent(Exact ratio, boolean isChange) {
    Exact percent = ratio.times(HUNDRED);
    int places = Math.clamp(2L - magnitude(percent), 0, 4);
    String text = plain(percent, places);
    String shown = isZero(text) && percent.signum() != 0 ? tiny(percent, 4) : text;
    return (isChange && percent.signum() > 0 ? "+" : "") + shown + "%";
  }

  /** Numbers to be read against one another: one number of places, so that differences show. */
  public static List<Figure> alike(List<Exact> values, String unit) {
    int places = placesApart(values);
    return values.stream()
        .map(v -> new Figure(suffixed(plain(v, places), unit), suffixed(full(v), unit)))
        .toList();
  }

  /** Whether the figure leaves something out. */
  public boolean isRounded() {
    return !brief.replace(",", "").equals(full);
  }

  private static String brief(Exact value) {
    if (value.abs().compareTo(LARGE) >= 0) {
      return large(value);
    }
    int places = Math.clamp(DIGITS - 1L - magnitude(value), 0, MOST_PLACES);
    return value.abs().compareTo(THOUSAND) >= 0 ? plain(value, 0) : rounded(value, places);
  }

  private static String large(Exact value) {
    Exact scaled = value.dividedBy(MILLION);
    int name = 0;
    while (name < LARGE_NAMES.size() - 1
        && Rounding.HALF_EVEN.roundToPlaces(scaled.abs(), 0).compareTo(THOUSAND) >= 0) {
      scaled = scaled.dividedBy(THOUSAND);
      name++;
    }
    int places = Math.clamp(DIGITS - 1L - magnitude(scaled), 0, MOST_PLACES);
    return rounded(scaled, places) + " " + LARGE_NAMES.get(name);
  }

  /** Rounded to places, without zeros at the end. */
  private static String rounded(Exact value, int places) {
    Exact rounded = Rounding.HALF_EVEN.roundToPlaces(value, places);
    return grouped(rounded, rounded.decimalPlaces().orElseThrow());
  }

  /** As few places as tell the closest two of the numbers apart by some digits. */
  private static int placesApart(List<Exact> values) {
    Exact largest = values.stream().map(Exact::abs).reduce(Exact.ZERO, Exact::max);
    int places = DIGITS - 1 - magnitude(largest);
    Optional<Exact> closest = closest(values);
    int apart = closest.map(c -> DIGITS_APART - 1 - magnitude(c)).orElse(places);
    int needed =
        values.stream().mapToInt(v -> v.decimalPlaces().orElse(MOST_PLACES)).max().orElse(0);
    return Math.clamp(Math.min(Math.max(places, apart), needed), 0, MOST_PLACES);
  }

  private static Optional<Exact> closest(List<Exact> values) {
    List<Exact> ordered = values.stream().sorted().toList();
    return Stream.iterate(1, i -> i < ordered.size(), i -> i + 1)
        .map(i -> ordered.get(i).minus(ordered.get(i - 1)))
        .filter(gap -> gap.signum() > 0)
        .min(Exact::compareTo);
  }

  /** Rounded to places, without zeros at the end of what is exact anyway. */
  private static String plain(Exact value, int places) {
    int own = value.decimalPlaces().orElse(MOST_PLACES);
    return grouped(Rounding.HALF_EVEN.roundToPlaces(value, places), Math.min(own, places));
  }

  private static String grouped(Exact rounded, int places) {
    String digits = rounded.abs().toDecimal().orElseThrow().setScale(places).toPlainString();
    int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
    StringBuilder text = new StringBuilder(digits);
    for (int at = point - 3; at > 0; at -= 3) {
      text.insert(at, ',');
    }
    return (rounded.signum() < 0 ? "−" : "") + text;
  }

  private static String tiny(Exact value, int places) {
    return (value.signum() < 0 ? "−" : "") + "<0." + "0".repeat(places - 1) + "1";
  }

  private static boolean isZero(String text) {
    return text.chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  private static String full(Exact value) {
    return NumberText.format(value).replace('-', '−');
  }

  private static String suffixed(String number, String unit) {
    return unit.isEmpty() ? number : number + " " + unit;
  }

  /** The power of ten of the first digit; 0 of zero. */
  static int magnitude(Exact value) {
    if (value.signum() == 0) {
      return 0;
    }
    Exact size = value.abs();
    int power = size.numerator().toString().length() - size.denominator().toString().length();
    Exact ten = Exact.of(10);
    return size.compareTo(ten.power(power)) < 0 ? power - 1 : power;
  }
}
