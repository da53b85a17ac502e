package org.loadline.engine.nodes.loop;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.Overflow;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** The sum of decimals of one scale, of fractions of one divisor, or of exact fractions. */
public final class SumNode extends AccumulatorNode {
  @Child private NumberNode body;
  private final NumberSlots slots;
  private final boolean checked;
  private final Int256 divisor;

  /**
   * @param divisor what every summand is divided by
   */
  public SumNode(
      NumberNode body, NumberSlots slots, boolean checked, Int256 divisor, boolean failing) {
    super(slots.mark(), failing);
    this.body = body;
    this.slots = slots;
    this.checked = checked;
    this.divisor = divisor;
  }

  @Override
  protected void clear(VirtualFrame frame) {
    switch (slots.width()) {
      case LONG -> slots.writeLong(frame, 0);
      case WIDE -> slots.writeWide(frame, Int128.ZERO);
      case QUAD -> slots.writeQuad(frame, Int256.ZERO);
      case EXACT -> slots.writeExact(frame, Exact.ZERO);
    }
  }

  @Override
  protected void add(VirtualFrame frame) {
    switch (slots.width()) {
      case LONG -> {
        long value = body.executeLong(frame);
        long before = slots.readLong(frame);
        long sum = before + value;
        if (checked && rare(((before ^ sum) & (value ^ sum)) < 0)) {
          throw Overflow.INSTANCE;
        }
        slots.writeLong(frame, sum);
      }
      case WIDE -> {
        Int128 value = body.executeWide(frame);
        Int128 before = slots.readWide(frame);
        if (checked && rare(Int128.plusOverflows(before, value))) {
          throw Overflow.INSTANCE;
        }
        slots.writeWide(frame, before.plus(value));
      }
      case QUAD -> {
        Int256 value = body.executeQuad(frame);
        Int256 before = slots.readQuad(frame);
        if (checked && rare(Int256.plusOverflows(before, value))) {
          throw Overflow.INSTANCE;
        }
        slots.writeQuad(frame, before.plus(value));
      }
      case EXACT ->
          slots.writeExact(frame, exact(slots.readExact(frame), body.executeExact(frame)));
    }
  }

  @TruffleBoundary
  private static Exact exact(Exact before, Exact value) {
    return before.plus(value);
  }

  @Override
  protected void complete(VirtualFrame frame) {
    if (slots.width() == Width.EXACT) {
      if (tooLong(slots.readExact(frame))) {
        slots.writeMark(frame, Mark.FAULT);
      }
    } else if (slots.divisor() >= 0) {
      switch (slots.width()) {
        case LONG -> slots.writeDivisorLong(frame, divisor.longValue());
        case WIDE -> slots.writeDivisorWide(frame, divisor.int128Value());
        case QUAD, EXACT -> slots.writeDivisorQuad(frame, divisor);
      }
    }
  }

  @TruffleBoundary
  private static boolean tooLong(Exact sum) {
    return sum.exceedsLimit();
  }
}
