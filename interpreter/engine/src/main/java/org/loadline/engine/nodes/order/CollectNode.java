package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.loadline.engine.nodes.StatementNode;

/** Takes an element into a ranking, with what it is ranked by. */
public final class CollectNode extends StatementNode {
  @Children private final KeyNode[] keys;
  private final int elementSlot;
  private final int rankingSlot;

  public CollectNode(KeyNode[] keys, int elementSlot, int rankingSlot) {
    this.keys = keys;
    this.elementSlot = elementSlot;
    this.rankingSlot = rankingSlot;
  }

  @Override
  @ExplodeLoop
  public void execute(VirtualFrame frame) {
    Ranking ranking =
        CompilerDirectives.castExact(frame.getObjectStatic(rankingSlot), Ranking.class);
    int at = ranking.add(frame.getIntStatic(elementSlot));
    for (int key = 0; key < keys.length; key++) {
      keys[key].put(frame, ranking, key, at);
    }
  }
}
