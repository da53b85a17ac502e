package org.loadline.engine.nodes.number;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.loadline.engine.code.Calculation.Zero;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.Overflow;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/**
 * A fraction whose two parts are worked out from operands that are first put into slots; the
 * divisor is made positive.
 */
public final class FractionNode extends NumberNode {
  @Children private final StatementNode[] operands;
  @Child private NumberNode number;
  @Child private NumberNode divisor;
  private final Zero zero;
  private final boolean maybeNegative;

  public FractionNode(
      NumberForm form,
      NumberSlots slots,
      StatementNode[] operands,
      NumberNode number,
      NumberNode divisor,
      Zero zero,
      boolean maybeNegative) {
    super(form, slots);
    this.operands = operands;
    this.number = number;
    this.divisor = divisor;
    this.zero = zero;
    this.maybeNegative = maybeNegative;
  }

  @ExplodeLoop
  private void prepare(VirtualFrame frame) {
    for (StatementNode operand : operands) {
      operand.execute(frame);
    }
  }

  private void failOnZero(boolean isZero) {
    if (zero != Zero.NEVER && rare(isZero)) {
      throw Failure.of(zero == Zero.OWN_FAILURE);
    }
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    prepare(frame);
    long under = divisor.executeLong(frame);
    failOnZero(under == 0);
    long above = number.executeLong(frame);
    if (maybeNegative && under < 0) {
      if (rare(under == Long.MIN_VALUE || above == Long.MIN_VALUE)) {
        throw Overflow.INSTANCE;
      }
      slots.writeDivisorLong(frame, -under);
      return -above;
    }
    slots.writeDivisorLong(frame, under);
    return above;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    prepare(frame);
    Int128 under = divisor.executeWide(frame);
    failOnZero((under.hi() | under.lo()) == 0);
    Int128 above = number.executeWide(frame);
    if (!maybeNegative) {
      slots.writeDivisorWide(frame, under);
      return above;
    }
    if (rare(Int128.negateOverflows(under) || Int128.negateOverflows(above))) {
      throw Overflow.INSTANCE;
    }
    // Without a branch: the two results must not meet as objects.
    long sign = under.hi() >> 63;
    slots.writeDivisorWide(frame, under.signed(sign));
    return above.signed(sign);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    prepare(frame);
    Int256 under = divisor.executeQuad(frame);
    failOnZero(under.isZero());
    Int256 above = number.executeQuad(frame);
    if (!maybeNegative) {
      slots.writeDivisorQuad(frame, under);
      return above;
    }
    if (rare(Int256.negateOverflows(under) || Int256.negateOverflows(above))) {
      throw Overflow.INSTANCE;
    }
    long sign = under.w3() >> 63;
    slots.writeDivisorQuad(frame, under.signed(sign));
    return above.signed(sign);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw new IllegalStateException(Width.EXACT + " numbers are not held as two");
  }
}
