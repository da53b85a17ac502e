package org.loadline.engine.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loadline.core.FactRef;
import org.loadline.engine.load.FactColumn;
import org.loadline.engine.load.RunData;

/**
 * Makes columns ready to be written by an update: one whose cells somebody needs as they were is
 * replaced by a copy, and of others what is overwritten is remembered until the update is over.
 */
final class Overwriting {
  private final RunData data;
  private final Set<FactRef> needed;
  private final Set<FactRef> replaced = new HashSet<>();
  private final List<Runnable> undone = new ArrayList<>();

  /**
   * @param needed facts whose columns somebody holds
   */
  Overwriting(RunData data, Set<FactRef> needed) {
    this.data = data;
    this.needed = needed;
  }

  /** A fact's column, which may be written. */
  FactColumn column(FactRef fact, boolean asItWas) {
    if ((asItWas || needed.contains(fact)) && !replaced.contains(fact)) {
      replaced.addAll(data.copy(fact));
    }
    return data.column(fact);
  }

  /** The fact has another column already. */
  void replaced(FactRef fact) {
    replaced.add(fact);
  }

  boolean isReplaced(FactRef fact) {
    return replaced.contains(fact);
  }

  /** The facts that have columns of their own now. */
  Set<FactRef> replaced() {
    return replaced;
  }

  /** Cells of a fact are overwritten, or are about to be. */
  void remember(FactRef fact, FactColumn column, int[] rows, FactColumn then) {
    remember(fact, () -> column.put(rows, then));
  }

  /**
   * As {@link #remember(FactRef, FactColumn, int[], FactColumn)}.
   *
   * @param undo makes them what they were, if all that came later has been undone
   */
  void remember(FactRef fact, Runnable undo) {
    if (!replaced.contains(fact)) {
      undone.add(undo);
    }
  }

  /** Makes the columns that were written in place what they were before. */
  void undo() {
    undone.reversed().forEach(Runnable::run);
  }
}
