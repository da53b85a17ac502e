package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** One of two numbers of one scale. */
public final class IfNumberNode extends NumberNode {
  @Child private FlagNode condition;
  @Child private NumberNode yes;
  @Child private NumberNode no;

  public IfNumberNode(
      NumberForm form, NumberSlots slots, FlagNode condition, NumberNode yes, NumberNode no) {
    super(form, slots);
    this.condition = condition;
    this.yes = yes;
    this.no = no;
  }

  private void decide(VirtualFrame frame) {
    if (condition.execute(frame)) {
      yes.into(frame, slots);
    } else {
      no.into(frame, slots);
    }
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    decide(frame);
    return slots.readLong(frame);
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    decide(frame);
    return slots.readWide(frame);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    decide(frame);
    return slots.readQuad(frame);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    decide(frame);
    return slots.readExact(frame);
  }
}
