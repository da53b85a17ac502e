package org.loadline.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loadline.core.Program;
import org.loadline.data.InputRows;
import org.loadline.data.Loading;
import org.loadline.data.SnapshotBuilder;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Type;
import org.loadline.values.None;
import org.loadline.values.Value;

/**
 * Rows given as plain Java values, in any order.
 *
 * <p>Numbers are {@link java.math.BigDecimal}, {@link java.math.BigInteger}, long, int or text, as
 * quantities; texts and members of a choice are strings, or enums by name; moments, days and
 * durations are those of {@code java.time}; {@code Optional.empty()} is {@code none}. A reference
 * is the key of its row, or a list of all that the row is known by. A column family is a map from
 * members to values. A whole number given for a text is its digits. A field that is not given is
 * absent: what reads it is a fault. Names and values that cannot be are an {@link
 * IllegalArgumentException}. For one thread, used once.
 */
public final class SnapshotInput {
  private final Program program;
  private final SnapshotBuilder builder;

  SnapshotInput(Program program) {
    this.program = program;
    this.builder = new SnapshotBuilder(program);
  }

  /** Adds a row of an entity. */
  public SnapshotInput row(String entity, Map<String, ?> cells) {
    Entity declared = Declared.entity(program, entity);
    InputRows rows = builder.rows(declared.ref());
    int row = rows.add();
    cells.forEach(
        (name, given) -> {
          Field field = Declared.field(declared, name);
          put(rows, row, field, entity + "." + name, given);
        });
    return this;
  }

  /** Gives a system input. */
  public SnapshotInput system(String name, Object given) {
    Field field = Declared.system(program, name);
    builder.system(
        new InputRef(field.index(), name), PlainValues.value(program, field.type(), name, given));
    return this;
  }

  /** The rows of an entity, to put whole columns into. */
  public InputRows columns(String entity) {
    return builder.rows(
        program
            .entity(entity)
            .orElseThrow(() -> new IllegalArgumentException("There is no entity `" + entity + "`."))
            .ref());
  }

  /** Makes the snapshot, and says what is wrong with the rows. */
  public Loading load() {
    return builder.build();
  }

  private void put(InputRows rows, int row, Field field, String place, Object given) {
    if (given instanceof Map<?, ?> family) {
      family.forEach((member, value) -> putMember(rows, row, field, place, member, value));
      return;
    }
    if (!field.family().isEmpty()) {
      throw new IllegalArgumentException("`" + place + "` takes a map from members to values.");
    }
    boolean reference = field.type().present() instanceof Type.RowOf;
    if (!reference) {
      rows.put(row, field.index(), 0, PlainValues.value(program, field.type(), place, given));
      return;
    }
    List<Type> types = Declared.identity(program, field.type());
    List<?> parts = given instanceof List<?> list ? list : List.of(given);
    if (parts.isEmpty() || parts.size() > types.size()) {
      throw new IllegalArgumentException(
          "`"
              + place
              + "` is known by "
              + types.size()
              + " values, and "
              + parts.size()
              + " are given.");
    }
    List<Value> identity = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Type type = types.get(types.size() - parts.size() + i);
      identity.add(PlainValues.value(program, type, place, parts.get(i)));
    }
    if (identity.size() == 1 && identity.getFirst() == None.INSTANCE) {
      rows.put(row, field.index(), 0, None.INSTANCE);
    } else {
      rows.putReference(row, field.index(), identity);
    }
  }

  private void putMember(
      InputRows rows, int row, Field field, String place, Object member, Object value) {
    int column = Declared.member(program, field, place, member);
    Value cell = PlainValues.value(program, field.type(), place, value);
    rows.put(row, field.index(), column, cell);
  }
}
