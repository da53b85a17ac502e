package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import org.jspecify.annotations.Nullable;
import org.loadline.engine.load.SeriesTimes;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.values.Exact;

/** Points of a series between two moments, found by halving: they stand in the order of time. */
public final class WindowNode extends RowsNode {
  @Child private @Nullable IndexNode parent;
  @Child private @Nullable NumberNode from;
  @Child private @Nullable NumberNode until;
  @Child private @Nullable NumberNode last;
  private final int startsSlot;
  private final int rowsSlot;
  private final int timesSlot;
  private final boolean before;
  private final boolean withoutFirst;

  /**
   * Where the points are: children of a row, consecutive or listed, or all rows.
   *
   * @param starts the slot of where children start, or without a parent of how many rows there are
   * @param rows the slot of the list of children; -1 if they are consecutive
   */
  public record Points(@Nullable IndexNode parent, int starts, int rows, int times) {}

  /** What bounds them; {@code before}: the end itself does not belong to it. */
  public record Bounds(
      @Nullable NumberNode from,
      @Nullable NumberNode until,
      boolean before,
      @Nullable NumberNode last) {}

  public WindowNode(
      int slot, StatementNode body, Points points, Bounds bounds, boolean withoutFirst) {
    super(slot, body);
    this.parent = points.parent();
    this.startsSlot = points.starts();
    this.rowsSlot = points.rows();
    this.timesSlot = points.times();
    this.from = bounds.from();
    this.until = bounds.until();
    this.before = bounds.before();
    this.last = bounds.last();
    this.withoutFirst = withoutFirst;
  }

  @Override
  public void execute(VirtualFrame frame) {
    int[] starts = CompilerDirectives.castExact(frame.getObjectStatic(startsSlot), int[].class);
    int first = 0;
    int end = starts[0];
    if (parent != null) {
      int of = parent.execute(frame);
      if (of < 0) {
        throw Failure.FAULT;
      }
      first = starts[of];
      end = starts[of + 1];
    }
    SeriesTimes times =
        CompilerDirectives.castExact(frame.getObjectStatic(timesSlot), SeriesTimes.class);
    int[] rows =
        rowsSlot < 0
            ? null
            : CompilerDirectives.castExact(frame.getObjectStatic(rowsSlot), int[].class);
    // Moments first, in the order in which the rules work them out.
    if (from != null) {
      first = firstFrom(times, rows, first, end, times.notBefore(from.executeExact(frame)));
    }
    if (until != null) {
      Exact moment = until.executeExact(frame);
      end =
          before
              ? firstFrom(times, rows, first, end, times.notBefore(moment))
              : firstAfter(times, rows, first, end, times.notAfter(moment));
    }
    if (last != null) {
      first = Math.max(first, end - atMost(last.executeExact(frame), end - first));
    }
    if (withoutFirst) {
      first++;
    }
    for (int at = first; at < end; at++) {
      run(frame, rows == null ? at : rows[at]);
    }
    if (CompilerDirectives.hasNextTier() && end > first) {
      LoopNode.reportLoopCount(this, end - first);
    }
  }

  @TruffleBoundary
  private static int atMost(Exact count, int most) {
    Exact kept = count.min(Exact.of(most)).max(Exact.ZERO);
    return kept.numerator().divide(kept.denominator()).intValueExact();
  }

  /** The first place from which on no time is before {@code time}. */
  private static int firstFrom(
      SeriesTimes times, int @Nullable [] rows, int first, int end, long time) {
    int low = first;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times.at(rows == null ? middle : rows[middle]) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first place from which on every time is after {@code time}. */
  private static int firstAfter(
      SeriesTimes times, int @Nullable [] rows, int first, int end, long time) {
    int low = first;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times.at(rows == null ? middle : rows[middle]) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
