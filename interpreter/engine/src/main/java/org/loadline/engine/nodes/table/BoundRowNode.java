package org.loadline.engine.nodes.table;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.column.Arrays;
import org.loadline.engine.nodes.column.CellSlots;
import org.loadline.engine.plan.Width;
import org.loadline.values.Int128;

/** The last of an owner's rows whose lower bound is not above the key; their bounds rise. */
public final class BoundRowNode extends IndexNode {
  /** From this many rows on, halving beats trying one after another. */
  private static final int MANY = 16;

  private static final Int128 ONE = Int128.ofLong(1);

  @Child private IndexNode owner;
  @Child private NumberNode key;
  private final CellSlots cells;
  private final Rows rows;
  private final long factor;
  private final boolean longKey;
  private final boolean fraction;
  private final boolean checksOwner;
  private final boolean own;

  /**
   * Where the rows of an owner stand, or the count of all rows if there is no owner.
   *
   * @param list -1 if the rows of an owner follow one another
   */
  public record Rows(int starts, int list, int count) {}

  /**
   * @param factor brings a bound to the scale of the key
   */
  public BoundRowNode(
      IndexNode owner, NumberNode key, CellSlots cells, Rows rows, long factor, boolean own) {
    this.owner = owner;
    this.key = key;
    this.cells = cells;
    this.rows = rows;
    this.factor = factor;
    this.longKey = key.form().width() == Width.LONG;
    this.fraction = key.form().isFraction();
    this.checksOwner = owner.mayBeNone();
    this.own = own;
  }

  @Override
  public boolean mayBeNone() {
    return false;
  }

  @Override
  public boolean mayFail() {
    return true;
  }

  @Override
  public int execute(VirtualFrame frame) {
    int of = owner.execute(frame);
    if (checksOwner && of < 0) {
      throw Failure.of(own);
    }
    Int128 wide = longKey ? Int128.ofLong(key.executeLong(frame)) : key.executeWide(frame);
    Int128 divisor = fraction ? key.divisorWide(frame) : ONE;
    long high = wide.hi();
    long low = wide.lo();
    int from = 0;
    int to;
    if (rows.count() >= 0) {
      to = Arrays.ints(frame, rows.count())[0];
    } else {
      int[] starts = Arrays.ints(frame, rows.starts());
      from = starts[of];
      to = starts[of + 1];
    }
    int found =
        to - from < MANY
            ? last(frame, from, to, high, low, divisor)
            : halve(frame, from, to, high, low, divisor);
    if (found < from) {
      throw Failure.of(own);
    }
    return row(frame, found);
  }

  private int row(VirtualFrame frame, int at) {
    return rows.list() < 0 ? at : Arrays.ints(frame, rows.list())[at];
  }

  private int last(VirtualFrame frame, int from, int to, long high, long low, Int128 divisor) {
    int at = from;
    while (at < to && starts(frame, at, high, low, divisor)) {
      at++;
    }
    return at - 1;
  }

  private int halve(VirtualFrame frame, int from, int to, long high, long low, Int128 divisor) {
    int below = from - 1;
    int above = to;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (starts(frame, middle, high, low, divisor)) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below;
  }

  /** Whether a row's bound is not above the key. */
  private boolean starts(VirtualFrame frame, int at, long high, long low, Int128 divisor) {
    int row = row(frame, at);
    if (cells.marks() >= 0 && Arrays.bytes(frame, cells.marks())[row] == Mark.NONE) {
      return true;
    }
    long bound = Arrays.longs(frame, cells.low())[row];
    long boundHigh = Math.multiplyHigh(bound, factor);
    long boundLow = bound * factor;
    if (fraction) {
      return reached(new Int128(high, low), new Int128(boundHigh, boundLow), divisor);
    }
    return boundHigh == high ? Long.compareUnsigned(boundLow, low) <= 0 : boundHigh < high;
  }

  @TruffleBoundary(allowInlining = true)
  private static boolean reached(Int128 number, Int128 bound, Int128 divisor) {
    return Int128.compareProducts(number, ONE, bound, divisor) >= 0;
  }
}
