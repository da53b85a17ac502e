package org.loadline.data;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;

/**
 * The entities of a program, each after those that its rows are known by.
 *
 * <p>A program in which rows are known by each other has no such order; the checker refuses it.
 */
record InputOrder(List<EntityRef> entities) {

  static InputOrder of(Program program) {
    List<EntityRef> done = new ArrayList<>();
    for (Entity entity : program.entities()) {
      place(program, entity.ref(), done, new ArrayList<>());
    }
    return new InputOrder(List.copyOf(done));
  }

  /**
   * The fields that rows are ordered by: the parent, the key, or the parent and other references.
   */
  static List<Field> sortFields(Entity entity) {
    List<Field> fields = new ArrayList<>();
    entity.parent().ifPresent(parent -> fields.add(entity.fields().get(parent)));
    entity.identity().stream().filter(field -> !fields.contains(field)).forEach(fields::add);
    return fields;
  }

  /** The entity that a reference leads to. */
  static EntityRef target(Field reference) {
    return switch (reference.type().present()) {
      case Type.RowOf(EntityRef entity, var path) -> entity;
      default -> throw new IllegalArgumentException("`" + reference.name() + "` is no reference");
    };
  }

  private static void place(
      Program program, EntityRef entity, List<EntityRef> done, List<EntityRef> above) {
    if (done.contains(entity)) {
      return;
    }
    if (above.contains(entity)) {
      throw new IllegalArgumentException("rows of `" + entity + "` are known by each other");
    }
    above.add(entity);
    for (Field field : program.entity(entity).identity()) {
      if (field.role() == Field.Role.REFERENCE) {
        place(program, target(field), done, above);
      }
    }
    above.removeLast();
    done.add(entity);
  }
}
