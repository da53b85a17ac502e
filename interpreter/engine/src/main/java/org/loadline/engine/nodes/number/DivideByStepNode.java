package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;
import org.loadline.values.Rounding;
import org.loadline.values.WordDivisor;

/**
 * The whole number that a way of rounding picks for a number divided by a step of 64 bits times a
 * power of ten: by the power first, which is known, and then by the step.
 */
public final class DivideByStepNode extends NumberNode {
  @Child private NumberNode number;
  @Child private NumberNode step;
  private final Rounding rounding;
  private final WordDivisor power;
  private final int words;
  private final boolean positive;

  /**
   * @param form wide enough for the quotient
   * @param step above zero
   * @param words how many words the number divided by the power may have, with a bit to spare
   */
  public DivideByStepNode(
      NumberForm form,
      Rounding rounding,
      NumberNode number,
      NumberNode step,
      WordDivisor power,
      int words) {
    super(form, BinaryNode.NO_SLOTS);
    this.rounding = rounding;
    this.number = number;
    this.step = step;
    this.power = power;
    this.words = words;
    this.positive = number.form().number().least().signum() >= 0;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    return computeQuad(frame).longValue();
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    return computeQuad(frame).int128Value();
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    Int256 value = number.executeQuad(frame);
    long by = step.executeLong(frame);
    return positive
        ? power.dividePositive(value, by, words, rounding)
        : power.divideRounded(value, by, words, rounding);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw new IllegalStateException("an exact fraction is rounded as it is");
  }
}
