package org.loadline.reference;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.model.Entity;

/** The rows, and the whole, that break what is declared about their data; in order. */
record BrokenSet(Set<Optional<RowAt>> rows) {
  static BrokenSet of(Program program, Snapshot snapshot, Soundness sound) {
    Set<Optional<RowAt>> rows = new LinkedHashSet<>();
    for (Entity entity : program.entities()) {
      for (int row = 0; row < snapshot.rowCount(entity.ref()); row++) {
        RowAt at = new RowAt(entity.ref(), row);
        if (sound.row(at).isPresent()) {
          rows.add(Optional.of(at));
        }
      }
    }
    if (sound.whole().isPresent()) {
      rows.add(Optional.empty());
    }
    return new BrokenSet(rows);
  }

  /** The same rows when one has been added. */
  BrokenSet renumbered(RowAt added) {
    Set<Optional<RowAt>> moved = new LinkedHashSet<>();
    for (Optional<RowAt> row : rows) {
      moved.add(
          row.map(
              at ->
                  at.entity().equals(added.entity()) && at.row() >= added.row()
                      ? new RowAt(at.entity(), at.row() + 1)
                      : at));
    }
    return new BrokenSet(moved);
  }

  /** Why the first row is broken that was not among those broken before. */
  Optional<Fault> since(BrokenSet before, Soundness sound) {
    for (Optional<RowAt> row : rows) {
      if (!before.rows.contains(row)) {
        return row.isPresent() ? sound.row(row.get()) : sound.whole();
      }
    }
    return Optional.empty();
  }
}
