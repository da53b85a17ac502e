package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.RiskNode;
import org.loadline.engine.plan.Width;

/** Puts what a value stands at into a trail. */
public abstract class RecordNode extends RiskNode {
  /** How many words it takes, its mark aside. */
  abstract int stride();

  abstract void put(VirtualFrame frame, Trail trail, int value, int place);

  /** A number. */
  public static final class OfNumber extends RecordNode {
    private final NumberSlots slots;

    public OfNumber(NumberSlots slots) {
      this.slots = slots;
    }

    @Override
    int stride() {
      return slots.width() == Width.EXACT ? 0 : slots.width().words();
    }

    @Override
    @ExplodeLoop
    void put(VirtualFrame frame, Trail trail, int value, int place) {
      long[] words = trail.words(value);
      int at = trail.start(value, place);
      int mark = slots.readMark(frame);
      words[at + stride()] = mark;
      if (slots.width() == Width.EXACT) {
        // A failed one may leave none.
        if (mark == Mark.PRESENT) {
          trail.exacts(value)[place] = slots.readExact(frame);
        }
        return;
      }
      int count = slots.width().words();
      for (int word = 0; word < count; word++) {
        words[at + word] = slots.word(frame, word);
      }
    }
  }

  /** A flag or a place. */
  public static final class OfPlace extends RecordNode {
    private final int slot;
    private final int markSlot;

    public OfPlace(int slot, int markSlot) {
      this.slot = slot;
      this.markSlot = markSlot;
    }

    @Override
    int stride() {
      return 1;
    }

    @Override
    void put(VirtualFrame frame, Trail trail, int value, int place) {
      int at = trail.start(value, place);
      trail.words(value)[at] = frame.getIntStatic(slot);
      trail.words(value)[at + 1] = frame.getIntStatic(markSlot);
    }
  }
}
