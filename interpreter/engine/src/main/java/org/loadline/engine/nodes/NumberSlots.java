package org.loadline.engine.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/**
 * Where a frame keeps a number: as many slots for the number and for its divisor as the width has
 * words, the lowest first, at least two; one for its mark; -1 for what its form does not need.
 */
public record NumberSlots(Width width, int number, int divisor, int mark) {
  public long readLong(VirtualFrame frame) {
    return frame.getLongStatic(number);
  }

  public Int128 readWide(VirtualFrame frame) {
    return width == Width.LONG
        ? Int128.ofLong(frame.getLongStatic(number))
        : new Int128(frame.getLongStatic(number + 1), frame.getLongStatic(number));
  }

  public Int256 readQuad(VirtualFrame frame) {
    return switch (width) {
      case LONG -> Int256.ofLong(frame.getLongStatic(number));
      case WIDE ->
          Int256.of(new Int128(frame.getLongStatic(number + 1), frame.getLongStatic(number)));
      case QUAD, EXACT ->
          new Int256(
              frame.getLongStatic(number + 3),
              frame.getLongStatic(number + 2),
              frame.getLongStatic(number + 1),
              frame.getLongStatic(number));
    };
  }

  /** One word of the number, 0 the lowest. */
  public long word(VirtualFrame frame, int at) {
    return frame.getLongStatic(number + at);
  }

  public long divisorWord(VirtualFrame frame, int at) {
    return frame.getLongStatic(divisor + at);
  }

  public Exact readExact(VirtualFrame frame) {
    return (Exact) frame.getObjectStatic(number);
  }

  public void writeLong(VirtualFrame frame, long value) {
    frame.setLongStatic(number, value);
  }

  public void writeWide(VirtualFrame frame, Int128 value) {
    frame.setLongStatic(number, value.lo());
    frame.setLongStatic(number + 1, value.hi());
  }

  public void writeQuad(VirtualFrame frame, Int256 value) {
    frame.setLongStatic(number, value.w0());
    frame.setLongStatic(number + 1, value.w1());
    frame.setLongStatic(number + 2, value.w2());
    frame.setLongStatic(number + 3, value.w3());
  }

  public void writeExact(VirtualFrame frame, Exact value) {
    frame.setObjectStatic(number, value);
  }

  public long divisorLong(VirtualFrame frame) {
    return divisor < 0 ? 1 : frame.getLongStatic(divisor);
  }

  public Int128 divisorWide(VirtualFrame frame) {
    if (divisor < 0) {
      return Int128.ofLong(1);
    }
    return width == Width.LONG
        ? Int128.ofLong(frame.getLongStatic(divisor))
        : new Int128(frame.getLongStatic(divisor + 1), frame.getLongStatic(divisor));
  }

  public Int256 divisorQuad(VirtualFrame frame) {
    if (divisor < 0) {
      return Int256.ofLong(1);
    }
    return switch (width) {
      case LONG -> Int256.ofLong(frame.getLongStatic(divisor));
      case WIDE ->
          Int256.of(new Int128(frame.getLongStatic(divisor + 1), frame.getLongStatic(divisor)));
      case QUAD, EXACT ->
          new Int256(
              frame.getLongStatic(divisor + 3),
              frame.getLongStatic(divisor + 2),
              frame.getLongStatic(divisor + 1),
              frame.getLongStatic(divisor));
    };
  }

  public void writeDivisorQuad(VirtualFrame frame, Int256 value) {
    frame.setLongStatic(divisor, value.w0());
    frame.setLongStatic(divisor + 1, value.w1());
    frame.setLongStatic(divisor + 2, value.w2());
    frame.setLongStatic(divisor + 3, value.w3());
  }

  public void writeDivisorLong(VirtualFrame frame, long value) {
    frame.setLongStatic(divisor, value);
  }

  public void writeDivisorWide(VirtualFrame frame, Int128 value) {
    frame.setLongStatic(divisor, value.lo());
    frame.setLongStatic(divisor + 1, value.hi());
  }

  public int readMark(VirtualFrame frame) {
    return mark < 0 ? Mark.PRESENT : frame.getIntStatic(mark);
  }

  public void writeMark(VirtualFrame frame, int value) {
    frame.setIntStatic(mark, value);
  }

  /** Copies a number from slots of the same width, or of a wider one if it is known to fit. */
  public void copy(VirtualFrame frame, NumberSlots from) {
    switch (width) {
      case LONG -> {
        writeLong(frame, from.readLong(frame));
        if (divisor >= 0) {
          writeDivisorLong(frame, from.divisorLong(frame));
        }
      }
      case WIDE -> {
        writeWide(frame, from.readWide(frame));
        if (divisor >= 0) {
          writeDivisorWide(frame, from.divisorWide(frame));
        }
      }
      case QUAD -> {
        writeQuad(frame, from.readQuad(frame));
        if (divisor >= 0) {
          writeDivisorQuad(frame, from.divisorQuad(frame));
        }
      }
      case EXACT -> writeExact(frame, from.readExact(frame));
    }
    if (mark >= 0) {
      writeMark(frame, from.readMark(frame));
    }
  }
}
