package org.loadline.snapshot;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;

/**
 * The rows read so far of each entity that others refer to by its key alone, by the text of the
 * key.
 *
 * <p>It only makes reading fast: a key that is not here may be one that is written another way or
 * comes later, and is left to the snapshot's builder.
 */
final class KnownRows {
  private final Map<EntityRef, TextIndex> rows = new HashMap<>();

  KnownRows(Program program) {
    for (Entity entity : program.entities()) {
      for (Field field : entity.given()) {
        if (field.role() == Field.Role.REFERENCE) {
          Entity target = program.entity(ReferenceForm.target(field));
          if (target.isGiven() && target.key().isPresent() && target.identity().size() == 1) {
            rows.computeIfAbsent(target.ref(), ref -> new TextIndex());
          }
        }
      }
    }
  }

  Optional<TextIndex> of(Entity entity) {
    return Optional.ofNullable(rows.get(entity.ref()));
  }
}
