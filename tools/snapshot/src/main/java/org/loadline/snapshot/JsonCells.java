package org.loadline.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loadline.bound.Suggestions;
import org.loadline.core.Program;
import org.loadline.model.Choice;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Field;

/**
 * Reads the fields of a row of a document.
 *
 * <p>A number is read from its digits, as a number or as a text. A family is an object by member; a
 * reference is a key, or where one does not tell which row, an array of what does or an object by
 * its names.
 */
final class JsonCells {
  private static final Slice NOT_GIVEN = Slice.of("");

  private final Program program;
  private final JsonParser parser;

  JsonCells(Program program, JsonParser parser) {
    this.program = program;
    this.parser = parser;
  }

  /** Reads the value that the parser stands at. */
  void read(RowInput input, int row, Field field) throws IOException {
    if (field.role() == Field.Role.REFERENCE) {
      readReference(input, row, input.form().reference(field));
    } else {
      readFamily(input, row, field, field.family(), field.name());
    }
  }

  /** Puts a field that a name in the document gives. */
  void put(RowInput input, int row, Field field, String text) {
    if (field.role() == Field.Role.REFERENCE) {
      ReferenceForm reference = input.form().reference(field);
      if (reference.isSingle()) {
        input.putReference(row, reference, Slice.of(text));
      } else {
        input.putParts(row, reference, byKey(reference, Slice.of(text)));
      }
    } else {
      input.put(row, input.form().cell(field.name()), Slice.of(text));
    }
  }

  private void readFamily(RowInput input, int row, Field field, List<ChoiceRef> family, String name)
      throws IOException {
    if (family.isEmpty()) {
      readCell(input, row, input.form().cell(name));
      return;
    }
    Choice choice = program.choice(family.getFirst());
    List<ChoiceRef> rest = family.subList(1, family.size());
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      refuseFamily(input, row, field, choice, name);
      parser.skipChildren();
      return;
    }
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      parser.nextToken();
      if (!choice.members().contains(member)) {
        unknown(input, name, member, choice);
        parser.skipChildren();
      } else if (!seen.add(member)) {
        Map<String, String> named = Map.of("member", member);
        input.problem(
            FileProblem.DUPLICATE_MEMBER, name, named, FileProblem.DUPLICATE_MEMBER.hint());
        parser.skipChildren();
      } else {
        readFamily(input, row, field, rest, name + "." + member);
      }
    }
    for (String member : choice.members()) {
      if (!seen.contains(member)) {
        missing(input, row, field, name + "." + member);
      }
    }
  }

  private static void unknown(RowInput input, String column, String member, Choice choice) {
    Map<String, String> named =
        Map.of(
            "member", DataProblem.shown(member),
            "choice", choice.ref().name(),
            "members", CellText.words(choice.members()));
    String hint =
        Suggestions.nearest(member, choice.members())
            .map(meant -> "Did you mean `" + meant + "`?")
            .orElse(FileProblem.UNKNOWN_CHOICE.hint());
    input.problem(FileProblem.UNKNOWN_CHOICE, column, named, hint);
  }

  private void refuseFamily(RowInput input, int row, Field field, Choice choice, String name) {
    boolean none = parser.currentToken() == JsonToken.VALUE_NULL && field.type().isOptional();
    if (none) {
      missing(input, row, field, name);
      return;
    }
    String members = "{\"" + String.join("\": …, \"", choice.members()) + "\": …}";
    Map<String, String> named =
        Map.of(
            "kind", JsonPlace.kind(parser.currentToken()),
            "choice", choice.ref().name(),
            "members", members);
    for (Slot.Cell slot : slots(input, field, name)) {
      input.wrong(row, field, slot.member(), slot.name(), "", CellProblem.NOT_BY_MEMBER, named);
    }
  }

  private static void missing(RowInput input, int row, Field field, String name) {
    slots(input, field, name).forEach(slot -> input.missing(row, slot, CellProblem.MISSING));
  }

  /** The cells of a field whose names begin so. */
  private static List<Slot.Cell> slots(RowInput input, Field field, String name) {
    List<Slot.Cell> slots = new ArrayList<>();
    for (Slot slot : input.form().slots()) {
      if (slot instanceof Slot.Cell cell
          && cell.field().equals(field)
          && (cell.name().equals(name) || cell.name().startsWith(name + "."))) {
        slots.add(cell);
      }
    }
    return slots;
  }

  private void readCell(RowInput input, int row, Slot.Cell slot) throws IOException {
    switch (parser.currentToken()) {
      case START_ARRAY, START_OBJECT -> {
        Map<String, String> named = Map.of("kind", JsonPlace.kind(parser.currentToken()));
        input.wrong(
            row, slot.field(), slot.member(), slot.name(), "", CellProblem.NOT_ONE_VALUE, named);
        parser.skipChildren();
      }
      case VALUE_NULL -> input.missing(row, slot, CellProblem.EMPTY);
      default -> input.put(row, slot, slice());
    }
  }

  private Slice slice() throws IOException {
    return new Slice(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  private void readReference(RowInput input, int row, ReferenceForm reference) throws IOException {
    switch (parser.currentToken()) {
      case VALUE_NULL -> input.missing(row, reference, CellProblem.EMPTY);
      case START_ARRAY, START_OBJECT -> {
        String kind = JsonPlace.kind(parser.currentToken());
        List<Slice> parts = new ArrayList<>();
        boolean whole =
            parser.currentToken() == JsonToken.START_ARRAY
                ? readPath(parts)
                : readNamed(reference, parts);
        if (whole && parts.size() == reference.leaves().size()) {
          input.putParts(row, reference, parts);
        } else {
          refuse(input, row, reference, kind);
        }
      }
      default -> {
        if (reference.isSingle()) {
          input.putReference(row, reference, slice());
        } else {
          input.putParts(row, reference, byKey(reference, Slice.of(slice().text())));
        }
      }
    }
  }

  private static void refuse(RowInput input, int row, ReferenceForm reference, String kind) {
    Map<String, String> named =
        Map.of(
            "kind", kind,
            "target", reference.target().name(),
            "identity", reference.identityWords());
    String name = reference.field().name();
    input.wrong(row, reference.field(), 0, name, "", CellProblem.NOT_A_REFERENCE, named);
  }

  /** Reads an array of values to its end; false if one of them is not a single value. */
  private boolean readPath(List<Slice> parts) throws IOException {
    boolean whole = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isScalarValue()) {
        parts.add(Slice.of(slice().text()));
      } else {
        whole = false;
        parser.skipChildren();
      }
    }
    return whole;
  }

  /** Reads an object by the names of an identity; what is above a key may be an object again. */
  private boolean readNamed(ReferenceForm reference, List<Slice> parts) throws IOException {
    reference.leaves().forEach(leaf -> parts.add(NOT_GIVEN));
    return readNamed("", reference, parts);
  }

  private boolean readNamed(String above, ReferenceForm reference, List<Slice> parts)
      throws IOException {
    boolean whole = true;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = above + parser.currentName();
      int part = reference.partAt(name);
      parser.nextToken();
      if (part >= 0 && parser.currentToken().isScalarValue()) {
        parts.set(part, Slice.of(slice().text()));
      } else if (parser.currentToken() == JsonToken.START_OBJECT) {
        whole &= readNamed(name + ".", reference, parts);
      } else {
        whole = false;
        parser.skipChildren();
      }
    }
    return whole;
  }

  private static List<Slice> byKey(ReferenceForm reference, Slice text) {
    List<Slice> parts = new ArrayList<>();
    for (int part = 0; part < reference.leaves().size(); part++) {
      parts.add(part == reference.key() ? text : NOT_GIVEN);
    }
    return parts;
  }
}
