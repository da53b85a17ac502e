package org.loadline.engine.nodes.frame;

import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.Mark;

/** Failures that were kept in the mark of a slot until somebody reads it. */
public final class SlotFailure {
  private SlotFailure() {}

  public static void check(int mark) {
    if (mark >= Mark.FAULT) {
      throw Failure.of(mark == Mark.OWN_FAILURE);
    }
  }

  static int mark(Failure failure) {
    return failure == Failure.OWN ? Mark.OWN_FAILURE : Mark.FAULT;
  }
}
