package org.loadline.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.model.Type;

/**
 * The rows of one snapshot as the snapshot of another program that asks for the same inputs,
 * without reading them again.
 *
 * <p>Its written tables are those of the other program. Programs with groups, and rows that refer
 * to written ones, take more than that: they are read again.
 */
public final class SameRows {
  private final ColumnSnapshot book;
  private final Program from;
  private final Program to;

  private SameRows(ColumnSnapshot book, Program to) {
    this.book = book;
    this.from = book.program();
    this.to = to;
  }

  /** The snapshot for another program; empty if the rows must be read for it. */
  public static Optional<Snapshot> of(Snapshot book, Program program) {
    if (book.program() == program) {
      return Optional.of(book);
    }
    return book instanceof ColumnSnapshot columns && new SameRows(columns, program).fit()
        ? Optional.of(new SameRows(columns, program).made())
        : Optional.empty();
  }

  private boolean fit() {
    List<Entity> given = to.entities().stream().filter(Entity::isGiven).toList();
    return to.groupings().isEmpty()
        && from.groupings().isEmpty()
        && given.size() == from.entities().stream().filter(Entity::isGiven).count()
        && given.stream().allMatch(e -> before(e).filter(old -> fits(old, e)).isPresent())
        && fields(from, from.system()).equals(fields(to, to.system()))
        && found(from).equals(found(to));
  }

  private Optional<Entity> before(Entity entity) {
    return from.entity(entity.name()).filter(Entity::isGiven);
  }

  private boolean fits(Entity old, Entity now) {
    return fields(from, old.fields()).equals(fields(to, now.fields()))
        && old.key().equals(now.key())
        && old.parent().equals(now.parent())
        && now.fields().stream().noneMatch(this::leadsToWritten);
  }

  private boolean leadsToWritten(Field field) {
    return field.type().present() instanceof Type.RowOf(EntityRef entity, var path)
        && to.entity(entity).written();
  }

  /** What a field is to those who read and order rows. */
  private record Shape(
      String name,
      Field.Role role,
      String type,
      List<List<String>> family,
      Object step,
      boolean whole) {}

  private static List<Shape> fields(Program program, List<Field> fields) {
    return fields.stream()
        .map(
            f ->
                new Shape(
                    f.name(),
                    f.role(),
                    type(program, f.type()),
                    f.family().stream().map(c -> program.choice(c).members()).toList(),
                    f.step(),
                    f.wholeNumber()))
        .toList();
  }

  private static String type(Program program, Type type) {
    return switch (type) {
      case Type.OfChoice(ChoiceRef choice) -> "choice " + program.choice(choice).members();
      case Type.RowOf(EntityRef entity, var path) -> "row of " + entity.name();
      case Type.OrNone(Type of) -> "none or " + type(program, of);
      case Type.Quantity(var unit, var form, var unlimited) ->
          unit.withOwners() + " " + form + " " + unlimited;
      case Type.Flag _, Type.Text _, Type.Date _, Type.Instant _, Type.Nothing _ -> type.toString();
    };
  }

  /** The columns of bounds by which tables find given rows: equal ones are marked on loading. */
  private static List<String> found(Program program) {
    List<String> found = new ArrayList<>();
    for (Table table : program.tables()) {
      if (!program.entity(table.rows()).written()) {
        found.add(
            table.rows().name()
                + table.owner()
                + table.keys().stream().map(Table.Key::match).toList());
      }
    }
    return found.stream().sorted().distinct().toList();
  }

  private Snapshot made() {
    ColumnSnapshot written =
        (ColumnSnapshot) new SnapshotBuilder(to).buildInPart().snapshot().orElseThrow();
    List<ColumnSnapshot.EntityColumns> entities = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    for (Entity entity : to.entities()) {
      if (entity.isGiven()) {
        int old = before(entity).orElseThrow().ref().index();
        places.put(old, entity.ref().index());
        entities.add(book.columns(old));
      } else {
        entities.add(written.columns(entity.ref().index()));
      }
    }
    return book.with(to, entities, places);
  }
}
