package org.loadline.engine.nodes.table;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.loadline.engine.code.CellSlots;
import org.loadline.engine.code.PlaceFound.Empty;
import org.loadline.engine.code.PlaceFound.Rows;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.column.Arrays;
import org.loadline.engine.plan.Width;
import org.loadline.values.Int128;

/** The last of an owner's rows that starts at the key or below; the starts rise. */
public final class BoundRowNode extends IndexNode {
  /** From this many rows on, halving beats counting. */
  private static final int MANY = 16;

  private static final double LIKELY = 0.999;

  private static final Int128 ONE = Int128.ofLong(1);

  @Child private IndexNode owner;
  @Child private NumberNode key;
  private final CellSlots starts;
  private final int dropped;
  private final Rows rows;
  private final boolean wideStarts;
  private final boolean longKey;
  private final boolean fraction;
  private final boolean checksOwner;
  private final Empty empty;
  private final boolean positive;
  private final boolean own;

  /**
   * @param starts where rows start, at the scale of the key
   * @param dropped how many of the lowest bits, which are zero in every start, the starts lack
   * @param own whether a missing owner is the lookup's own failure
   * @param positive whether neither keys nor starts are below zero
   */
  public BoundRowNode(
      IndexNode owner,
      NumberNode key,
      CellSlots starts,
      int dropped,
      Rows rows,
      Empty empty,
      boolean own,
      boolean positive,
      boolean checksOwner) {
    this.owner = owner;
    this.key = key;
    this.starts = starts;
    this.dropped = dropped;
    this.rows = rows;
    this.wideStarts = starts.high() >= 0;
    this.fraction = key.form().isFraction();
    this.longKey = key.form().width() == Width.LONG;
    this.checksOwner = checksOwner;
    this.empty = empty;
    this.own = own;
    this.positive = positive;
  }

  @Override
  public int execute(VirtualFrame frame) {
    int of = owner.execute(frame);
    if (checksOwner && rare(of < 0)) {
      throw Failure.of(own);
    }
    if (rows.each() > 0 && rows.each() < MANY && !wideStarts && !fraction) {
      int before = of * rows.each();
      int last = countEach(frame, before, number(frame));
      if (empty != Empty.NEVER && rare(last < before)) {
        throw Failure.of(empty == Empty.OWN_FAILURE);
      }
      return last;
    }
    int from = 0;
    int to;
    if (rows.count() >= 0) {
      to = Arrays.ints(frame, rows.count())[0];
    } else {
      int[] first = Arrays.ints(frame, rows.starts());
      from = first[of];
      to = first[of + 1];
    }
    int reached = reached(frame, from, to);
    if (empty != Empty.NEVER && rare(reached < from)) {
      throw Failure.of(empty == Empty.OWN_FAILURE);
    }
    return row(frame, reached);
  }

  private int row(VirtualFrame frame, int at) {
    return rows.list() < 0 ? at : Arrays.ints(frame, rows.list())[at];
  }

  /** The place of the last row reached; one before the first if there is none. */
  private int reached(VirtualFrame frame, int from, int to) {
    boolean few = to - from < MANY;
    if (fraction) {
      Int128 number = key.executeWide(frame);
      Int128 divisor = key.divisorWide(frame);
      return halve(frame, from, to, number, divisor);
    }
    if (!wideStarts) {
      long number = number(frame);
      return few ? count(frame, from, to, number) : halve(frame, from, to, number);
    }
    Int128 number = key.executeWide(frame);
    return few
        ? count(frame, from, to, number.hi(), number.lo())
        : halve(frame, from, to, number.hi(), number.lo());
  }

  /** The key in the form of narrow starts. */
  private long number(VirtualFrame frame) {
    return longKey ? key.executeLong(frame) >> dropped : narrowed(key.executeWide(frame));
  }

  /** Where every key reaches the first row, it is not compared. */
  @ExplodeLoop
  private int countEach(VirtualFrame frame, int from, long number) {
    int compared = empty == Empty.NEVER ? 1 : 0;
    if (positive) {
      return from + rows.each() - 1 + below(frame, from, compared, number);
    }
    int last = from - 1 + compared;
    for (int i = compared; i < rows.each(); i++) {
      last += low(frame, from + i) <= number ? 1 : 0;
    }
    return last;
  }

  /**
   * Less one for each row that starts above the number: the sign of the difference, which takes
   * less than a comparison.
   */
  @ExplodeLoop
  private int below(VirtualFrame frame, int from, int compared, long number) {
    long signs = 0;
    for (int i = compared; i < rows.each(); i++) {
      signs += number - low(frame, from + i) >> Long.SIZE - 1;
    }
    return (int) signs;
  }

  /** Without the dropped bits; beyond 64 bits it is beyond all starts, on its side. */
  private long narrowed(Int128 number) {
    long high = number.hi() >> dropped;
    long low =
        dropped == 0 ? number.lo() : number.hi() << Long.SIZE - dropped | number.lo() >>> dropped;
    boolean fits = CompilerDirectives.injectBranchProbability(LIKELY, high == low >> 63);
    return fits ? low : number.hi() >> 63 ^ Long.MAX_VALUE;
  }

  /** Adds instead of branching: which row is reached cannot be foreseen. */
  private int count(VirtualFrame frame, int from, int to, long number) {
    int last = from - 1;
    for (int at = from; at < to; at++) {
      last += low(frame, at) <= number ? 1 : 0;
    }
    return last;
  }

  private int count(VirtualFrame frame, int from, int to, long high, long low) {
    int last = from - 1;
    for (int at = from; at < to; at++) {
      long startLow = low(frame, at);
      long startHigh = high(frame, at, startLow);
      int above = startHigh < high ? 1 : 0;
      int level = startHigh == high ? 1 : 0;
      int below = Long.compareUnsigned(startLow, low) <= 0 ? 1 : 0;
      last += above | level & below;
    }
    return last;
  }

  private int halve(VirtualFrame frame, int from, int to, long number) {
    int below = from - 1;
    int above = to;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (low(frame, middle) <= number) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below;
  }

  private int halve(VirtualFrame frame, int from, int to, long high, long low) {
    int below = from - 1;
    int above = to;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      long startLow = low(frame, middle);
      long startHigh = high(frame, middle, startLow);
      boolean reached =
          startHigh == high ? Long.compareUnsigned(startLow, low) <= 0 : startHigh < high;
      if (reached) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below;
  }

  private int halve(VirtualFrame frame, int from, int to, Int128 number, Int128 divisor) {
    int below = from - 1;
    int above = to;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      long startLow = low(frame, middle);
      Int128 start = new Int128(high(frame, middle, startLow), startLow);
      if (reached(number, start, divisor)) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below;
  }

  private long low(VirtualFrame frame, int at) {
    return Arrays.longs(frame, starts.low())[row(frame, at)];
  }

  private long high(VirtualFrame frame, int at, long low) {
    return wideStarts ? Arrays.longs(frame, starts.high())[row(frame, at)] : low >> 63;
  }

  @TruffleBoundary(allowInlining = true)
  private static boolean reached(Int128 number, Int128 start, Int128 divisor) {
    return Int128.compareProducts(number, ONE, start, divisor) >= 0;
  }
}
