package org.loadline.engine.nodes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import java.math.BigInteger;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/**
 * A number in the form that is fixed for it.
 *
 * <p>Right after it has run, {@link #mark} says whether there is a number at all, and {@code
 * divisor…} what a fraction is divided by. A number may be asked for in a wider form than its own.
 */
public abstract class NumberNode extends Node {
  private final NumberForm form;
  private final Width width;
  protected final NumberSlots slots;

  /**
   * @param slots where it leaves its divisor and its mark, if it has them
   */
  protected NumberNode(NumberForm form, NumberSlots slots) {
    this.form = form;
    this.width = form.width();
    this.slots = slots;
  }

  public final NumberForm form() {
    return form;
  }

  protected abstract long computeLong(VirtualFrame frame);

  protected abstract Int128 computeWide(VirtualFrame frame);

  /** Asked for only if the width is {@link Width#QUAD}; not every node may have it. */
  protected Int256 computeQuad(VirtualFrame frame) {
    throw new IllegalStateException(getClass().getSimpleName() + " never needs 256 bits");
  }

  protected abstract Exact computeExact(VirtualFrame frame);

  public final long executeLong(VirtualFrame frame) {
    return computeLong(frame);
  }

  public final Int128 executeWide(VirtualFrame frame) {
    return width == Width.LONG ? Int128.ofLong(computeLong(frame)) : computeWide(frame);
  }

  public final Int256 executeQuad(VirtualFrame frame) {
    return switch (width) {
      case LONG -> Int256.ofLong(computeLong(frame));
      case WIDE -> Int256.of(computeWide(frame));
      case QUAD, EXACT -> computeQuad(frame);
    };
  }

  public final Exact executeExact(VirtualFrame frame) {
    return switch (width) {
      case LONG -> {
        long number = computeLong(frame);
        yield form.isFraction()
            ? fraction(form, Int128.ofLong(number), slots.divisorWide(frame))
            : decimal(form.scale(), number);
      }
      case WIDE -> {
        Int128 number = computeWide(frame);
        yield form.isFraction()
            ? fraction(form, number, slots.divisorWide(frame))
            : wideDecimal(form.scale(), number);
      }
      case QUAD -> {
        Int256 number = computeQuad(frame);
        yield form.isFraction()
            ? quadFraction(form, number, slots.divisorQuad(frame))
            : quadDecimal(form.scale(), number);
      }
      case EXACT -> computeExact(frame);
    };
  }

  public final int mark(VirtualFrame frame) {
    return slots.readMark(frame);
  }

  public final long divisorLong(VirtualFrame frame) {
    return slots.divisorLong(frame);
  }

  public final Int128 divisorWide(VirtualFrame frame) {
    return slots.divisorWide(frame);
  }

  public final Int256 divisorQuad(VirtualFrame frame) {
    return slots.divisorQuad(frame);
  }

  /** Runs it and leaves number, divisor and mark in slots that are at least as wide. */
  public final void into(VirtualFrame frame, NumberSlots to) {
    switch (to.width()) {
      case LONG -> {
        to.writeLong(frame, executeLong(frame));
        if (to.divisor() >= 0) {
          to.writeDivisorLong(frame, divisorLong(frame));
        }
      }
      case WIDE -> {
        to.writeWide(frame, executeWide(frame));
        if (to.divisor() >= 0) {
          to.writeDivisorWide(frame, divisorWide(frame));
        }
      }
      case QUAD -> {
        to.writeQuad(frame, executeQuad(frame));
        if (to.divisor() >= 0) {
          to.writeDivisorQuad(frame, divisorQuad(frame));
        }
      }
      case EXACT -> to.writeExact(frame, executeExact(frame));
    }
    if (to.mark() >= 0) {
      to.writeMark(frame, mark(frame));
    }
  }

  @TruffleBoundary
  private static Exact decimal(int scale, long number) {
    return Exact.ofUnscaled(BigInteger.valueOf(number), scale);
  }

  @TruffleBoundary
  private static Exact wideDecimal(int scale, Int128 number) {
    return Exact.ofUnscaled(number.toBigInteger(), scale);
  }

  @TruffleBoundary
  private static Exact quadDecimal(int scale, Int256 number) {
    return Exact.ofUnscaled(number.toBigInteger(), scale);
  }

  @TruffleBoundary
  private static Exact quadFraction(NumberForm form, Int256 number, Int256 divisor) {
    return form.value(number.toBigInteger(), divisor.toBigInteger());
  }

  @TruffleBoundary
  private static Exact fraction(NumberForm form, Int128 number, Int128 divisor) {
    return form.value(number.toBigInteger(), divisor.toBigInteger());
  }
}
