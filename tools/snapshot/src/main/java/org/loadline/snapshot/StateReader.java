package org.loadline.snapshot;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Program;
import org.loadline.data.DeclaredState;
import org.loadline.data.PolicyState;
import org.loadline.data.StateKeeping;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;
import org.loadline.values.InstantText;
import org.loadline.values.Value;

/**
 * Reads a file of states. A program wrote it, so all that a program would not write is refused: a
 * row that was passed over would start anew, and nobody would be told.
 */
final class StateReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Program program;
  private final StateValues values;
  private final String file;

  StateReader(Program program, Path path) {
    this.program = program;
    this.values = new StateValues(program);
    this.file =
        DataProblem.shown(Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("/"));
  }

  StateFile.Read read(Path path) {
    try {
      return new StateFile.Read.States(read(MAPPER.readTree(Files.readAllBytes(path))));
    } catch (Unusable unusable) {
      return new StateFile.Read.Wrong(unusable.problem);
    } catch (JacksonException malformed) {
      int line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNr();
      Place at = Place.line(file, Math.max(line, 0));
      return new StateFile.Read.Wrong(
          unreadable("it is no JSON document as a run writes it", at).problem);
    } catch (IOException unreadable) {
      return new StateFile.Read.Wrong(unreadable(Reasons.of(unreadable), Place.file(file)).problem);
    }
  }

  private PolicyState read(JsonNode document) throws Unusable {
    At whole = new At(0, "", "");
    String policy = text(document.path("policy"), "policy", whole);
    List<String> shape = texts(document.path("states"), "states", whole);
    Optional<String> misfit = new PolicyState(policy, shape, Map.of()).misfit(program);
    if (misfit.isPresent()) {
      throw unusable(StateProblem.STATE_OF_ANOTHER, whole, Map.of("reason", misfit.get()));
    }
    if (!document.path("rows").isArray()) {
      throw unreadable("it has no list `rows`", whole.place());
    }
    Map<PolicyState.Of, PolicyState.Kept> rows = new LinkedHashMap<>();
    for (JsonNode row : document.path("rows")) {
      At at = new At(rows.size() + 1, "", "");
      PolicyState.Of of = of(row, at);
      if (rows.put(of, kept(of.entity(), row, at)) != null) {
        throw unreadable("`" + DataProblem.shown(of.toString()) + "` is there twice", at.place());
      }
    }
    return new PolicyState(policy, shape, rows);
  }

  private PolicyState.Of of(JsonNode row, At at) throws Unusable {
    if (!row.isObject()) {
      throw unreadable("a row of it is no object", at.place());
    }
    String entity = row.has("entity") ? text(row.path("entity"), "entity", at.in("entity")) : "";
    if (values.of(entity).isEmpty()) {
      String who = entity.isEmpty() ? "the whole" : "`" + DataProblem.shown(entity) + "`";
      throw unreadable("it has a row of " + who + ", which has no states", at.place());
    }
    if (entity.isEmpty()) {
      return PolicyState.Of.WHOLE;
    }
    List<String> identity = texts(row.path("row"), "row", at.in("row"));
    EntityRef ref = values.of(entity).getFirst().owner().orElseThrow();
    int parts = StateKeeping.identitySize(program, ref);
    if (identity.size() != parts) {
      throw unreadable(
          "a row of `"
              + entity
              + "` is known by "
              + parts
              + (parts == 1 ? " text" : " texts")
              + ", and here stand "
              + identity.size(),
          at.in("row").place());
    }
    return new PolicyState.Of(entity, identity);
  }

  private PolicyState.Kept kept(String entity, JsonNode row, At at) throws Unusable {
    Map<String, Value> was = new LinkedHashMap<>();
    Map<String, Exact> since = new LinkedHashMap<>();
    boolean timed = values.of(entity).getFirst().taken().isPresent();
    Optional<Exact> time =
        timed ? Optional.of(moment(row, "time", at.in("time"))) : Optional.empty();
    Set<String> names = new HashSet<>();
    for (DeclaredState state : values.of(entity)) {
      names.add(state.name());
      At in = at.in(state.name());
      JsonNode kept = row.path("states").path(state.name());
      was.put(state.name(), value(state, kept, in.of("was")));
      if (time.isPresent()) {
        Exact moment = moment(kept, "since", in.of("since"));
        if (moment.compareTo(time.get()) > 0) {
          throw value(kept.path("since").textValue(), in.of("since"));
        }
        since.put(state.name(), moment);
      }
    }
    for (String member : (Iterable<String>) row.path("states")::fieldNames) {
      if (!names.contains(member)) {
        String name = DataProblem.shown(member);
        throw unreadable("`" + name + "` is no state of its row", at.in(name).place());
      }
    }
    return new PolicyState.Kept(time, was, since);
  }

  private Value value(DeclaredState state, JsonNode kept, At at) throws Unusable {
    String text = text(kept.path("was"), "was", at);
    Optional<Value> value = values.value(state, text);
    if (value.isEmpty()) {
      throw value(text, at);
    }
    return value.get();
  }

  private Exact moment(JsonNode node, String name, At at) throws Unusable {
    String text = text(node.path(name), name, at);
    Optional<Exact> moment = InstantText.parse(text).value();
    if (moment.isEmpty()) {
      throw value(text, at);
    }
    return moment.get();
  }

  private String text(JsonNode node, String name, At at) throws Unusable {
    if (!node.isTextual()) {
      throw unreadable("it has no text `" + name + "` where one belongs", at.place());
    }
    return node.textValue();
  }

  private List<String> texts(JsonNode list, String name, At at) throws Unusable {
    if (!list.isArray()) {
      throw unreadable("it has no list `" + name + "` where one belongs", at.place());
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode text : list) {
      if (!text.isTextual()) {
        throw unreadable("a list holds something that is no text", at.place());
      }
      texts.add(text.textValue());
    }
    return texts;
  }

  // ---- What is wrong

  /** A row of the file, counted from 1, a member of it and a member of that. */
  private final class At {
    private final int row;
    private final String member;
    private final String part;

    At(int row, String member, String part) {
      this.row = row;
      this.member = member;
      this.part = part;
    }

    At in(String name) {
      return new At(row, name, "");
    }

    At of(String name) {
      return new At(row, member, name);
    }

    String name() {
      return part.isEmpty() ? member : member + "." + part;
    }

    Place place() {
      return new Place(file, 0, 0, row, name(), "");
    }
  }

  private Unusable value(String text, At at) {
    String shown = DataProblem.shown(text);
    return unusable(StateProblem.STATE_VALUE, at, Map.of("value", shown, "name", at.name()));
  }

  private Unusable unreadable(String reason, Place at) {
    Map<String, String> named = Map.of("file", file, "reason", reason);
    return new Unusable(problem(StateProblem.UNREADABLE_STATE, at, named));
  }

  private Unusable unusable(StateProblem problem, At at, Map<String, String> named) {
    Map<String, String> all = new LinkedHashMap<>(named);
    all.put("file", file);
    return new Unusable(problem(problem, at.place(), all));
  }

  private static DataProblem problem(StateProblem problem, Place at, Map<String, String> named) {
    return new DataProblem(
        problem.code(),
        true,
        at,
        named.getOrDefault("value", ""),
        DataProblem.filled(problem.message(), named),
        problem.hint());
  }

  /** Ends the reading of a file with what is wrong. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient DataProblem problem;

    Unusable(DataProblem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }
  }
}
