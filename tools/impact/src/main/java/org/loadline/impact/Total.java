package org.loadline.impact;

import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.values.Exact;

/**
 * What a reported number comes to over all rows of the book.
 *
 * <p>{@code name} is that of the output, as in {@code account.maintenance}. Amounts of one unit are
 * added up; amounts whose unit belongs to a row are added up for each such row, and {@code unit}
 * names it: {@code base of BTC}. Ratios and prices do not add up to anything, so their mean is
 * taken. A side is empty if that policy does not report it.
 */
public record Total(
    String name,
    Optional<Output.Role> role,
    Kind kind,
    String unit,
    Optional<Side> before,
    Optional<Side> after) {

  /** How the rows become one number. */
  public enum Kind {
    /** Added up. */
    SUM("sum"),
    /** The mean of the rows that have a number. */
    MEAN("mean"),
    /** It is one number anyway. */
    VALUE("value");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word that reports use. */
    public String word() {
      return word;
    }
  }

  /**
   * One policy's number: of {@code rows} rows, with {@code left} rows that have no number and
   * {@code faults} that could not be worked out.
   *
   * <p>{@code rounded}: each fraction that does not end was rounded half even to 18 places before
   * it was added.
   */
  public record Side(Exact value, int rows, int left, int faults, boolean rounded) {}

  /** Both sides, if both policies report it. */
  public Optional<Shift> shift() {
    return before.flatMap(b -> after.map(a -> new Shift(b.value(), a.value())));
  }

  /** Whether the sum or the mean is known to 18 places only. */
  public boolean isRounded() {
    return before.filter(Side::rounded).isPresent() || after.filter(Side::rounded).isPresent();
  }
}
