package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Divisor;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;
import org.loadline.values.Rounding;
import org.loadline.values.WordDivisor;

/**
 * The whole number that a way of rounding picks for a number of more than 64 bits divided by a
 * constant above zero, such as a power of ten.
 */
public final class DivideByKnownNode extends NumberNode {
  @Child private NumberNode number;
  private final Rounding rounding;
  private final @Nullable WordDivisor word;
  private final Divisor divisor;
  private final boolean fromQuad;
  private final int words;
  private final boolean positive;

  /**
   * @param form wide enough for the quotient, which may need fewer bits than the number
   */
  public DivideByKnownNode(NumberForm form, Rounding rounding, NumberNode number, Int128 divisor) {
    super(form, BinaryNode.NO_SLOTS);
    this.rounding = rounding;
    this.number = number;
    this.word = WordDivisor.of(divisor.toBigInteger()).orElse(null);
    this.divisor = Divisor.of(divisor);
    this.fromQuad = number.form().width() == Width.QUAD;
    this.words = form.width().words();
    this.positive = number.form().number().least().signum() >= 0;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    return fromQuad ? quad(frame).longValue() : wide(frame).longValue();
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    return fromQuad ? quad(frame).int128Value() : wide(frame);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    return quad(frame);
  }

  private Int128 wide(VirtualFrame frame) {
    Int128 value = number.executeWide(frame);
    if (word == null) {
      return divisor.divideRounded(value, words, rounding);
    }
    return positive
        ? word.dividePositive(Int256.of(value), words, rounding).int128Value()
        : word.divideRounded(value, words, rounding);
  }

  private Int256 quad(VirtualFrame frame) {
    Int256 value = number.executeQuad(frame);
    if (word == null) {
      return divisor.divideRounded(value, words, rounding);
    }
    return positive
        ? word.dividePositive(value, words, rounding)
        : word.divideRounded(value, words, rounding);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw new IllegalStateException("an exact fraction is rounded as it is");
  }
}
