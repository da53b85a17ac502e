package org.loadline.engine.nodes.asked;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.None;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** The number that an asked formula comes to, as an exact fraction. */
public final class AskedNumber extends NumberNode {
  @Child private AskedFormula formula;

  public AskedNumber(NumberForm form, NumberSlots slots, AskedFormula formula) {
    super(form, slots);
    this.formula = formula;
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
    Value value = formula.execute(frame);
    int mark =
        value == None.INSTANCE
            ? Mark.NONE
            : value == Unlimited.INSTANCE ? Mark.UNLIMITED : Mark.PRESENT;
    if (form().isMarked()) {
      slots.writeMark(frame, mark);
    }
    return mark == Mark.PRESENT ? (Exact) value : Exact.ZERO;
  }
}
