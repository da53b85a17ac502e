package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.IndexNode;

/** The place that a value of a scan stood at before an element. */
public final class StoodIndexNode extends IndexNode {
  @Child private Stood stood;

  public StoodIndexNode(Stood stood) {
    this.stood = stood;
  }

  @Override
  public int execute(VirtualFrame frame) {
    Trail trail = stood.trail(frame);
    int at = trail.start(stood.value(), stood.place(frame, trail));
    long[] words = trail.words(stood.value());
    Stood.mark(words[at + 1]);
    return (int) words[at];
  }
}
