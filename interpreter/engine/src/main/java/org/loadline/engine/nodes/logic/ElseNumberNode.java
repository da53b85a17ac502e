package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** A number, or another one where the first fails by itself or is {@code none}. */
public final class ElseNumberNode extends NumberNode {
  @Child private NumberNode left;
  @Child private NumberNode right;
  private final NumberSlots trial;

  /**
   * @param trial slots for the first, with a mark
   * @param slots slots for what comes out, of the same width
   */
  public ElseNumberNode(
      NumberForm form, NumberSlots slots, NumberSlots trial, NumberNode left, NumberNode right) {
    super(form, slots);
    this.trial = trial;
    this.left = left;
    this.right = right;
  }

  private void decide(VirtualFrame frame) {
    try {
      left.into(frame, trial);
    } catch (Failure failure) {
      if (failure != Failure.OWN) {
        throw failure;
      }
      trial.writeMark(frame, Mark.NONE);
    }
    if (trial.readMark(frame) == Mark.NONE) {
      right.into(frame, slots);
    } else {
      slots.copy(frame, trial);
    }
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    decide(frame);
    return slots.readLong(frame);
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    decide(frame);
    return slots.readWide(frame);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    decide(frame);
    return slots.readQuad(frame);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    decide(frame);
    return slots.readExact(frame);
  }
}
