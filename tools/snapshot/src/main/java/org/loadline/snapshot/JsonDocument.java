package org.loadline.snapshot;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * A snapshot as one JSON document: an object with a member for each entity, named by its plural,
 * and for each system input.
 *
 * <p>Read as a stream: only what is kept takes memory, and depth and lengths are bounded.
 */
final class JsonDocument {
  private static final int MOST_LEVELS = 64;
  private static final int MOST_CHARACTERS = 1 << 16;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_LEVELS)
                  .maxNumberLength(MOST_CHARACTERS)
                  .maxStringLength(MOST_CHARACTERS)
                  .maxNameLength(MOST_CHARACTERS)
                  .build())
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .build();

  private final Program program;
  private final List<Form> forms;
  private final Path path;
  private final String file;
  private final Problems problems;
  private final Progress progress;

  JsonDocument(
      Program program,
      List<Form> forms,
      Path path,
      String file,
      Problems problems,
      Progress progress) {
    this.program = program;
    this.forms = forms;
    this.path = path;
    this.file = file;
    this.problems = problems;
    this.progress = progress;
  }

  /** Reads the document; what each form got stands under its name. */
  Map<String, RowInput> read() throws IOException {
    problems.expect(file);
    try (Utf8Reader text = new Utf8Reader(Files.newInputStream(path));
        JsonParser parser = JSON.createParser(text)) {
      JsonPlace place = new JsonPlace(file, parser, text, problems, progress);
      Map<String, RowInput> inputs = new HashMap<>();
      KnownRows known = new KnownRows(program);
      for (Form form : forms) {
        inputs.put(form.name(), new RowInput(form, program, known, problems, place, file));
      }
      try {
        readSections(parser, place, inputs);
        if (parser.nextToken() != null) {
          place.problem(FileProblem.MORE_AFTER_END, "", Map.of());
        }
      } catch (JacksonException malformed) {
        refuse(malformed, parser, place);
      }
      return inputs;
    } catch (FileRefusal refusal) {
      problems.add(refusal.problem(), Place.line(file, refusal.line()), "", refusal.named());
      return Map.of();
    }
  }

  private void readSections(JsonParser parser, JsonPlace place, Map<String, RowInput> inputs)
      throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      place.problem(FileProblem.ENDS_EARLY, "", Map.of());
      return;
    }
    if (first != JsonToken.START_OBJECT) {
      Map<String, String> named = Map.of("kind", JsonPlace.kind(first), "members", sections());
      place.problem(FileProblem.NOT_AN_OBJECT, "", named);
      parser.skipChildren();
      return;
    }
    JsonRows rows = new JsonRows(program, parser, place, inputs);
    Optional<RowInput> system = Optional.ofNullable(inputs.get(Form.SYSTEM));
    system.ifPresent(input -> input.add(place.line(), place.character()));
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      Optional<Entity> entity = entity(name);
      Optional<Field> field = system.flatMap(input -> input.form().field(name));
      if (!seen.add(name)) {
        place.problem(FileProblem.DUPLICATE_MEMBER, name, Map.of("member", name));
        place.skip();
      } else if (entity.isPresent()) {
        rows.readSection(entity.get(), name);
      } else if (field.isPresent()) {
        rows.readSystem(system.orElseThrow(), field.get());
      } else {
        refuseSection(place, name, seen);
        place.skip();
      }
    }
    system.ifPresent(
        input -> input.form().fields().forEach(f -> findMissing(place, input, f, seen)));
    findMissing(place, rows);
  }

  private void findMissing(JsonPlace place, RowInput system, Field field, Set<String> seen) {
    if (!seen.contains(field.name())) {
      if (field.type().isOptional()) {
        JsonRows.missing(system, 0, field);
      } else {
        place.problem(FileProblem.MISSING_INPUT, "", Map.of("field", field.name()));
      }
    }
  }

  private void findMissing(JsonPlace place, JsonRows rows) {
    for (Form form : forms) {
      form.entity()
          .filter(entity -> !rows.isMentioned(entity))
          .ifPresent(
              entity ->
                  place.problem(
                      FileProblem.MISSING_ROWS,
                      "",
                      Map.of("plural", entity.plural(), "entity", entity.name())));
    }
  }

  private Optional<Entity> entity(String plural) {
    return forms.stream()
        .flatMap(form -> form.entity().stream())
        .filter(entity -> entity.plural().equals(plural))
        .findFirst();
  }

  private void refuseSection(JsonPlace place, String name, Set<String> seen) {
    List<String> rest = sectionNames().stream().filter(s -> !seen.contains(s)).toList();
    Optional<String> plural = program.entity(name).filter(e -> e.isGiven()).map(Entity::plural);
    String hint =
        plural
            .or(() -> Suggestions.nearest(name, rest))
            .map(meant -> "Did you mean `" + meant + "`?")
            .orElse(FileProblem.UNKNOWN_SECTION.hint());
    Map<String, String> named = Map.of("member", DataProblem.shown(name), "members", sections());
    place.problem(FileProblem.UNKNOWN_SECTION, name, named, hint);
  }

  private List<String> sectionNames() {
    List<String> names = new ArrayList<>();
    for (Form form : forms) {
      form.entity().ifPresent(entity -> names.add(entity.plural()));
      if (form.entity().isEmpty()) {
        form.fields().forEach(field -> names.add(field.name()));
      }
    }
    return names;
  }

  private String sections() {
    return CellText.words(sectionNames());
  }

  private void refuse(JacksonException malformed, JsonParser parser, JsonPlace place)
      throws FileRefusal {
    Optional<FileRefusal> refusal = Reasons.cause(malformed, FileRefusal.class);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    switch (malformed) {
      case StreamConstraintsException beyond -> {
        boolean deep = parser.getParsingContext().getNestingDepth() >= MOST_LEVELS;
        String limit =
            deep ? MOST_LEVELS + " levels" : MOST_CHARACTERS + " characters in one name or value";
        place.problem(FileProblem.BEYOND_LIMIT, "", Map.of("limit", limit));
      }
      case JsonEOFException early -> place.problem(FileProblem.ENDS_EARLY, "", Map.of());
      default -> place.problem(FileProblem.NOT_JSON, "", Map.of(), malformed.getLocation());
    }
  }
}
