package org.loadline.engine.load;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Int128;

/** Where the rows of a table by lower bounds start, in the form that lookups compare with. */
final class RowStarts {
  private RowStarts() {}

  /**
   * The bounds at a greater scale, without their lowest bits; a missing bound is the least number
   * of the width. In 64 bits if all fit, else in 128, which hold any of 64 bits at 18 more places.
   *
   * @param bounds of 64 bits
   * @param dropped no more than {@code places}, so that only zeros are dropped
   */
  static LoadedColumn at(LoadedColumn bounds, int places, int dropped) {
    NumberForm form = ((ColumnForm.OfNumbers) bounds.form()).form();
    long[] unscaled = (long[]) bounds.part(DataKey.Part.LOW);
    BigInteger factor = BigInteger.TEN.pow(places).shiftRight(dropped);
    Interval range = form.number().times(Interval.of(factor));
    boolean narrow = Width.LONG.holds(range.join(range.negate()));
    long[] low = new long[unscaled.length];
    long[] high = new long[unscaled.length];
    byte[] marks = (byte[]) bounds.part(DataKey.Part.MARKS);
    for (int row = 0; row < low.length; row++) {
      Int128 start = Int128.ofProduct(unscaled[row], factor.longValueExact());
      if (marks.length > 0 && marks[row] == Mark.NONE) {
        start = narrow ? Int128.ofLong(Long.MIN_VALUE) : Int128.MIN_VALUE;
      }
      low[row] = start.lo();
      high[row] = start.hi();
    }
    Map<DataKey.Part, Object> parts = new EnumMap<>(DataKey.Part.class);
    parts.put(DataKey.Part.LOW, low);
    parts.put(DataKey.Part.HIGH, high);
    parts.put(DataKey.Part.MARKS, new byte[0]);
    NumberForm starts =
        NumberForm.decimal(narrow ? Width.LONG : Width.WIDE, form.scale() + places, range);
    return new LoadedColumn(new ColumnForm.OfNumbers(starts, false, false), parts, bounds.source());
  }

  /** Whether each owner has a first row, and it starts at {@code least} or below. */
  static boolean all(LoadedColumn bounds, int[] starts, int[] rows, Optional<BigInteger> least) {
    long[] unscaled = (long[]) bounds.part(DataKey.Part.LOW);
    byte[] marks = (byte[]) bounds.part(DataKey.Part.MARKS);
    for (int owner = 0; owner + 1 < starts.length; owner++) {
      if (starts[owner] == starts[owner + 1]) {
        return false;
      }
      int row = rows[starts[owner]];
      boolean open = marks.length > 0 && marks[row] == Mark.NONE;
      BigInteger start = BigInteger.valueOf(unscaled[row]);
      if (!open && least.filter(l -> start.compareTo(l) <= 0).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
