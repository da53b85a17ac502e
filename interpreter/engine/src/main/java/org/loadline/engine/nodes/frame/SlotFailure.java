package org.loadline.engine.nodes.frame;

import static org.loadline.engine.nodes.Odds.rare;

import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.Mark;

/** Failures that were kept in the mark of a slot until somebody reads it. */
public final class SlotFailure {
  private SlotFailure() {}

  public static void check(int mark) {
    if (rare(mark >= Mark.FAULT)) {
      throw Failure.of(mark == Mark.OWN_FAILURE);
    }
  }

  static int mark(Failure failure) {
    return failure == Failure.OWN ? Mark.OWN_FAILURE : Mark.FAULT;
  }
}
