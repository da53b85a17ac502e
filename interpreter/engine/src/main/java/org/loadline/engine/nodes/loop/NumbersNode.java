package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import org.loadline.core.Rows;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;

/** Whole numbers from one to another, by their places. Fails if they are not whole or too many. */
public final class NumbersNode extends RowsNode {
  @Child private NumberNode from;
  @Child private NumberNode to;
  private final boolean isLong;

  public NumbersNode(int slot, StatementNode body, NumberNode from, NumberNode to) {
    super(slot, body);
    this.from = from;
    this.to = to;
    this.isLong = isWhole(from) && isWhole(to);
  }

  /** Whether a number is always a whole one of 64 bits. */
  static boolean isWhole(NumberNode node) {
    NumberForm form = node.form();
    return form.width() == Width.LONG && form.scale() == 0 && !form.isFraction();
  }

  @Override
  public void execute(VirtualFrame frame) {
    int count;
    if (isLong) {
      long first = from.executeLong(frame);
      count = count(first, to.executeLong(frame));
    } else {
      Exact first = from.executeExact(frame);
      count = count(first, to.executeExact(frame));
    }
    for (int place = 0; place < count; place++) {
      run(frame, place);
    }
    if (CompilerDirectives.hasNextTier()) {
      LoopNode.reportLoopCount(this, count);
    }
  }

  private static int count(long from, long to) {
    if (to < from) {
      return 0;
    }
    long above = to - from;
    if (above < 0 || above >= Rows.Numbers.MOST) {
      throw Failure.FAULT;
    }
    return (int) above + 1;
  }

  @TruffleBoundary
  private static int count(Exact from, Exact to) {
    Exact above = to.minus(from);
    boolean whole = from.isWhole() && to.isWhole();
    if (!whole || above.compareTo(Exact.of(Rows.Numbers.MOST)) >= 0) {
      throw Failure.FAULT;
    }
    return above.plus(Exact.ONE).max(Exact.ZERO).intValueExact();
  }
}
