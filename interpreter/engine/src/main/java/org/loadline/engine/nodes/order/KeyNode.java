package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.Width;

/** Works out what an element is ranked by, and puts it beside the element. */
public abstract class KeyNode extends Node {
  private final KeyForm form;

  private KeyNode(KeyForm form) {
    this.form = form;
  }

  final KeyForm form() {
    return form;
  }

  abstract void put(VirtualFrame frame, Ranking ranking, int key, int at);

  /** A number. */
  public static final class OfNumber extends KeyNode {
    @Child private NumberNode number;
    private final NumberSlots slots;

    /**
     * @param slots where the number is left first, of its own width
     */
    public OfNumber(KeyForm form, NumberNode number, NumberSlots slots) {
      super(form);
      this.number = number;
      this.slots = slots;
    }

    @Override
    @ExplodeLoop
    void put(VirtualFrame frame, Ranking ranking, int key, int at) {
      number.into(frame, slots);
      long[] words = ranking.words(key);
      int to = at * form().words();
      if (slots.mark() >= 0) {
        int mark = slots.readMark(frame);
        if (mark == Mark.NONE) {
          throw Failure.FAULT;
        }
        words[to + form().words() - 1] = mark;
      }
      if (slots.width() == Width.EXACT) {
        ranking.exacts(key)[at] = slots.readExact(frame);
        return;
      }
      int count = slots.width().words();
      for (int word = 0; word < count; word++) {
        words[to + word] = slots.word(frame, word);
      }
      if (slots.divisor() >= 0) {
        for (int word = 0; word < count; word++) {
          words[to + count + word] = slots.divisorWord(frame, word);
        }
      }
    }
  }

  /** A row, a member, a flag or a text, by its place. */
  public static final class OfPlace extends KeyNode {
    @Child private IndexNode place;

    public OfPlace(KeyForm form, IndexNode place) {
      super(form);
      this.place = place;
    }

    @Override
    void put(VirtualFrame frame, Ranking ranking, int key, int at) {
      int value = place.execute(frame);
      if (value < 0) {
        throw Failure.FAULT;
      }
      ranking.words(key)[at] = value;
    }
  }
}
