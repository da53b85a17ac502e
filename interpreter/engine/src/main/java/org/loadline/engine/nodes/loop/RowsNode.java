package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.StatementNode;

/** Runs a body for each element of a collection, in order, with the element in a slot. */
abstract class RowsNode extends StatementNode {
  @Child private StatementNode body;
  private final int slot;

  RowsNode(int slot, StatementNode body) {
    this.slot = slot;
    this.body = body;
  }

  final void run(VirtualFrame frame, int element) {
    frame.setIntStatic(slot, element);
    body.execute(frame);
  }
}
