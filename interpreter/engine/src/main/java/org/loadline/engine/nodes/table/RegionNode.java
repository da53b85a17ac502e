package org.loadline.engine.nodes.table;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.math.BigInteger;
import java.util.List;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/**
 * Where a number lies among points that rise: {@code 2i + 1} at point {@code i}, {@code 2i} below
 * it and above the one before.
 *
 * <p>Each point is held as the least whole number, at the number's scale, that does not lie below
 * it. A fraction is compared by product, so its points must be whole at that scale.
 */
public final class RegionNode extends IndexNode {
  private static final Int128 ONE = Int128.ofLong(1);

  @Child private NumberNode key;

  @CompilationFinal(dimensions = 1)
  private final long[] low;

  @CompilationFinal(dimensions = 1)
  private final long[] high;

  /** Points for a key of 256 bits. */
  @CompilationFinal(dimensions = 1)
  private final Int256[] quads;

  /** Whether the point itself is a whole number at the scale. */
  @CompilationFinal(dimensions = 1)
  private final boolean[] whole;

  @CompilationFinal(dimensions = 1)
  private final Exact[] exact;

  private final Carried carried;
  private final int before;

  private enum Carried {
    LONG,
    WIDE,
    FRACTION,
    QUAD,
    QUAD_FRACTION,
    EXACT
  }

  /**
   * @param exactly whether fractions of any size are compared
   */
  public RegionNode(NumberNode key, List<Exact> points, boolean exactly) {
    this.key = key;
    NumberForm form = key.form();
    if (exactly || form.isExact()) {
      this.carried = Carried.EXACT;
      this.exact = points.toArray(Exact[]::new);
      this.low = new long[0];
      this.high = new long[0];
      this.quads = new Int256[0];
      this.whole = new boolean[0];
      this.before = 0;
      return;
    }
    this.carried =
        form.isFraction()
            ? form.width() == Width.QUAD ? Carried.QUAD_FRACTION : Carried.FRACTION
            : switch (form.width()) {
              case LONG -> Carried.LONG;
              case WIDE -> Carried.WIDE;
              case QUAD -> Carried.QUAD;
              case EXACT -> Carried.EXACT;
            };
    this.exact = new Exact[0];
    List<Exact> scaled =
        points.stream().map(p -> p.times(Exact.ofUnscaled(BigInteger.ONE, -form.scale()))).toList();
    // Points beyond what the width holds are below or above every number.
    BigInteger end = BigInteger.ONE.shiftLeft(64 * form.width().words() - 1);
    int from = 0;
    while (from < scaled.size() && ceiling(scaled.get(from)).compareTo(end.negate()) < 0) {
      from++;
    }
    int to = scaled.size();
    while (to > from && ceiling(scaled.get(to - 1)).compareTo(end) >= 0) {
      to--;
    }
    this.before = from;
    this.low = new long[to - from];
    this.high = new long[to - from];
    this.quads = new Int256[form.width() == Width.QUAD ? to - from : 0];
    this.whole = new boolean[to - from];
    for (int i = from; i < to; i++) {
      Int256 least = Int256.of(ceiling(scaled.get(i)));
      low[i - from] = least.w0();
      high[i - from] = least.w1();
      if (quads.length > 0) {
        quads[i - from] = least;
      }
      whole[i - from] = scaled.get(i).isWhole();
    }
  }

  private static BigInteger ceiling(Exact number) {
    BigInteger[] parts = number.numerator().divideAndRemainder(number.denominator());
    return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
  }

  @Override
  public int execute(VirtualFrame frame) {
    return switch (carried) {
      case LONG -> of(key.executeLong(frame));
      case WIDE -> of(key.executeWide(frame));
      case FRACTION -> {
        Int128 number = key.executeWide(frame);
        Int128 divisor = key.divisorWide(frame);
        yield ofFraction(number, divisor);
      }
      case QUAD -> of(key.executeQuad(frame));
      case QUAD_FRACTION -> {
        Int256 number = key.executeQuad(frame);
        Int256 divisor = key.divisorQuad(frame);
        yield ofFraction(number, divisor);
      }
      case EXACT -> of(key.executeExact(frame));
    };
  }

  private int of(long number) {
    int below = -1;
    int above = low.length;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (low[middle] <= number) {
        below = middle;
      } else {
        above = middle;
      }
    }
    boolean at = below >= 0 && low[below] == number && whole[below];
    return region(below, at);
  }

  private int of(Int128 number) {
    long top = number.hi();
    long bottom = number.lo();
    int below = -1;
    int above = low.length;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      boolean reached =
          high[middle] == top ? Long.compareUnsigned(low[middle], bottom) <= 0 : high[middle] < top;
      if (reached) {
        below = middle;
      } else {
        above = middle;
      }
    }
    boolean at = below >= 0 && high[below] == top && low[below] == bottom && whole[below];
    return region(below, at);
  }

  @TruffleBoundary(allowInlining = true)
  private int ofFraction(Int128 number, Int128 divisor) {
    int below = -1;
    int above = low.length;
    int last = 1;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      Int128 point = new Int128(high[middle], low[middle]);
      int order = Int128.compareProducts(number, ONE, point, divisor);
      if (order >= 0) {
        below = middle;
        last = order;
      } else {
        above = middle;
      }
    }
    return region(below, below >= 0 && last == 0);
  }

  private int of(Int256 number) {
    int below = -1;
    int above = quads.length;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (quads[middle].compareTo(number) <= 0) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return region(below, below >= 0 && quads[below].compareTo(number) == 0 && whole[below]);
  }

  @TruffleBoundary
  private int ofFraction(Int256 number, Int256 divisor) {
    int below = -1;
    int above = quads.length;
    int last = 1;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      int order = Int256.compareProducts(number, Int256.ONE, quads[middle], divisor);
      if (order >= 0) {
        below = middle;
        last = order;
      } else {
        above = middle;
      }
    }
    return region(below, below >= 0 && last == 0);
  }

  @TruffleBoundary
  private int of(Exact number) {
    int below = -1;
    int above = exact.length;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (exact[middle].compareTo(number) <= 0) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return region(below, below >= 0 && exact[below].equals(number));
  }

  /**
   * @param last the last point that is not above the number
   * @param at whether it is the number
   */
  private int region(int last, boolean at) {
    return 2 * (before + last + 1) - (at ? 1 : 0);
  }
}
