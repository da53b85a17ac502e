package org.loadline.engine.nodes;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import org.loadline.engine.load.RunData;

/**
 * The root of a pass for rows that are listed: works out a stretch of the list.
 *
 * <p>Called with the run's data, the first place in the list, the place after the last, a byte for
 * each place that is set where its row overflows, and the list.
 */
public final class ListedPassNode extends PassNode {
  public ListedPassNode(TruffleLanguage<?> language, Parts parts) {
    super(language, parts);
  }

  @Override
  public Object execute(VirtualFrame frame) {
    Object[] arguments = frame.getArguments();
    int from = (int) arguments[1];
    int to = (int) arguments[2];
    byte[] overflowed = (byte[]) arguments[3];
    int[] rows = (int[]) arguments[4];
    bind(frame, (RunData) arguments[0]);
    try {
      prepare(frame);
    } catch (Overflow overflow) {
      return flagAll(overflowed, from, to);
    }
    int flagged = 0;
    for (int at = from; at < to; at++) {
      frame.setIntStatic(rowSlot, rows[at]);
      try {
        workOut(frame);
      } catch (Overflow overflow) {
        overflowed[at] = 1;
        flagged++;
      }
      forget(frame);
    }
    LoopNode.reportLoopCount(this, to - from);
    return flagged;
  }
}
