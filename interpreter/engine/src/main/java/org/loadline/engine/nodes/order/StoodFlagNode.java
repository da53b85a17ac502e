package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;

/** The flag that a value of a scan stood at before an element. */
public final class StoodFlagNode extends FlagNode {
  @Child private Stood stood;

  public StoodFlagNode(Stood stood) {
    this.stood = stood;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    Trail trail = stood.trail(frame);
    int at = trail.start(stood.value(), stood.place(frame, trail));
    long[] words = trail.words(stood.value());
    Stood.mark(words[at + 1]);
    return words[at] != 0;
  }
}
