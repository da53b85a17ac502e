package org.loadline.engine.nodes.number;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.Overflow;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** The product of two decimals; its scale is the sum of theirs. */
public final class MultiplyNode extends BinaryNode {
  private final boolean leftIsLong;
  private final boolean rightIsLong;
  private final boolean positiveLong;
  private final boolean leftIsQuad;
  private final boolean rightIsQuad;

  public MultiplyNode(NumberForm form, boolean checked, NumberNode left, NumberNode right) {
    super(form, checked, left, right);
    this.leftIsLong = left.form().width() == Width.LONG;
    this.rightIsLong = right.form().width() == Width.LONG;
    NumberNode factor = rightIsLong ? right : left;
    this.positiveLong = factor.form().number().least().signum() >= 0;
    this.leftIsQuad = left.form().width() == Width.QUAD;
    this.rightIsQuad = right.form().width() == Width.QUAD;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    long a = left.executeLong(frame);
    long b = right.executeLong(frame);
    long product = a * b;
    if (checked && rare(Math.multiplyHigh(a, b) != product >> 63)) {
      throw Overflow.INSTANCE;
    }
    return product;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    if (rightIsLong) {
      long b = right.executeLong(frame);
      if (leftIsLong) {
        return Int128.ofProduct(left.executeLong(frame), b);
      }
      return times(left.executeWide(frame), b);
    }
    if (leftIsLong) {
      long a = left.executeLong(frame);
      return times(right.executeWide(frame), a);
    }
    Int128 a = left.executeWide(frame);
    Int128 b = right.executeWide(frame);
    if (checked && rare(Int128.timesOverflows(a, b))) {
      throw Overflow.INSTANCE;
    }
    return a.times(b);
  }

  private Int128 times(Int128 a, long b) {
    if (checked && rare(Int128.timesOverflows(a, b))) {
      throw Overflow.INSTANCE;
    }
    return positiveLong ? a.timesPositive(b) : a.times(b);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    if (leftIsQuad || rightIsQuad) {
      return quad(frame);
    }
    if (rightIsLong) {
      long b = right.executeLong(frame);
      return Int256.ofProduct(left.executeWide(frame), b);
    }
    if (leftIsLong) {
      long a = left.executeLong(frame);
      return Int256.ofProduct(right.executeWide(frame), a);
    }
    Int128 a = left.executeWide(frame);
    return Int256.ofProduct(a, right.executeWide(frame));
  }

  private Int256 quad(VirtualFrame frame) {
    if (rightIsLong) {
      long b = right.executeLong(frame);
      Int256 a = left.executeQuad(frame);
      if (checked && rare(overflows(a, Int256.ofLong(b)))) {
        throw Overflow.INSTANCE;
      }
      return a.times(b);
    }
    if (leftIsLong) {
      long a = left.executeLong(frame);
      Int256 b = right.executeQuad(frame);
      if (checked && rare(overflows(b, Int256.ofLong(a)))) {
        throw Overflow.INSTANCE;
      }
      return b.times(a);
    }
    Int256 a = left.executeQuad(frame);
    Int256 b = right.executeQuad(frame);
    if (checked && rare(overflows(a, b))) {
      throw Overflow.INSTANCE;
    }
    return a.times(b);
  }

  @TruffleBoundary
  private static boolean overflows(Int256 a, Int256 b) {
    return Int256.timesOverflows(a, b);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return exact(left.executeExact(frame), right.executeExact(frame));
  }

  @TruffleBoundary
  private static Exact exact(Exact a, Exact b) {
    return limited(a.times(b));
  }
}
