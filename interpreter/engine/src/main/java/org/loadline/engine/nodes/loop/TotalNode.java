package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import java.math.BigInteger;
import org.loadline.core.FactRef;
import org.loadline.engine.load.RunData;
import org.loadline.engine.load.RunningTotal;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/**
 * A sum over the rows of a pass, for one stretch of them.
 *
 * <p>What a row adds is worked out before any sum takes it, for a row that overflows adds nothing
 * and is worked out again; the sum itself is wide enough for all rows.
 */
public final class TotalNode extends Node {
  private final FactRef total;
  @Child private FlagNode filter;
  @Child private NumberNode body;
  private final NumberSlots part;
  private final NumberSlots slots;
  private final int scale;
  private final int faultSlot;
  private final boolean failing;

  /**
   * @param filter always true if all rows are taken
   * @param body what a row adds: one if rows are counted
   * @param part what the row at hand adds, with a mark; as wide as the sum
   * @param slots of the sum
   * @param scale of the sum, and of what rows add; it means nothing if they are exact fractions
   */
  public TotalNode(
      FactRef total,
      FlagNode filter,
      NumberNode body,
      NumberSlots part,
      NumberSlots slots,
      int scale,
      int faultSlot,
      boolean failing) {
    this.total = total;
    this.filter = filter;
    this.body = body;
    this.part = part;
    this.slots = slots;
    this.scale = scale;
    this.faultSlot = faultSlot;
    this.failing = failing;
  }

  void start(VirtualFrame frame) {
    frame.setIntStatic(faultSlot, 0);
    switch (slots.width()) {
      case LONG -> slots.writeLong(frame, 0);
      case WIDE -> slots.writeWide(frame, Int128.ZERO);
      case QUAD -> slots.writeQuad(frame, Int256.ZERO);
      case EXACT -> slots.writeExact(frame, Exact.ZERO);
    }
  }

  /** Works out what a row adds. */
  void prepare(VirtualFrame frame) {
    if (!failing) {
      take(frame);
      return;
    }
    try {
      take(frame);
    } catch (Failure failure) {
      part.writeMark(frame, Mark.FAULT);
    }
  }

  private void take(VirtualFrame frame) {
    if (!filter.execute(frame)) {
      part.writeMark(frame, Mark.NONE);
      return;
    }
    switch (part.width()) {
      case LONG -> part.writeLong(frame, body.executeLong(frame));
      case WIDE -> part.writeWide(frame, body.executeWide(frame));
      case QUAD -> part.writeQuad(frame, body.executeQuad(frame));
      case EXACT -> part.writeExact(frame, body.executeExact(frame));
    }
    part.writeMark(frame, Mark.PRESENT);
  }

  /** Adds what was worked out; never fails. */
  void add(VirtualFrame frame) {
    int mark = part.readMark(frame);
    if (mark == Mark.PRESENT) {
      switch (slots.width()) {
        case LONG -> slots.writeLong(frame, slots.readLong(frame) + part.readLong(frame));
        case WIDE -> slots.writeWide(frame, slots.readWide(frame).plus(part.readWide(frame)));
        case QUAD -> slots.writeQuad(frame, slots.readQuad(frame).plus(part.readQuad(frame)));
        case EXACT -> slots.writeExact(frame, plus(slots.readExact(frame), part.readExact(frame)));
      }
    } else if (mark == Mark.FAULT) {
      frame.setIntStatic(faultSlot, 1);
    }
  }

  @TruffleBoundary
  private static Exact plus(Exact before, Exact part) {
    return before.plus(part);
  }

  /** Hands the stretch's sum over. */
  void end(VirtualFrame frame) {
    RunningTotal running = running((RunData) frame.getArguments()[0]);
    if (frame.getIntStatic(faultSlot) != 0) {
      fault(running);
      return;
    }
    switch (slots.width()) {
      case LONG -> hand(running, slots.readLong(frame));
      case WIDE -> hand(running, slots.readWide(frame));
      case QUAD -> hand(running, slots.readQuad(frame));
      case EXACT -> hand(running, slots.readExact(frame));
    }
  }

  @TruffleBoundary
  private RunningTotal running(RunData data) {
    return data.total(total);
  }

  @TruffleBoundary
  private static void fault(RunningTotal running) {
    running.fault();
  }

  @TruffleBoundary
  private void hand(RunningTotal running, long part) {
    running.add(BigInteger.valueOf(part), scale);
  }

  @TruffleBoundary
  private void hand(RunningTotal running, Int128 part) {
    running.add(part.toBigInteger(), scale);
  }

  @TruffleBoundary
  private void hand(RunningTotal running, Int256 part) {
    running.add(part.toBigInteger(), scale);
  }

  @TruffleBoundary
  private static void hand(RunningTotal running, Exact part) {
    running.add(part);
  }
}
