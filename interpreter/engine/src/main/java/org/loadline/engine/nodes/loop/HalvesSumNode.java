package org.loadline.engine.nodes.loop;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.loadline.engine.code.AccumulatorOp;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.Overflow;
import org.loadline.values.Int128;

/**
 * The sum of numbers of 128 bits that use 96 of them at most, or of such numbers times a factor of
 * few bits, without a carry.
 *
 * <p>A number is cut at bit 32. Its upper part, with the sign, and its lower part, which is never
 * negative, each times the factor, are summed in 64 bits by themselves; only the whole sum is put
 * together.
 */
public final class HalvesSumNode extends AccumulatorNode {
  private static final int CUT = AccumulatorOp.Room.CUT;

  @Child private NumberNode number;
  @Child private @Nullable NumberNode factor;
  private final NumberSlots slots;
  private final boolean checked;
  private final long offset;
  private final int above;

  /**
   * @param factor what each number is multiplied by, if it is
   */
  public HalvesSumNode(
      NumberNode number,
      @Nullable NumberNode factor,
      NumberSlots slots,
      AccumulatorOp.Room room,
      boolean failing) {
    super(slots.mark(), failing);
    this.number = number;
    this.factor = factor;
    this.slots = slots;
    this.checked = room.checked();
    this.offset = 1L << room.bits();
    this.above = room.bits() + 1;
  }

  @Override
  protected void clear(VirtualFrame frame) {
    slots.writeWide(frame, Int128.ZERO);
  }

  @Override
  protected void add(VirtualFrame frame) {
    Int128 value = number.executeWide(frame);
    if (checked && rare(value.hi() + offset >>> above != 0)) {
      throw Overflow.INSTANCE;
    }
    long upper = value.hi() << CUT | value.lo() >>> CUT;
    long lower = Integer.toUnsignedLong((int) value.lo());
    if (factor != null) {
      long times = factor.executeLong(frame);
      upper *= times;
      lower *= times;
    }
    slots.writeWide(frame, new Int128(slots.word(frame, 1) + upper, slots.word(frame, 0) + lower));
  }

  @Override
  protected void complete(VirtualFrame frame) {
    long upper = slots.word(frame, 1);
    Int128 high = new Int128(upper >> CUT, upper << CUT);
    slots.writeWide(frame, high.plus(Int128.ofLong(slots.word(frame, 0))));
  }
}
