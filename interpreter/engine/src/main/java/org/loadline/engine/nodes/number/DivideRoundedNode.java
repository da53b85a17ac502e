package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.Overflow;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Rounding;

/** The whole number that a way of rounding picks for a quotient; the divisor is above zero. */
public final class DivideRoundedNode extends BinaryNode {
  private final Rounding rounding;

  public DivideRoundedNode(
      NumberForm form, Rounding rounding, NumberNode number, NumberNode divisor) {
    super(form, true, number, divisor);
    this.rounding = rounding;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    long number = left.executeLong(frame);
    long divisor = right.executeLong(frame);
    long quotient = number / divisor;
    long rest = number - quotient * divisor;
    if (rest == 0) {
      return quotient;
    }
    long away = number < 0 ? -1 : 1;
    // The rest is below the divisor, so the comparison with its half never overflows.
    long magnitude = Math.abs(rest);
    int half = Long.compare(magnitude, divisor - magnitude);
    boolean grows =
        switch (rounding) {
          case FLOOR -> number < 0;
          case CEIL -> number > 0;
          case TRUNCATE -> false;
          case AWAY -> true;
          case HALF_EVEN -> half > 0 || (half == 0 && (quotient & 1) != 0);
          case HALF_UP -> half >= 0;
        };
    return grows ? quotient + away : quotient;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    Int128 number = left.executeWide(frame);
    Int128 divisor = right.executeWide(frame);
    return Int128.divideRounded(number, divisor, rounding);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw Overflow.INSTANCE;
  }
}
