package org.loadline.engine.load;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.engine.plan.Soundness;
import org.loadline.model.EntityRef;

/** The rows of a snapshot that break a bound or an assumption, for some params. */
public final class BrokenRows {
  public static final BrokenRows NONE = new BrokenRows(Map.of(), false);

  private final Map<EntityRef, BitSet> rows = new HashMap<>();
  private final boolean whole;

  /**
   * @param rows for each entity that has any
   * @param whole a bound of a system input, or an assumption about the whole, is broken
   */
  public BrokenRows(Map<EntityRef, BitSet> rows, boolean whole) {
    rows.forEach((entity, set) -> this.rows.put(entity, (BitSet) set.clone()));
    this.whole = whole;
  }

  public Soundness soundness() {
    return new Soundness(rows.keySet(), whole);
  }

  boolean any(EntityRef entity) {
    return rows.containsKey(entity);
  }

  IntStream rows(EntityRef entity) {
    return Optional.ofNullable(rows.get(entity)).stream().flatMapToInt(BitSet::stream);
  }
}
