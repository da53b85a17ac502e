package org.loadline.impact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.data.Snapshot;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;

/** Which row of the old policy's book is which of the new one's: rows of one identity are one. */
final class Rows {
  private static final int[] IN_PLACE = new int[0];

  private final Snapshot before;
  private final Snapshot after;
  private final Names names;
  private final boolean same;
  private final Map<String, int[]> olds = new HashMap<>();

  /**
   * @param same whether the rows of both stand in the same places
   */
  Rows(Snapshot before, Snapshot after, Names names, boolean same) {
    this.before = before;
    this.after = after;
    this.names = names;
    this.same = same;
  }

  /** The old row of a new one; empty if there is none. */
  OptionalInt old(Optional<EntityRef> owner, int row) {
    if (owner.isEmpty()) {
      return OptionalInt.of(0);
    }
    int[] places = olds.computeIfAbsent(owner.get().name(), name -> places(owner.get()));
    int old = places == IN_PLACE ? row : places[row];
    return old < 0 ? OptionalInt.empty() : OptionalInt.of(old);
  }

  private int[] places(EntityRef entity) {
    Optional<EntityRef> old = oldEntity(entity);
    int rows = after.rowCount(entity);
    if (same && old.isPresent() && before.rowCount(old.get()) == rows && isGiven(entity)) {
      return IN_PLACE;
    }
    Map<String, Integer> known = new HashMap<>();
    old.ifPresent(
        was -> {
          for (int row = 0; row < before.rowCount(was); row++) {
            known.put(before.identity(was, row), row);
          }
        });
    int[] places = new int[rows];
    for (int row = 0; row < rows; row++) {
      places[row] = known.getOrDefault(after.identity(entity, row), -1);
    }
    return places;
  }

  private boolean isGiven(EntityRef entity) {
    return after.program().entity(entity).isGiven();
  }

  private Optional<EntityRef> oldEntity(EntityRef entity) {
    return before.program().entities().stream()
        .map(Entity::ref)
        .filter(e -> names.entity(e.name()).equals(entity.name()))
        .findFirst();
  }
}
