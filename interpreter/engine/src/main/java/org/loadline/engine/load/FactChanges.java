package org.loadline.engine.load;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.loadline.engine.nodes.Mark;
import org.loadline.values.Exact;

/** What differs between the cells of a fact now and before, and what that comes to. */
public final class FactChanges {
  private final FactColumn now;
  private final boolean placed;

  private FactChanges(FactColumn now) {
    this.now = now;
    this.placed = now.places.length > 0;
  }

  /** What has become of a column. */
  public static FactChanges of(FactColumn now) {
    return new FactChanges(now);
  }

  /** The rows whose cells are not those of another column of the same fact and size. */
  public int[] differing(FactColumn other) {
    boolean alike = now.form().equals(other.form());
    int[] found = new int[now.size()];
    int count = 0;
    for (int row = 0; row < found.length; row++) {
      if (!same(row, other, row, alike)) {
        found[count++] = row;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Of some rows, the places at which the cell is not what {@code then} has at that place. */
  public int[] differing(int[] rows, FactColumn then) {
    boolean alike = now.form().equals(then.form());
    int[] found = new int[rows.length];
    int count = 0;
    for (int at = 0; at < rows.length; at++) {
      if (!same(rows[at], then, at, alike)) {
        found[count++] = at;
      }
    }
    return count == rows.length ? found : Arrays.copyOf(found, count);
  }

  /**
   * Whether a cell holds what a cell of another column of the same fact does.
   *
   * @param alike whether the columns have one form
   */
  private boolean same(int row, FactColumn other, int at, boolean alike) {
    if (!now.isKnown(row) || !other.isKnown(at)) {
      return now.marks[row] == other.marks[at];
    }
    if (placed) {
      return now.places[row] == other.places[at];
    }
    if (alike && now.isDecimal(row) && other.isDecimal(at)) {
      long different = 0;
      for (int word = 0; word < now.words.length; word++) {
        different |= now.words[word][now.at(row)] ^ other.words[word][other.at(at)];
      }
      return different == 0;
    }
    return now.number(row).equals(other.number(at));
  }

  /**
   * What the sum of some rows is above that of their cells {@code then}, each at the place of its
   * row in the list; empty where a cell has no number, or the numbers are no decimals.
   */
  public Optional<Exact> above(int[] rows, FactColumn then) {
    if (!(now.form() instanceof ColumnForm.OfNumbers numbers)
        || !now.form().equals(then.form())
        || now.words.length == 0
        || now.divisors.length > 0) {
      return Optional.empty();
    }
    int plain = 0;
    for (int at = 0; at < rows.length; at++) {
      plain += isPlain(rows[at], then, at) ? 1 : 0;
    }
    if (plain < rows.length) {
      return aboveWithSome(rows, then, plain);
    }
    BigInteger change = WordSums.above(now.words, now.step, now.place, rows, then.words);
    return Optional.of(Exact.ofUnscaled(change, numbers.form().scale()));
  }

  /** Whether both cells stand in the words of their columns. */
  private boolean isPlain(int row, FactColumn then, int at) {
    return now.marks[row] == Mark.PRESENT && then.marks[at] == Mark.PRESENT;
  }

  /** As {@link #above}, where some numbers stand beside the column; they are added one by one. */
  private Optional<Exact> aboveWithSome(int[] rows, FactColumn then, int plain) {
    int[] places = new int[plain];
    int count = 0;
    Exact beside = Exact.ZERO;
    for (int at = 0; at < rows.length; at++) {
      if (isPlain(rows[at], then, at)) {
        places[count++] = at;
      } else if (now.isKnown(rows[at]) && then.isKnown(at)) {
        beside = beside.plus(now.number(rows[at])).minus(then.number(at));
      } else {
        return Optional.empty();
      }
    }
    int[] others = new int[plain];
    Arrays.setAll(others, at -> rows[places[at]]);
    return above(others, then.at(places)).map(beside::plus);
  }

  /**
   * Takes off some rows of a column what stands at their places in {@code less}, and adds what
   * stands in {@code more}; all are of one form of decimals. Rows for which one of these, or what
   * comes out, is none that the form holds stay as they are. The other way round with the same
   * {@code left}, all is as it was.
   *
   * @param left rows that stay as they are; where others are added that do
   */
  public static void shift(
      FactColumn column, int[] rows, FactColumn less, FactColumn more, BitSet left) {
    WordShift shift = new WordShift(((ColumnForm.OfNumbers) column.form()).form());
    long[][] words = column.words;
    boolean any = !left.isEmpty();
    for (int at = 0; at < rows.length; at++) {
      int row = rows[at];
      if (any && left.get(row)) {
        continue;
      }
      int place = column.at(row);
      if (column.marks[row] != Mark.PRESENT
          || less.marks[at] != Mark.PRESENT
          || more.marks[at] != Mark.PRESENT
          || !(shift.isTwo()
              ? shift.moveTwo(words[0], words[1], place, less.words, more.words, at)
              : shift.move(words, place, less.words, more.words, at))) {
        left.set(row);
      }
    }
  }
}
