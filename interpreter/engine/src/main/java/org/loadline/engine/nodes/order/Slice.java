package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;

/** The first elements of an order: so many, or those before one of them. */
public final class Slice extends Node {
  @Child private @Nullable NumberNode most;
  @Child private @Nullable IndexNode before;
  private final int slot;
  private final boolean isLong;

  /**
   * @param slot where the ranking stands
   */
  public Slice(int slot, @Nullable NumberNode most, @Nullable IndexNode before) {
    this.slot = slot;
    this.most = most;
    this.before = before;
    this.isLong = most != null && isWhole(most.form());
  }

  private static boolean isWhole(NumberForm form) {
    return form.width() == Width.LONG && form.scale() == 0 && !form.isFraction();
  }

  Ranking ranking(VirtualFrame frame) {
    return CompilerDirectives.castExact(frame.getObjectStatic(slot), Ranking.class);
  }

  /** How many elements of the order belong to it. */
  int count(VirtualFrame frame, Ranking ranking) {
    int count = ranking.count();
    if (most != null) {
      count =
          isLong ? first(most.executeLong(frame), count) : first(most.executeExact(frame), count);
    }
    if (before != null) {
      count = Math.min(count, Math.max(0, ranking.rank(before.execute(frame))));
    }
    return count;
  }

  private static int first(long most, int count) {
    if (most < 0) {
      throw Failure.FAULT;
    }
    return (int) Math.min(most, count);
  }

  @TruffleBoundary
  private static int first(Exact most, int count) {
    if (!most.isWhole() || most.signum() < 0) {
      throw Failure.FAULT;
    }
    return most.min(Exact.of(count)).intValueExact();
  }
}
