package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** A number that is worked out from operands which are first put into slots. */
public final class LetNode extends NumberNode {
  @Children private final StatementNode[] operands;
  @Child private NumberNode value;

  /**
   * @param slots where its value leaves divisor and mark
   */
  public LetNode(StatementNode[] operands, NumberNode value, NumberSlots slots) {
    super(value.form(), slots);
    this.operands = operands;
    this.value = value;
  }

  @ExplodeLoop
  private void prepare(VirtualFrame frame) {
    for (StatementNode operand : operands) {
      operand.execute(frame);
    }
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    prepare(frame);
    return value.executeLong(frame);
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    prepare(frame);
    return value.executeWide(frame);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    prepare(frame);
    return value.executeQuad(frame);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    prepare(frame);
    return value.executeExact(frame);
  }
}
