package org.loadline.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import org.loadline.core.Program;
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

  private StateFile() {}

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
        write(state, new StateValues(program), out);
      }
      files.commit();
    }
  }

  private static void write(PolicyState state, StateValues values, Writer out) throws IOException {
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
    json.writeObjectFieldStart("states");
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
    json.writeEndObject();
  }

  // ---- Reading

  /** What the file says that a program's states were. */
  public static Read read(Program program, Path path) {
    return new StateReader(program, path).read(path);
  }
}
