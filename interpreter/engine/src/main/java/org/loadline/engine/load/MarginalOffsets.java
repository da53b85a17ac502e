package org.loadline.engine.load;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;

/**
 * For each row of a marginal table by lower bounds, what is charged below the row less its own rate
 * times where it starts: a key in the row is charged its rate times the key, and this.
 *
 * <p>A column of faults if that is not so for all rows: if rates are missing, or an owner's rows
 * start above zero.
 */
final class MarginalOffsets {
  private MarginalOffsets() {}

  /**
   * Works the column out.
   *
   * @param bounds rise within each owner
   * @param starts where each owner's rows start in {@code rows}
   */
  static LoadedColumn of(LoadedColumn bounds, LoadedColumn rates, int[] starts, int[] rows) {
    int size = rates.source().size();
    NumberForm bound = decimal(bounds);
    NumberForm rate = decimal(rates);
    boolean given = !bounds.form().mayFault() && !rates.form().mayFault() && !rate.isMarked();
    if (!given
        || rows.length != size
        || rate.width() != Width.LONG
        || bound.width() != Width.LONG) {
      return faults(rates);
    }
    long[] lower = (long[]) bounds.part(DataKey.Part.LOW);
    byte[] marks = (byte[]) bounds.part(DataKey.Part.MARKS);
    long[] slope = (long[]) rates.part(DataKey.Part.LOW);
    long[] offsets = new long[size];
    Interval range = Interval.ZERO;
    for (int owner = 0; owner + 1 < starts.length; owner++) {
      BigInteger below = BigInteger.ZERO;
      BigInteger covered = BigInteger.ZERO;
      for (int at = starts[owner]; at < starts[owner + 1]; at++) {
        int row = rows[at];
        boolean open = marks.length > 0 && marks[row] == Mark.NONE;
        if (at == starts[owner] && !open && lower[row] > 0) {
          return faults(rates);
        }
        BigInteger of = BigInteger.valueOf(slope[row]);
        BigInteger offset = below.subtract(covered.multiply(of));
        if (!Width.LONG.holds(offset)) {
          return faults(rates);
        }
        offsets[row] = offset.longValue();
        range = range.join(Interval.of(offset));
        if (at + 1 < starts[owner + 1]) {
          BigInteger end = BigInteger.valueOf(lower[rows[at + 1]]).max(covered);
          below = below.add(end.subtract(covered).multiply(of));
          covered = end;
        }
      }
    }
    NumberForm form = NumberForm.decimal(Width.LONG, bound.scale() + rate.scale(), range.widened());
    return column(form, false, offsets, new byte[0], rates);
  }

  private static NumberForm decimal(LoadedColumn column) {
    return column.form()
            instanceof ColumnForm.OfNumbers(var form, boolean fault, boolean exceed, var bundle)
        ? form
        : NumberForm.EXACT;
  }

  /** Nothing is known of any row. */
  static LoadedColumn faults(LoadedColumn rates) {
    byte[] marks = new byte[rates.source().size()];
    Arrays.fill(marks, (byte) Mark.FAULT);
    NumberForm form = NumberForm.decimal(Width.LONG, 0, Interval.ZERO);
    return column(form, true, new long[marks.length], marks, rates);
  }

  private static LoadedColumn column(
      NumberForm form, boolean fault, long[] values, byte[] marks, LoadedColumn rates) {
    Map<DataKey.Part, Object> parts = new EnumMap<>(DataKey.Part.class);
    parts.put(DataKey.Part.LOW, values);
    parts.put(DataKey.Part.MARKS, marks);
    return new LoadedColumn(new ColumnForm.OfNumbers(form, fault, false), parts, rates.source());
  }
}
