package org.loadline.engine.plan;

import java.util.List;
import java.util.Optional;
import org.loadline.core.FactRef;

/**
 * A fact, or an input, of every row of its entity, with arguments and in a world that do not depend
 * on who reads it; so it can be a column.
 *
 * @param of the fact, or the first member of the input's column family
 * @param arguments of the fact, or the members of the column family
 */
record Clone(ColumnKey of, List<Term> arguments, World world) {
  Clone {
    arguments = List.copyOf(arguments);
  }

  /** Whether it is the same whoever reads it. */
  boolean isClosed() {
    return arguments.stream().allMatch(a -> a.free().isEmpty()) && world.free().isEmpty();
  }

  /** The fact that it is in a world or for arguments; empty for an input. */
  Optional<FactRef> fact() {
    return of instanceof ColumnKey.OfFact(FactRef fact) ? Optional.of(fact) : Optional.empty();
  }

  /** Whether it is what it is in the actual world, without arguments. */
  boolean isActual() {
    return arguments.isEmpty() && world.isActual();
  }
}
