package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.StatementNode;

/**
 * What one aggregate keeps while a loop runs. A fault in one aggregate leaves the others of the
 * same loop alone: it is kept in the mark, and whoever reads the aggregate meets it.
 */
public abstract class AccumulatorNode extends StatementNode {
  private final int markSlot;
  private final boolean failing;

  /**
   * @param markSlot where a fault is kept, 0 if there is none; -1 if there can be none
   * @param failing whether a row may leave one
   */
  protected AccumulatorNode(int markSlot, boolean failing) {
    this.markSlot = markSlot;
    this.failing = failing;
  }

  protected abstract void clear(VirtualFrame frame);

  protected abstract void add(VirtualFrame frame);

  /** Leaves the result in its slots; the mark is present so far. */
  protected abstract void complete(VirtualFrame frame);

  final void start(VirtualFrame frame) {
    if (markSlot >= 0) {
      frame.setIntStatic(markSlot, Mark.PRESENT);
    }
    clear(frame);
  }

  @Override
  public final void execute(VirtualFrame frame) {
    if (!failing) {
      add(frame);
      return;
    }
    try {
      add(frame);
    } catch (Failure failure) {
      frame.setIntStatic(markSlot, Mark.FAULT);
    }
  }

  final void finish(VirtualFrame frame) {
    if (markSlot < 0 || frame.getIntStatic(markSlot) == Mark.PRESENT) {
      complete(frame);
    }
  }

  /** The loop itself failed. */
  final void fault(VirtualFrame frame) {
    if (markSlot >= 0) {
      frame.setIntStatic(markSlot, Mark.FAULT);
    }
  }
}
