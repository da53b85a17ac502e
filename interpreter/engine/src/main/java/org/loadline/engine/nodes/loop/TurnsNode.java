package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import org.loadline.core.Rows;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.values.Exact;

/** Turns that end when a condition does not hold; fails by itself after so many of them. */
public final class TurnsNode extends StatementNode {
  @Child private NumberNode most;
  @Child private StatementNode goOn;
  @Child private StatementNode turn;
  @Child private StatementNode after;
  private final boolean own;
  private final boolean isLong;

  /**
   * @param goOn leaves the loop by a {@link GoOnNode}
   * @param after forgets what belongs to one turn
   */
  public TurnsNode(
      NumberNode most, StatementNode goOn, StatementNode turn, StatementNode after, boolean own) {
    this.most = most;
    this.goOn = goOn;
    this.turn = turn;
    this.after = after;
    this.own = own;
    this.isLong = NumbersNode.isWhole(most);
  }

  @Override
  public void execute(VirtualFrame frame) {
    int times = isLong ? times(most.executeLong(frame)) : times(most.executeExact(frame));
    int at = 0;
    try {
      for (; at < times; at++) {
        goOn.execute(frame);
        turn.execute(frame);
        after.execute(frame);
      }
      goOn.execute(frame);
    } finally {
      after.execute(frame);
      if (CompilerDirectives.hasNextTier()) {
        LoopNode.reportLoopCount(this, at + 1);
      }
    }
    throw Failure.of(own);
  }

  private static int times(long most) {
    if (most < 0 || most > Rows.Numbers.MOST) {
      throw Failure.FAULT;
    }
    return (int) most;
  }

  @TruffleBoundary
  private static int times(Exact most) {
    if (!most.isWhole() || most.signum() < 0 || most.compareTo(Exact.of(Rows.Numbers.MOST)) > 0) {
      throw Failure.FAULT;
    }
    return most.intValueExact();
  }
}
