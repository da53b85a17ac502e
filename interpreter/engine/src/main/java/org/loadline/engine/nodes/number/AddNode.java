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

/** The sum of two decimals of one scale. */
public final class AddNode extends BinaryNode {
  public AddNode(NumberForm form, boolean checked, NumberNode left, NumberNode right) {
    super(form, checked, left, right);
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    long a = left.executeLong(frame);
    long b = right.executeLong(frame);
    long sum = a + b;
    if (checked && rare(((a ^ sum) & (b ^ sum)) < 0)) {
      throw Overflow.INSTANCE;
    }
    return sum;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    Int128 a = left.executeWide(frame);
    Int128 b = right.executeWide(frame);
    if (checked && rare(Int128.plusOverflows(a, b))) {
      throw Overflow.INSTANCE;
    }
    return a.plus(b);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    Int256 a = left.executeQuad(frame);
    Int256 b = right.executeQuad(frame);
    if (checked && rare(Int256.plusOverflows(a, b))) {
      throw Overflow.INSTANCE;
    }
    return a.plus(b);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return exact(left.executeExact(frame), right.executeExact(frame));
  }

  @TruffleBoundary
  private static Exact exact(Exact a, Exact b) {
    return limited(a.plus(b));
  }
}
