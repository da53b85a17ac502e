package org.loadline.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.DeclaredState;
import org.loadline.data.PolicyState;
import org.loadline.values.Exact;
import org.loadline.values.InstantText;
import org.loadline.values.Value;

/**
 * The states that a run leaves for the next one, as a JSON document with a row on each line.
 *
 * <p>Rows are known by what people read of them; numbers are exact decimals, in quotes. The file is
 * made whole beside the old one and then takes its place.
 */
public final class StateFile {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().rootValueSeparator(",\n").build();
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Program program;
  private final String file;

  private StateFile(Program program, Path path) {
    this.program = program;
    this.file =
        DataProblem.shown(Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("/"));
  }

  /** What was read: the states, or what is wrong with the file. */
  public sealed interface Read {
    record States(PolicyState state) implements Read {}

    record Wrong(DataProblem problem) implements Read {}
  }

  // ---- Writing

  public static void write(Program program, PolicyState state, Path path) throws IOException {
    Path whole = path.toAbsolutePath();
    Path folder = whole.getParent();
    Path name = whole.getFileName();
    if (folder == null || name == null) {
      throw new IOException("no file");
    }
    try (FileSwap files = new FileSwap(folder)) {
      try (Writer out =
          new BufferedWriter(new OutputStreamWriter(files.open(name.toString()), UTF_8))) {
        new StateFile(program, path).write(state, out);
      }
      files.commit();
    }
  }

  private void write(PolicyState state, Writer out) throws IOException {
    StateValues values = new StateValues(program);
    JsonGenerator json = JSON.createGenerator(out);
    json.writeStartObject();
    json.writeStringField("policy", state.policy());
    json.writeArrayFieldStart("states");
    for (String line : state.shape()) {
      json.writeString(line);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    boolean first = true;
    for (Map.Entry<PolicyState.Of, PolicyState.Kept> row : state.rows().entrySet()) {
      json.writeRaw(first ? "\n" : ",\n");
      first = false;
      JsonGenerator line = JSON.createGenerator(out);
      json.flush();
      write(row.getKey(), row.getValue(), values, line);
      line.flush();
    }
    json.writeRaw("\n");
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
    out.write("\n");
  }

  private static void write(
      PolicyState.Of of, PolicyState.Kept kept, StateValues values, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    if (!of.entity().isEmpty()) {
      json.writeStringField("entity", of.entity());
      json.writeArrayFieldStart("row");
      for (String part : of.identity()) {
        json.writeString(part);
      }
      json.writeEndArray();
    }
    if (kept.time().isPresent()) {
      json.writeStringField("time", InstantText.format(kept.time().get()));
    }
    for (Map.Entry<String, Value> state : kept.values().entrySet()) {
      json.writeObjectFieldStart(state.getKey());
      json.writeStringField("was", values.text(of.entity(), state.getKey(), state.getValue()));
      Exact since = kept.since().get(state.getKey());
      if (since != null) {
        json.writeStringField("since", InstantText.format(since));
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  // ---- Reading

  /** What the file says that a program's states were. */
  public static Read read(Program program, Path path) {
    StateFile states = new StateFile(program, path);
    try {
      return new Read.States(states.read(MAPPER.readTree(Files.readAllBytes(path))));
    } catch (Unusable unusable) {
      return new Read.Wrong(unusable.problem);
    } catch (JacksonException malformed) {
      int line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNr();
      return new Read.Wrong(
          states.unreadable("it is no JSON document as a run writes it", Math.max(line, 0))
              .problem);
    } catch (IOException unreadable) {
      return new Read.Wrong(states.unreadable(Reasons.of(unreadable), 0).problem);
    }
  }

  private PolicyState read(JsonNode document) throws Unusable {
    String policy = text(document, "policy");
    List<String> shape = texts(document.path("states"));
    PolicyState empty = new PolicyState(policy, shape, Map.of());
    Optional<String> misfit = empty.misfit(program);
    if (misfit.isPresent()) {
      throw unusable(StateProblem.STATE_OF_ANOTHER, 0, Map.of("reason", misfit.get()));
    }
    if (!document.path("rows").isArray()) {
      throw unreadable("it has no list `rows`", 0);
    }
    Map<PolicyState.Of, PolicyState.Kept> rows = new LinkedHashMap<>();
    for (JsonNode row : document.path("rows")) {
      String entity = row.has("entity") ? text(row, "entity") : "";
      PolicyState.Of of = new PolicyState.Of(entity, texts(row.path("row")));
      if (rows.put(of, kept(entity, row, rows.size() + 1)) != null) {
        throw unreadable("`" + DataProblem.shown(of.toString()) + "` is there twice", 0);
      }
    }
    return new PolicyState(policy, shape, rows);
  }

  private PolicyState.Kept kept(String entity, JsonNode row, int number) throws Unusable {
    StateValues values = new StateValues(program);
    Map<String, Value> was = new LinkedHashMap<>();
    Map<String, Exact> since = new LinkedHashMap<>();
    Optional<Exact> time = Optional.empty();
    for (DeclaredState state : values.of(entity)) {
      JsonNode kept = row.path(state.name());
      String text = text(kept, "was");
      Optional<Value> value = values.value(state, text);
      if (value.isEmpty()) {
        throw unusable(
            StateProblem.STATE_VALUE,
            number,
            Map.of("value", DataProblem.shown(text), "name", state.fullName()));
      }
      was.put(state.name(), value.get());
      if (state.taken().isPresent()) {
        since.put(state.name(), moment(kept, "since", number));
        time = Optional.of(moment(row, "time", number));
      }
    }
    return new PolicyState.Kept(time, was, since);
  }

  private Exact moment(JsonNode node, String name, int row) throws Unusable {
    String text = text(node, name);
    Optional<Exact> moment = InstantText.parse(text).value();
    if (moment.isEmpty()) {
      throw unusable(
          StateProblem.STATE_VALUE, row, Map.of("value", DataProblem.shown(text), "name", name));
    }
    return moment.get();
  }

  private String text(JsonNode node, String name) throws Unusable {
    if (!node.path(name).isTextual()) {
      throw unreadable("it has no text `" + name + "` where one belongs", 0);
    }
    return node.path(name).textValue();
  }

  private List<String> texts(JsonNode list) throws Unusable {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : list) {
      if (!text.isTextual()) {
        throw unreadable("a list holds something that is no text", 0);
      }
      texts.add(text.textValue());
    }
    return texts;
  }

  private Unusable unreadable(String reason, int line) {
    Map<String, String> named = Map.of("file", file, "reason", reason);
    return new Unusable(problem(StateProblem.UNREADABLE_STATE, Place.line(file, line), named));
  }

  private Unusable unusable(StateProblem problem, int row, Map<String, String> named) {
    Map<String, String> all = new LinkedHashMap<>(named);
    all.put("file", file);
    return new Unusable(problem(problem, new Place(file, 0, 0, row, "", ""), all));
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
