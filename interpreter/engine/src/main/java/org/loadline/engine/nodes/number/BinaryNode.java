package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;

/** An operation on two decimals. {@code checked}: its width is not proved to be enough. */
abstract class BinaryNode extends NumberNode {
  static final NumberSlots NO_SLOTS = new NumberSlots(Width.LONG, -1, -1, -1);

  @Child protected NumberNode left;
  @Child protected NumberNode right;
  protected final boolean checked;

  BinaryNode(NumberForm form, boolean checked, NumberNode left, NumberNode right) {
    super(form, NO_SLOTS);
    this.checked = checked;
    this.left = left;
    this.right = right;
  }

  /** A number with more digits than a policy may hold is a fault. */
  @TruffleBoundary
  static Exact limited(Exact value) {
    if (value.exceedsLimit()) {
      throw Failure.FAULT;
    }
    return value;
  }
}
