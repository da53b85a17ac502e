package org.loadline.api;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.values.Member;

/** What a policy declares, by name; a name that it does not is an IllegalArgumentException. */
final class Declared {
  private Declared() {}

  /** An entity whose rows a snapshot holds. */
  static Entity entity(Program program, String name) {
    return program
        .entity(name)
        .filter(Entity::isGiven)
        .orElseThrow(() -> new IllegalArgumentException("There is no entity `" + name + "`."));
  }

  static Field field(Entity entity, String name) {
    return entity
        .field(name)
        .filter(f -> f.role() != Field.Role.MADE && !f.role().isHandedBack())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "`" + entity.name() + "` has no field `" + name + "`."));
  }

  static Field system(Program program, String name) {
    return program.given().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("There is no system input `" + name + "`."));
  }

  /** The place of a member in a column family by one choice. */
  static int member(Program program, Field field, String place, Object member) {
    if (field.family().size() != 1) {
      throw new IllegalArgumentException(
          "`" + field.name() + "` has no column for `" + member + "`.");
    }
    Type choice = new Type.OfChoice(field.family().getFirst());
    return PlainValues.value(program, choice, place, member) instanceof Member(int ordinal)
        ? ordinal
        : 0;
  }

  /** The types of what rows of an entity are known by, in the order of their identity. */
  static List<Type> identity(Program program, Entity entity) {
    List<Type> types = new ArrayList<>();
    entity.identity().forEach(field -> identity(program, field.type(), types));
    return types;
  }

  /** The types of what a reference is known by. */
  static List<Type> identity(Program program, Type reference) {
    List<Type> types = new ArrayList<>();
    identity(program, reference, types);
    return types;
  }

  private static void identity(Program program, Type type, List<Type> types) {
    if (type.present() instanceof Type.RowOf(var entity, var path)) {
      types.addAll(identity(program, program.entity(entity)));
    } else {
      types.add(type);
    }
  }
}
