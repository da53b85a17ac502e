package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import org.loadline.engine.nodes.StatementNode;

/** Every row of an entity, or every member of a choice. */
public final class CountedNode extends RowsNode {
  private static final int ROWS_BETWEEN_POLLS = 4096;

  private final int countSlot;
  private final int count;

  private CountedNode(int slot, StatementNode body, int countSlot, int count) {
    super(slot, body);
    this.countSlot = countSlot;
    this.count = count;
  }

  /** As many as the array in a slot says. */
  public static CountedNode rows(int slot, StatementNode body, int countSlot) {
    return new CountedNode(slot, body, countSlot, 0);
  }

  public static CountedNode members(int slot, StatementNode body, int count) {
    return new CountedNode(slot, body, -1, count);
  }

  @Override
  public void execute(VirtualFrame frame) {
    int size =
        countSlot < 0
            ? count
            : CompilerDirectives.castExact(frame.getObjectStatic(countSlot), int[].class)[0];
    for (int from = 0; from < size; from += ROWS_BETWEEN_POLLS) {
      int to = Math.min(size, from + ROWS_BETWEEN_POLLS);
      for (int row = from; row < to; row++) {
        run(frame, row);
      }
      TruffleSafepoint.poll(this);
    }
    LoopNode.reportLoopCount(this, size);
  }
}
