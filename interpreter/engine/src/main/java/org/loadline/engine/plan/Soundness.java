package org.loadline.engine.plan;

import java.util.Set;
import org.loadline.model.EntityRef;

/**
 * Which entities have rows that break an assumption or a bound, and whether the whole does; nothing
 * of such a row may be used.
 */
public record Soundness(Set<EntityRef> broken, boolean wholeIsBroken) {
  public static final Soundness SOUND = new Soundness(Set.of(), false);

  public Soundness {
    broken = Set.copyOf(broken);
  }
}
