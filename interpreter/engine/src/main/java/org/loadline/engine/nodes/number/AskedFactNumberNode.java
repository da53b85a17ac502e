package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.table.AskedFact;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.None;
import org.loadline.values.Value;

/** The number that a fact of a rare make is, of any size. */
public final class AskedFactNumberNode extends NumberNode {
  @Child private AskedFact fact;

  public AskedFactNumberNode(NumberForm form, NumberSlots slots, AskedFact fact) {
    super(form, slots);
    this.fact = fact;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    throw new IllegalStateException("an exact fraction was asked for as 64 bits");
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    throw new IllegalStateException("an exact fraction was asked for as 128 bits");
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    Value value = fact.execute(frame);
    boolean number = value instanceof Exact;
    if (slots.mark() >= 0) {
      int special = value == None.INSTANCE ? Mark.NONE : Mark.UNLIMITED;
      slots.writeMark(frame, number ? Mark.PRESENT : special);
    }
    return number ? (Exact) value : Exact.ZERO;
  }
}
