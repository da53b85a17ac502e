package org.loadline.engine.load;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

  boolean is(EntityRef entity, int row) {
    BitSet set = rows.get(entity);
    return set != null && set.get(row);
  }

  IntStream rows(EntityRef entity) {
    return Optional.ofNullable(rows.get(entity)).stream().flatMapToInt(BitSet::stream);
  }

  /** Whether an entity has the same broken rows in both. */
  boolean same(BrokenRows other, EntityRef entity) {
    return Objects.equals(rows.get(entity), other.rows.get(entity));
  }

  /** The broken rows of an entity. */
  public BitSet of(EntityRef entity) {
    BitSet set = rows.get(entity);
    return set == null ? new BitSet() : (BitSet) set.clone();
  }

  public boolean whole() {
    return whole;
  }

  /**
   * With other rows for some entities. An entity that has had broken rows goes on being treated as
   * one that may, so that plans serve for longer.
   */
  public BrokenRows with(Map<EntityRef, BitSet> others, boolean wholeNow) {
    Map<EntityRef, BitSet> all = new HashMap<>(rows);
    others.forEach(
        (entity, set) -> {
          if (!set.isEmpty() || all.containsKey(entity)) {
            all.put(entity, set);
          }
        });
    return new BrokenRows(all, wholeNow);
  }
}
