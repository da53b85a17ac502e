package org.loadline.engine.nodes.number;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.Overflow;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** The difference of two decimals of one scale. */
public final class SubtractNode extends BinaryNode {
  public SubtractNode(NumberForm form, boolean checked, NumberNode left, NumberNode right) {
    super(form, checked, left, right);
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    long a = left.executeLong(frame);
    long b = right.executeLong(frame);
    long difference = a - b;
    if (checked && rare(((a ^ b) & (a ^ difference)) < 0)) {
      throw Overflow.INSTANCE;
    }
    return difference;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    Int128 a = left.executeWide(frame);
    Int128 b = right.executeWide(frame);
    if (checked && rare(Int128.minusOverflows(a, b))) {
      throw Overflow.INSTANCE;
    }
    return a.minus(b);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    Int256 a = left.executeQuad(frame);
    Int256 b = right.executeQuad(frame);
    if (checked && rare(Int256.minusOverflows(a, b))) {
      throw Overflow.INSTANCE;
    }
    return a.minus(b);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return exact(left.executeExact(frame), right.executeExact(frame));
  }

  @TruffleBoundary
  private static Exact exact(Exact a, Exact b) {
    return limited(a.minus(b));
  }
}
