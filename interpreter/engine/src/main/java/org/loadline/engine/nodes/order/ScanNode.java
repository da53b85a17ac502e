package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.LoopNode;
import org.jspecify.annotations.Nullable;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.StatementNode;

/**
 * Carries values over the elements of an order, and records what they stand at before each and at
 * last. It is done again only when the order is made again.
 */
public final class ScanNode extends StatementNode {
  @Child private Slice order;
  @Child private StatementNode start;
  @Child private StatementNode turn;
  @Children private final RecordNode[] records;
  private final boolean once;
  private final boolean always;
  private final int elementSlot;
  private final int trailSlot;

  /** Makes room for a trail when a pass begins. */
  public static final class Room extends StatementNode {
    private final int[] strides;
    private final int slot;

    public Room(int[] strides, int slot) {
      this.strides = strides;
      this.slot = slot;
    }

    @Override
    public void execute(VirtualFrame frame) {
      frame.setObjectStatic(slot, trail());
    }

    @TruffleBoundary
    private Trail trail() {
      return new Trail(strides);
    }
  }

  /**
   * @param once whether it depends on no row at all
   * @param always whether it depends on more than its order
   * @param trailSlot where the trail stands as long as the pass runs
   */
  public ScanNode(
      Slice order,
      StatementNode start,
      StatementNode turn,
      RecordNode[] records,
      boolean once,
      boolean always,
      int elementSlot,
      int trailSlot) {
    this.order = order;
    this.start = start;
    this.turn = turn;
    this.records = records;
    this.once = once;
    this.always = always;
    this.elementSlot = elementSlot;
    this.trailSlot = trailSlot;
  }

  @Override
  public void execute(VirtualFrame frame) {
    RunData data = (RunData) frame.getArguments()[0];
    if (once) {
      Object known = known(data);
      if (known != null) {
        frame.setObjectStatic(trailSlot, known);
        return;
      }
    }
    Ranking ranking = order.ranking(frame);
    Trail trail = CompilerDirectives.castExact(frame.getObjectStatic(trailSlot), Trail.class);
    if (!always && trail.isOf(ranking)) {
      return;
    }
    try {
      run(frame, ranking, trail);
    } catch (Failure failure) {
      trail.fail();
    }
    trail.isMadeOf(ranking);
    if (once) {
      keep(data, trail);
    }
  }

  private void run(VirtualFrame frame, Ranking ranking, Trail trail) {
    trail.begin(0);
    int count = order.count(frame, ranking);
    trail.begin(count + 1);
    start.execute(frame);
    for (int place = 0; place < count; place++) {
      frame.setIntStatic(elementSlot, ranking.at(place));
      record(frame, trail, place);
      turn.execute(frame);
    }
    record(frame, trail, count);
    if (CompilerDirectives.hasNextTier()) {
      LoopNode.reportLoopCount(this, count);
    }
  }

  @ExplodeLoop
  private void record(VirtualFrame frame, Trail trail, int place) {
    for (int value = 0; value < records.length; value++) {
      records[value].put(frame, trail, value, place);
    }
  }

  @TruffleBoundary
  private @Nullable Object known(RunData data) {
    return data.kept(this);
  }

  @TruffleBoundary
  private void keep(RunData data, Trail trail) {
    data.keep(this, trail);
  }
}
