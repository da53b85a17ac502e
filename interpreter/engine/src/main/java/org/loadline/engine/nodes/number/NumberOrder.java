package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/**
 * Which of two numbers of one scale is greater; both stand in slots of one width. Fractions are
 * compared by cross product, {@code unlimited} is above every number.
 *
 * @param within256 products of a number and the other's divisor are known to fit 256 bits
 */
public record NumberOrder(NumberSlots left, NumberSlots right, boolean within256) {
  /** Whether one of them may be missing or {@code unlimited}. */
  public boolean isMarked() {
    return left.mark() >= 0 || right.mark() >= 0;
  }

  /** Whether both are decimals of 64 bits that are there. */
  public boolean isPlain() {
    boolean divided = left.divisor() >= 0 || right.divisor() >= 0;
    return left.width() == Width.LONG && right.width() == Width.LONG && !divided && !isMarked();
  }

  /** Below zero, zero or above zero as the left number is less, equal or greater. */
  public int compare(VirtualFrame frame) {
    int leftMark = left.readMark(frame);
    int rightMark = right.readMark(frame);
    if ((leftMark | rightMark) != Mark.PRESENT) {
      return marked(leftMark, rightMark);
    }
    boolean fractions = left.divisor() >= 0 || right.divisor() >= 0;
    if (left.width() == Width.EXACT) {
      return exact(left.readExact(frame), right.readExact(frame));
    }
    if (left.width() == Width.LONG) {
      return fractions
          ? Int128.compareProducts(
              left.readLong(frame),
              right.divisorLong(frame),
              right.readLong(frame),
              left.divisorLong(frame))
          : Long.compare(left.readLong(frame), right.readLong(frame));
    }
    if (left.width() == Width.QUAD) {
      return quads(frame, fractions);
    }
    return fractions
        ? products(
            left.readWide(frame),
            right.divisorWide(frame),
            right.readWide(frame),
            left.divisorWide(frame))
        : left.readWide(frame).compareTo(right.readWide(frame));
  }

  private int quads(VirtualFrame frame, boolean fractions) {
    Int256 a = left.readQuad(frame);
    Int256 b = right.readQuad(frame);
    if (!fractions) {
      return a.compareTo(b);
    }
    Int256 under = left.divisorQuad(frame);
    Int256 over = right.divisorQuad(frame);
    return within256 ? a.times(over).compareTo(b.times(under)) : quadProducts(a, over, b, under);
  }

  @TruffleBoundary
  private static int quadProducts(Int256 a, Int256 b, Int256 c, Int256 d) {
    return Int256.compareProducts(a, b, c, d);
  }

  private static int marked(int left, int right) {
    if (left == Mark.NONE || right == Mark.NONE) {
      throw Failure.FAULT;
    }
    return Integer.compare(left, right);
  }

  @TruffleBoundary(allowInlining = true)
  private static int products(Int128 a, Int128 b, Int128 c, Int128 d) {
    return Int128.compareProducts(a, b, c, d);
  }

  @TruffleBoundary
  private static int exact(Exact left, Exact right) {
    return left.compareTo(right);
  }
}
