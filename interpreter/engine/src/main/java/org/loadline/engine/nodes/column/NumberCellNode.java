package org.loadline.engine.nodes.column;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.math.BigInteger;
import org.loadline.engine.code.CellSlots;
import org.loadline.engine.load.FactColumn;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.Overflow;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** The number in a cell. A missing row is the path's own failure. */
public final class NumberCellNode extends NumberNode {
  @Child private IndexNode row;
  private final CellSlots cells;
  private final NumberForm held;
  private final boolean quad;
  private final boolean wide;
  private final boolean checksRow;
  private final boolean own;

  /**
   * @param form what the node gives: as the cells are held, or exact
   * @param held how the cells are held
   * @param checksRow whether the row may be missing
   */
  public NumberCellNode(
      NumberForm form,
      NumberSlots slots,
      NumberForm held,
      CellSlots cells,
      boolean checksRow,
      boolean own,
      IndexNode row) {
    super(form, slots);
    this.held = held;
    this.quad = held.width() == Width.QUAD;
    this.wide = quad || held.width() == Width.WIDE;
    this.cells = cells;
    this.row = row;
    this.checksRow = checksRow;
    this.own = own;
  }

  private int row(VirtualFrame frame) {
    int at = row.execute(frame);
    if (checksRow && rare(at < 0)) {
      throw Failure.of(own);
    }
    return at;
  }

  /** The mark of a cell, kept for the reader. */
  private int markOf(VirtualFrame frame, int at) {
    if (cells.marks() < 0) {
      return Mark.PRESENT;
    }
    int mark = Arrays.bytes(frame, cells.marks())[at];
    if (rare(mark == Mark.FAULT)) {
      throw Failure.FAULT;
    }
    if (slots.mark() >= 0) {
      slots.writeMark(frame, mark == Mark.BEYOND ? Mark.PRESENT : mark);
    }
    return mark;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    int at = row(frame);
    if (rare(markOf(frame, at) == Mark.BEYOND)) {
      throw Overflow.INSTANCE;
    }
    if (slots.divisor() >= 0) {
      slots.writeDivisorLong(frame, Arrays.longs(frame, cells.divisorLow())[at]);
    }
    return Arrays.longs(frame, cells.low())[cells.low(at)];
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    int at = row(frame);
    if (rare(markOf(frame, at) == Mark.BEYOND)) {
      throw Overflow.INSTANCE;
    }
    if (slots.divisor() >= 0) {
      slots.writeDivisorWide(frame, divisor(frame, at));
    }
    return number(frame, at);
  }

  private Int128 number(VirtualFrame frame, int at) {
    long lowest = Arrays.longs(frame, cells.low())[cells.low(at)];
    return wide ? new Int128(Arrays.longs(frame, cells.high())[at], lowest) : Int128.ofLong(lowest);
  }

  private Int128 divisor(VirtualFrame frame, int at) {
    return wide(frame, at, cells.divisorLow(), cells.divisorHigh());
  }

  private Int128 wide(VirtualFrame frame, int at, int low, int high) {
    long lowest = Arrays.longs(frame, low)[at];
    return wide ? new Int128(Arrays.longs(frame, high)[at], lowest) : Int128.ofLong(lowest);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    int at = row(frame);
    if (rare(markOf(frame, at) == Mark.BEYOND)) {
      throw Overflow.INSTANCE;
    }
    if (slots.divisor() >= 0) {
      slots.writeDivisorQuad(frame, quadDivisor(frame, at));
    }
    return quadNumber(frame, at);
  }

  private Int256 quadNumber(VirtualFrame frame, int at) {
    return quad
        ? quad(frame, at, cells.third(), cells.fourth(), number(frame, at))
        : Int256.of(number(frame, at));
  }

  private Int256 quadDivisor(VirtualFrame frame, int at) {
    return quad
        ? quad(frame, at, cells.divisorThird(), cells.divisorFourth(), divisor(frame, at))
        : Int256.of(divisor(frame, at));
  }

  private static Int256 quad(VirtualFrame frame, int at, int third, int fourth, Int128 below) {
    return new Int256(
        Arrays.longs(frame, fourth)[at], Arrays.longs(frame, third)[at], below.hi(), below.lo());
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    int at = row(frame);
    int mark = markOf(frame, at);
    if (mark == Mark.BEYOND) {
      return beyond(frame.getObjectStatic(cells.whole()), at);
    }
    if (mark != Mark.PRESENT) {
      return Exact.ZERO;
    }
    if (held.isExact()) {
      return Arrays.exacts(frame, cells.exact())[at];
    }
    return held.isFraction()
        ? exact(quadNumber(frame, at), quadDivisor(frame, at))
        : exact(quadNumber(frame, at));
  }

  @TruffleBoundary
  private static Exact beyond(Object column, int at) {
    return ((FactColumn) column).number(at);
  }

  @TruffleBoundary
  private Exact exact(Int256 number) {
    return held.value(number.toBigInteger(), BigInteger.ONE);
  }

  @TruffleBoundary
  private Exact exact(Int256 number, Int256 divisor) {
    return held.value(number.toBigInteger(), divisor.toBigInteger());
  }
}
