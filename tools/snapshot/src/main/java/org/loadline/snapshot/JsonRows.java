package org.loadline.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.bound.Suggestions;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.values.RowNumber;

/**
 * Reads rows of a document: an array of objects, or an object whose free names are what tells its
 * rows apart.
 *
 * <p>Rows inside a row are those that refer to it, under the name that they have there.
 */
final class JsonRows {
  private final JsonParser parser;
  private final JsonPlace place;
  private final Map<String, RowInput> inputs;
  private final JsonCells cells;
  private final Map<String, Map<String, Nested>> nested = new HashMap<>();
  private final Set<String> mentioned = new HashSet<>();

  /** Rows that stand inside the rows of another entity, by a reference to it. */
  private record Nested(Entity rows, Field reference) {}

  /** A field of a row that is known from where the row stands. */
  private sealed interface Known {
    record Parent(Field reference, int row) implements Known {}

    record Name(Field field, String text) implements Known {}
  }

  JsonRows(Program program, JsonParser parser, JsonPlace place, Map<String, RowInput> inputs) {
    this.parser = parser;
    this.place = place;
    this.inputs = inputs;
    this.cells = new JsonCells(program, parser);
    for (Entity entity : program.entities()) {
      nested.put(entity.name(), new HashMap<>());
    }
    for (Entity entity : program.entities()) {
      for (Field field : entity.given()) {
        if (field.role() == Field.Role.REFERENCE && entity.isGiven()) {
          Entity target = program.entity(ReferenceForm.target(field));
          String name = field.plural().orElse(entity.plural());
          Optional.ofNullable(nested.get(target.name()))
              .ifPresent(names -> names.putIfAbsent(name, new Nested(entity, field)));
        }
      }
    }
  }

  /** Whether the document has a place for the rows of an entity. */
  boolean isMentioned(Entity entity) {
    return mentioned.contains(entity.name());
  }

  /** Reads the rows of an entity, the name of their member having been read. */
  void readSection(Entity entity, String member) throws IOException {
    parser.nextToken();
    readRows(entity, member, List.of());
  }

  /** Reads a system input, its name having been read. */
  void readSystem(RowInput system, Field field) throws IOException {
    parser.nextToken();
    cells.read(system, 0, field);
  }

  private void readRows(Entity entity, String member, List<Known> known) throws IOException {
    mentioned.add(entity.name());
    switch (parser.currentToken()) {
      case START_ARRAY -> {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          readRow(entity, known);
        }
      }
      case START_OBJECT -> readByName(entity, member, known);
      default -> {
        Map<String, String> named =
            Map.of(
                "member", DataProblem.shown(member),
                "kind", JsonPlace.kind(parser.currentToken()),
                "entity", entity.name());
        place.problem(FileProblem.NOT_ROWS, "", named);
      }
    }
  }

  private void readByName(Entity entity, String member, List<Known> known) throws IOException {
    List<Field> open = entity.identity().stream().filter(field -> !isKnown(field, known)).toList();
    if (open.size() != 1) {
      Map<String, String> named =
          Map.of("member", DataProblem.shown(member), "entity", entity.name());
      place.problem(FileProblem.NOT_BY_KEY, "", named);
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      List<Known> more = new ArrayList<>(known);
      more.add(new Known.Name(open.getFirst(), parser.currentName()));
      parser.nextToken();
      readRow(entity, more);
    }
  }

  private static boolean isKnown(Field field, List<Known> known) {
    return known.stream()
        .anyMatch(
            given ->
                switch (given) {
                  case Known.Parent(Field reference, int row) -> reference.equals(field);
                  case Known.Name(Field named, String text) -> named.equals(field);
                });
  }

  private void readRow(Entity entity, List<Known> known) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      Map<String, String> named =
          Map.of("kind", JsonPlace.kind(parser.currentToken()), "entity", entity.name());
      place.problem(FileProblem.NOT_A_ROW, "", named);
      parser.skipChildren();
      return;
    }
    place.countRow();
    RowInput input = input(entity);
    int row = input.add(place.line(), place.character());
    Set<String> seen = new HashSet<>();
    for (Known given : known) {
      switch (given) {
        case Known.Parent(Field reference, int parent) -> {
          input.put(row, reference, new RowNumber(parent));
          seen.add(reference.name());
        }
        case Known.Name(Field field, String text) -> {
          cells.put(input, row, field, text);
          seen.add(field.name());
        }
      }
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      readMember(input, entity, row, parser.currentName(), seen);
    }
    for (Field field : entity.given()) {
      if (!seen.contains(field.name())) {
        missing(input, row, field);
      }
    }
  }

  private void readMember(RowInput input, Entity entity, int row, String name, Set<String> seen)
      throws IOException {
    Optional<Field> field = input.form().field(name);
    Optional<Nested> rows = Optional.ofNullable(nestedIn(entity).get(name));
    if (field.isEmpty() && rows.isEmpty()) {
      refuse(entity, name, seen);
      place.skip();
    } else if (!seen.add(name)) {
      place.problem(FileProblem.DUPLICATE_MEMBER, name, Map.of("member", name));
      place.skip();
    } else if (field.isPresent()) {
      parser.nextToken();
      cells.read(input, row, field.get());
    } else {
      parser.nextToken();
      Nested inside = rows.orElseThrow();
      readRows(inside.rows, name, List.of(new Known.Parent(inside.reference, row)));
    }
  }

  private void refuse(Entity entity, String name, Set<String> seen) {
    List<String> names = new ArrayList<>();
    entity.given().forEach(field -> names.add(field.name()));
    names.addAll(nestedIn(entity).keySet());
    names.removeAll(seen);
    String hint =
        Suggestions.nearest(name, names)
            .map(meant -> "Did you mean `" + meant + "`?")
            .orElse(FileProblem.UNKNOWN_MEMBER.hint());
    Map<String, String> named = Map.of("member", DataProblem.shown(name), "entity", entity.name());
    place.problem(FileProblem.UNKNOWN_MEMBER, name, named, hint);
  }

  /** Nothing is given for a field, nor for any member of its family. */
  static void missing(RowInput input, int row, Field field) {
    if (field.role() == Field.Role.REFERENCE) {
      input.missing(row, input.form().reference(field), CellProblem.MISSING);
      return;
    }
    for (Slot slot : input.form().slots()) {
      if (slot instanceof Slot.Cell cell && cell.field().equals(field)) {
        input.missing(row, cell, CellProblem.MISSING);
      }
    }
  }

  private Map<String, Nested> nestedIn(Entity entity) {
    return Optional.ofNullable(nested.get(entity.name())).orElse(Map.of());
  }

  private RowInput input(Entity entity) {
    RowInput found = inputs.get(entity.name());
    if (found == null) {
      throw new IllegalStateException("no rows of `" + entity.name() + "` are read");
    }
    return found;
  }
}
