package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.Overflow;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;
import org.loadline.values.Rounding;

/** The whole number that a way of rounding picks for a quotient; the divisor is above zero. */
public final class DivideRoundedNode extends BinaryNode {
  private final Rounding rounding;
  private final Width carried;
  private final boolean shortDivisor;
  private final boolean quadDivisor;
  private final int words;

  /**
   * @param form wide enough for the quotient, which may need fewer bits than what is divided
   */
  public DivideRoundedNode(
      NumberForm form, Rounding rounding, NumberNode number, NumberNode divisor) {
    super(form, true, number, divisor);
    this.rounding = rounding;
    this.carried = number.form().width().join(divisor.form().width());
    this.shortDivisor = divisor.form().width() == Width.LONG;
    this.quadDivisor = divisor.form().width() == Width.QUAD;
    this.words = form.width().words();
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    return switch (carried) {
      case LONG -> narrow(frame);
      case WIDE -> wide(frame).longValue();
      case QUAD, EXACT -> quad(frame).longValue();
    };
  }

  private long narrow(VirtualFrame frame) {
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
    return carried == Width.QUAD ? quad(frame).int128Value() : wide(frame);
  }

  private Int128 wide(VirtualFrame frame) {
    Int128 number = left.executeWide(frame);
    return shortDivisor
        ? Int128.divideRounded(number, right.executeLong(frame), rounding)
        : Int128.divideRounded(number, right.executeWide(frame), rounding);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    return quad(frame);
  }

  private Int256 quad(VirtualFrame frame) {
    Int256 number = left.executeQuad(frame);
    return quadDivisor
        ? byQuad(number, right.executeQuad(frame))
        : Int256.divideRounded(number, right.executeWide(frame), words, rounding);
  }

  @TruffleBoundary
  private Int256 byQuad(Int256 number, Int256 divisor) {
    return Int256.divideRounded(number, divisor, rounding);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw Overflow.INSTANCE;
  }
}
