package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.Width;

/** Puts what a value stands at into a trail. */
public abstract class RecordNode extends Node {
  private final int stride;

  /**
   * @param stride how many words it takes, its mark aside
   */
  private RecordNode(int stride) {
    this.stride = stride;
  }

  final int stride() {
    return stride;
  }

  abstract void put(VirtualFrame frame, Trail trail, int value, int place);

  /** A number. */
  public static final class OfNumber extends RecordNode {
    private final NumberSlots slots;

    public OfNumber(int stride, NumberSlots slots) {
      super(stride);
      this.slots = slots;
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

    public OfPlace(int stride, int slot, int markSlot) {
      super(stride);
      this.slot = slot;
      this.markSlot = markSlot;
    }

    @Override
    void put(VirtualFrame frame, Trail trail, int value, int place) {
      int at = trail.start(value, place);
      trail.words(value)[at] = frame.getIntStatic(slot);
      trail.words(value)[at + 1] = frame.getIntStatic(markSlot);
    }
  }
}
