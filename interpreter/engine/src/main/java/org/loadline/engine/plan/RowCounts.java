package org.loadline.engine.plan;

import java.math.BigInteger;
import java.util.Optional;
import org.loadline.model.EntityRef;

/** How many rows entities have, as far as that decides what a plan keeps. */
public interface RowCounts {
  /** Nothing is known of any entity. */
  RowCounts UNKNOWN = entity -> Optional.empty();

  /** About how many rows an entity has; empty without a snapshot. */
  Optional<BigInteger> of(EntityRef entity);
}
