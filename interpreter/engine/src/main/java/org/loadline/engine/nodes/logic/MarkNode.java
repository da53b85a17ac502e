package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.StatementNode;

/** Whether there is {@code none}, or {@code unlimited}, instead of a number. */
public final class MarkNode extends FlagNode {
  @Child private StatementNode operand;
  private final NumberSlots slots;
  private final int mark;

  public MarkNode(StatementNode operand, NumberSlots slots, int mark) {
    this.operand = operand;
    this.slots = slots;
    this.mark = mark;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    operand.execute(frame);
    return slots.readMark(frame) == mark;
  }
}
