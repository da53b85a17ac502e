package org.loadline.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.core.Program;
import org.loadline.data.InputRows;
import org.loadline.data.SnapshotBuilder;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.Field;

/** The rows of one entity, or the one row of system inputs, and the columns that files give. */
final class Form {
  static final String SYSTEM = "system";

  private final Optional<Entity> entity;
  private final InputRows rows;
  private final List<Field> fields;
  private final List<Slot> slots = new ArrayList<>();
  private final Map<Integer, ReferenceForm> references = new HashMap<>();
  private final Map<String, Slot.Cell> cells = new HashMap<>();
  private final Map<String, Field> byName = new HashMap<>();
  private final Set<Integer> identity = new HashSet<>();

  private Form(Program program, Optional<Entity> entity, InputRows rows, List<Field> fields) {
    this.entity = entity;
    this.rows = rows;
    this.fields = List.copyOf(fields);
    entity.ifPresent(e -> e.identity().forEach(field -> identity.add(field.index())));
    for (Field field : fields) {
      byName.put(field.name(), field);
      if (field.role() == Field.Role.REFERENCE) {
        ReferenceForm reference = ReferenceForm.of(program, field);
        references.put(field.index(), reference);
        for (int part = 0; part < reference.leaves().size(); part++) {
          slots.add(new Slot.Part(reference, part));
        }
      } else {
        List<String> names = memberNames(program, field);
        for (int member = 0; member < names.size(); member++) {
          String name = names.get(member);
          Slot.Cell cell = new Slot.Cell(field, member, name, Slot.Short.of(field));
          slots.add(cell);
          cells.put(name, cell);
        }
      }
    }
  }

  static Form of(Program program, Entity entity, SnapshotBuilder builder) {
    return new Form(program, Optional.of(entity), builder.rows(entity.ref()), entity.given());
  }

  static Form system(Program program, SnapshotBuilder builder) {
    return new Form(program, Optional.empty(), builder.system(), program.given());
  }

  private static List<String> memberNames(Program program, Field field) {
    List<String> names = List.of(field.name());
    for (ChoiceRef choice : field.family()) {
      List<String> members = program.choice(choice).members();
      names =
          names.stream()
              .flatMap(name -> members.stream().map(member -> name + "." + member))
              .toList();
    }
    return names;
  }

  /** Its name, which is that of its file. */
  String name() {
    return entity.map(Entity::name).orElse(SYSTEM);
  }

  String file() {
    return name() + ".csv";
  }

  /** Its file of typed columns. */
  String table() {
    return name() + TableFormats.PARQUET;
  }

  boolean isFile(String name) {
    return name.equals(file()) || name.equals(table());
  }

  /** Its names among which one is to be, if none of them is there. */
  List<String> missing(List<String> files) {
    boolean there = files.contains(file()) || files.contains(table());
    return there ? List.of() : List.of(file(), table());
  }

  Optional<Entity> entity() {
    return entity;
  }

  InputRows rows() {
    return rows;
  }

  List<Field> fields() {
    return fields;
  }

  List<Slot> slots() {
    return slots;
  }

  Optional<Field> field(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The cell of that name, of a field that is no reference. */
  Slot.Cell cell(String name) {
    Slot.Cell found = cells.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no cell `" + name + "`");
    }
    return found;
  }

  ReferenceForm reference(Field field) {
    ReferenceForm found = references.get(field.index());
    if (found == null) {
      throw new IllegalArgumentException("`" + field.name() + "` is no reference");
    }
    return found;
  }

  /** Where its rows are found by their key, if others refer to them so. */
  Optional<TextIndex> keys(KnownRows known) {
    return entity.filter(e -> e.identity().size() == 1).flatMap(known::of);
  }

  /** Whether rows are told apart by a field. */
  boolean isIdentity(Field field) {
    return entity.isPresent() && identity.contains(field.index());
  }

  /** The header of its file. */
  String header() {
    return slots.stream().map(Slot::name).collect(Collectors.joining(","));
  }
}
