package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.loadline.parameters.ParameterChanges;
import org.loadline.parameters.ParameterChanges.FieldChange;
import org.loadline.parameters.ParameterChanges.RowChange;
import org.loadline.parameters.ParameterProblem;
import org.loadline.parameters.ParameterRow;
import org.loadline.parameters.ParameterRow.Text;
import org.loadline.parameters.ParameterSnapshot;

/** Parameters and what differs between two snapshots of them, as JSON. */
public final class ParametersJson {
  private ParametersJson() {}

  /** What differs between two snapshots. */
  public static void write(
      JsonGenerator json,
      String policy,
      ParameterSnapshot before,
      ParameterSnapshot after,
      ParameterChanges changes)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", policy);
    json.writeStringField("before", before.file().toString());
    json.writeStringField("after", after.file().toString());
    json.writeNumberField("changes", changes.count());
    json.writeArrayFieldStart("rows");
    for (RowChange row : changes.rows()) {
      json.writeStartObject();
      json.writeStringField("change", row.sort().name().toLowerCase(Locale.ROOT));
      head(json, row.entity(), row.title(), row.pointer());
      json.writeArrayFieldStart("fields");
      for (FieldChange field : row.fields()) {
        json.writeStartObject();
        json.writeStringField("field", field.field());
        json.writeStringField("name", field.called());
        json.writeStringField("pointer", field.pointer());
        text(json, "before", field.before());
        text(json, "after", field.after());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("problems");
    problems(json, before);
    problems(json, after);
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What a snapshot says. */
  public static void write(JsonGenerator json, String policy, ParameterSnapshot snapshot)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", policy);
    json.writeStringField("snapshot", snapshot.file().toString());
    json.writeArrayFieldStart("rows");
    for (ParameterRow row : snapshot.rows()) {
      json.writeStartObject();
      head(json, row.entity(), row.title(), row.pointer());
      json.writeArrayFieldStart("fields");
      for (ParameterRow.Setting setting : row.settings()) {
        json.writeStartObject();
        json.writeStringField("field", setting.field());
        json.writeStringField("name", setting.called());
        json.writeStringField("pointer", setting.pointer());
        text(json, "value", setting.text());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("problems");
    problems(json, snapshot);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void head(JsonGenerator json, String entity, String title, String pointer)
      throws IOException {
    json.writeStringField("entity", entity);
    json.writeStringField("title", title);
    json.writeStringField("pointer", pointer);
  }

  /** What stands there and how it is shown, or null. */
  private static void text(JsonGenerator json, String name, Optional<Text> text)
      throws IOException {
    if (text.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("raw", text.get().raw());
    json.writeStringField("shown", text.get().shown());
    json.writeEndObject();
  }

  private static void problems(JsonGenerator json, ParameterSnapshot snapshot) throws IOException {
    for (ParameterProblem problem : snapshot.problems()) {
      json.writeStartObject();
      json.writeStringField("file", snapshot.file().toString());
      json.writeStringField("code", problem.code());
      json.writeStringField("pointer", problem.pointer());
      json.writeStringField("message", problem.message());
      json.writeStringField("hint", problem.hint());
      json.writeEndObject();
    }
  }
}
