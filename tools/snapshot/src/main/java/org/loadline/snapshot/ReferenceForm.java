package org.loadline.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;

/**
 * How files name the row that a reference leads to: by the values of its identity, each under a
 * name of its own.
 *
 * <p>The key stands under the name of the reference, what the key is unique within under longer
 * names: {@code order.account}, {@code order}.
 */
record ReferenceForm(Field field, Entity target, List<Leaf> leaves) {

  /**
   * One value of an identity, with the field that it is a value of; {@code path} leads to it by the
   * names of identities alone: {@code account.id}, {@code id}.
   */
  record Leaf(String name, String path, Field field) {}

  ReferenceForm {
    leaves = List.copyOf(leaves);
  }

  static ReferenceForm of(Program program, Field reference) {
    Entity target = program.entity(target(reference));
    List<Leaf> leaves = new ArrayList<>();
    collect(program, reference.name(), "", target, leaves);
    return new ReferenceForm(reference, target, leaves);
  }

  /** The entity that a reference leads to. */
  static EntityRef target(Field reference) {
    if (reference.type().present() instanceof Type.RowOf(EntityRef entity, var path)) {
      return entity;
    }
    throw new IllegalArgumentException("`" + reference.name() + "` is no reference");
  }

  private static void collect(
      Program program, String name, String above, Entity entity, List<Leaf> leaves) {
    for (Field field : entity.identity()) {
      String path = above + field.name();
      if (field.role() == Field.Role.REFERENCE) {
        Entity next = program.entity(target(field));
        collect(program, name + "." + field.name(), path + ".", next, leaves);
      } else {
        leaves.add(new Leaf(name, path, field));
      }
    }
  }

  /** Whether one text says which row. */
  boolean isSingle() {
    return leaves.size() == 1;
  }

  /** The place of the key among the values; it may stand alone where no two rows share it. */
  int key() {
    for (int at = 0; at < leaves.size(); at++) {
      if (leaves.get(at).name().equals(field.name())) {
        return at;
      }
    }
    return -1;
  }

  /** The place of a value by its path, or by the name of the reference that it is the key of. */
  int partAt(String path) {
    for (int at = 0; at < leaves.size(); at++) {
      Leaf leaf = leaves.get(at);
      if (leaf.path().equals(path) || leaf.name().equals(field.name() + "." + path)) {
        return at;
      }
    }
    return -1;
  }

  /** What says which row, in words: `order.account` and `order`. */
  String identityWords() {
    return target.identity().stream()
        .map(known -> "`" + known.name() + "`")
        .collect(Collectors.joining(" and "));
  }
}
