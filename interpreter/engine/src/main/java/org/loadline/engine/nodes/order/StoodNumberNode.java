package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** The number that a value of a scan stood at before an element. */
public final class StoodNumberNode extends NumberNode {
  @Child private Stood stood;
  private final int marks;

  public StoodNumberNode(NumberForm form, NumberSlots slots, Stood stood) {
    super(form, slots);
    this.stood = stood;
    this.marks = form.isExact() ? 0 : form.width().words();
  }

  /** Where the words begin; what is missing or has failed is told first. */
  private int start(VirtualFrame frame, Trail trail, int place) {
    int start = trail.start(stood.value(), place);
    int mark = Stood.mark(trail.words(stood.value())[start + marks]);
    if (slots.mark() >= 0) {
      slots.writeMark(frame, mark);
    }
    return start;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    Trail trail = stood.trail(frame);
    int at = start(frame, trail, stood.place(frame, trail));
    return trail.words(stood.value())[at];
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    Trail trail = stood.trail(frame);
    int at = start(frame, trail, stood.place(frame, trail));
    long[] words = trail.words(stood.value());
    return new Int128(words[at + 1], words[at]);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    Trail trail = stood.trail(frame);
    int at = start(frame, trail, stood.place(frame, trail));
    long[] words = trail.words(stood.value());
    return new Int256(words[at + 3], words[at + 2], words[at + 1], words[at]);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    Trail trail = stood.trail(frame);
    int place = stood.place(frame, trail);
    int at = start(frame, trail, place);
    Exact exact = trail.exacts(stood.value())[place];
    return trail.words(stood.value())[at] == Mark.PRESENT && exact != null ? exact : Exact.ZERO;
  }
}
