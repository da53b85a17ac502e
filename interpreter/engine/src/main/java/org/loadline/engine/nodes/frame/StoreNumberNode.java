package org.loadline.engine.nodes.frame;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.StatementNode;

/** Puts a number into slots, or that it failed. */
public final class StoreNumberNode extends StatementNode {
  @Child private NumberNode value;
  private final NumberSlots slots;
  private final boolean keepsFailure;

  public StoreNumberNode(NumberNode value, NumberSlots slots, boolean keepsFailure) {
    this.value = value;
    this.slots = slots;
    this.keepsFailure = keepsFailure;
  }

  @Override
  public void execute(VirtualFrame frame) {
    if (!keepsFailure) {
      value.into(frame, slots);
      return;
    }
    try {
      value.into(frame, slots);
    } catch (Failure failure) {
      slots.writeMark(frame, SlotFailure.mark(failure));
    }
  }
}
