package org.loadline.engine.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.ArrayList;
import java.util.List;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;

/**
 * Where a frame keeps a number: two slots each for the number and its divisor, one for its mark; -1
 * for what its form does not need.
 */
public record NumberSlots(Width width, int number, int divisor, int mark) {
  /** All of them. */
  public List<Integer> all() {
    List<Integer> all = new ArrayList<>(List.of(number, number + 1));
    if (divisor >= 0) {
      all.addAll(List.of(divisor, divisor + 1));
    }
    if (mark >= 0) {
      all.add(mark);
    }
    return all;
  }

  public long readLong(VirtualFrame frame) {
    return frame.getLongStatic(number);
  }

  public Int128 readWide(VirtualFrame frame) {
    return width == Width.LONG
        ? Int128.ofLong(frame.getLongStatic(number))
        : new Int128(frame.getLongStatic(number + 1), frame.getLongStatic(number));
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

  /** Copies a number from slots of the same width. */
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
      case EXACT -> writeExact(frame, from.readExact(frame));
    }
    if (mark >= 0) {
      writeMark(frame, from.readMark(frame));
    }
  }
}
