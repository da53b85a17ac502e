package org.loadline.engine.code;

import java.util.List;

/** What a pass does at one place: decided, down to slots and widths, before anything can do it. */
public sealed interface Op
    permits NumberOp, FlagOp, PlaceOp, ValueOp, StatementOp, KeyOp, SliceOp, StoodOp, Question {
  /** What it works out first. */
  List<? extends Op> operands();

  /** Whether it may fail: by default, if an operand may. */
  default boolean mayFail() {
    return operands().stream().anyMatch(Op::mayFail);
  }

  /**
   * Whether a number may leave its width, so that the row is worked out again, wider: by default,
   * if one of an operand may. What is read from slots is not looked at.
   */
  default boolean mayOverflow() {
    return operands().stream().anyMatch(Op::mayOverflow);
  }
}
