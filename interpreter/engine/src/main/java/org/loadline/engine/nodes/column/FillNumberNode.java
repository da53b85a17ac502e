package org.loadline.engine.nodes.column;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.Optional;
import org.loadline.engine.code.CellSlots;
import org.loadline.engine.load.FactColumn;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int256;

/** Fills the cell of a row with a number. */
public final class FillNumberNode extends StatementNode {
  @Child private NumberNode value;
  private final NumberSlots slots;
  private final CellSlots cells;
  private final int rowSlot;
  private final NumberForm form;
  private final boolean exactly;
  private final boolean inside;
  private final Int256 least;
  private final Int256 most;
  private final Int256 leastDivisor;
  private final Int256 mostDivisor;
  private final boolean failing;
  private final boolean marked;

  /**
   * @param slots at least as wide as the number and the cells
   * @param held how the column holds it
   * @param failing whether the number may fail
   */
  public FillNumberNode(
      NumberNode value,
      NumberSlots slots,
      CellSlots cells,
      int rowSlot,
      NumberForm held,
      boolean failing) {
    this.value = value;
    this.slots = slots;
    this.cells = cells;
    this.rowSlot = rowSlot;
    this.form = value.form();
    this.exactly =
        held.isExact()
            || form.isExact()
            || held.scale() != form.scale()
            || held.isFraction() != form.isFraction()
            || !fixed(held).equals(fixed(form));
    Interval divisor = held.divisor().orElse(Interval.ONE);
    this.inside =
        held.number().contains(form.number())
            && divisor.contains(form.divisor().orElse(Interval.ONE));
    this.least = Int256.of(held.number().least());
    this.most = Int256.of(held.number().most());
    this.leastDivisor = Int256.of(divisor.least());
    this.mostDivisor = Int256.of(divisor.most());
    this.failing = failing;
    this.marked = value.form().isMarked();
  }

  /** The divisor that all numbers of a form have. */
  private static Optional<Interval> fixed(NumberForm form) {
    return form.divisor().filter(Interval::isPoint);
  }

  @Override
  public void execute(VirtualFrame frame) {
    int at = frame.getIntStatic(rowSlot);
    if (!failing) {
      fill(frame, at);
      return;
    }
    try {
      fill(frame, at);
    } catch (Failure failure) {
      fault(frame, at);
    }
  }

  private void fault(VirtualFrame frame, int at) {
    if (cells.marks() < 0) {
      // A narrower effort has proved that no row fails.
      throw CompilerDirectives.shouldNotReachHere();
    }
    Arrays.bytes(frame, cells.marks())[at] = Mark.FAULT;
  }

  private void fill(VirtualFrame frame, int at) {
    if (exactly) {
      Exact exact = value.executeExact(frame);
      put(frame.getObjectStatic(cells.whole()), at, exact, value.mark(frame));
      return;
    }
    value.into(frame, slots);
    if (!inside && !isInside(frame)) {
      putWhole(
          frame.getObjectStatic(cells.whole()),
          at,
          slots.readQuad(frame),
          slots.divisorQuad(frame),
          slots.readMark(frame));
      return;
    }
    Arrays.longs(frame, cells.low())[cells.low(at)] = slots.word(frame, 0);
    if (cells.high() >= 0) {
      Arrays.longs(frame, cells.high())[at] = slots.word(frame, 1);
    }
    if (cells.third() >= 0) {
      Arrays.longs(frame, cells.third())[at] = slots.word(frame, 2);
      Arrays.longs(frame, cells.fourth())[at] = slots.word(frame, 3);
    }
    if (slots.divisor() >= 0) {
      fillDivisor(frame, at);
    }
    if (marked) {
      Arrays.bytes(frame, cells.marks())[at] = (byte) slots.readMark(frame);
    }
  }

  /** Readers count on the ranges that the column has. */
  private boolean isInside(VirtualFrame frame) {
    Int256 number = slots.readQuad(frame);
    Int256 divisor = slots.divisorQuad(frame);
    return number.compareTo(least) >= 0
        && number.compareTo(most) <= 0
        && divisor.compareTo(leastDivisor) >= 0
        && divisor.compareTo(mostDivisor) <= 0;
  }

  private void fillDivisor(VirtualFrame frame, int at) {
    Arrays.longs(frame, cells.divisorLow())[at] = slots.divisorWord(frame, 0);
    if (cells.divisorHigh() >= 0) {
      Arrays.longs(frame, cells.divisorHigh())[at] = slots.divisorWord(frame, 1);
    }
    if (cells.divisorThird() >= 0) {
      Arrays.longs(frame, cells.divisorThird())[at] = slots.divisorWord(frame, 2);
      Arrays.longs(frame, cells.divisorFourth())[at] = slots.divisorWord(frame, 3);
    }
  }

  @TruffleBoundary
  private void putWhole(Object column, int at, Int256 number, Int256 divisor, int mark) {
    Exact whole =
        mark == Mark.PRESENT
            ? form.value(number.toBigInteger(), divisor.toBigInteger())
            : Exact.ZERO;
    put(column, at, whole, mark);
  }

  @TruffleBoundary
  private static void put(Object column, int at, Exact value, int mark) {
    FactColumn filled = (FactColumn) column;
    if (mark == Mark.PRESENT) {
      filled.put(at, value);
    } else {
      filled.mark(at, mark);
    }
  }
}
