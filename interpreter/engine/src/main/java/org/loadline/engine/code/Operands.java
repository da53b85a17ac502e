package org.loadline.engine.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts operands of several kinds into one list. */
final class Operands {
  private Operands() {}

  static List<Op> of(List<? extends Op> first, Op... then) {
    List<Op> all = new ArrayList<>(first);
    all.addAll(List.of(then));
    return all;
  }

  /** Those that are there. */
  @SafeVarargs
  static List<Op> present(Optional<? extends Op>... operands) {
    List<Op> all = new ArrayList<>();
    for (Optional<? extends Op> operand : operands) {
      operand.ifPresent(all::add);
    }
    return all;
  }
}
