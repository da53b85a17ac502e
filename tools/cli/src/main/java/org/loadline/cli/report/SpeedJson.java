package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.loadline.engine.statistics.PassRun;
import org.loadline.model.EntityRef;

/** Speeds as JSON. */
public final class SpeedJson {
  private SpeedJson() {}

  public static void write(JsonGenerator json, Speeds speeds) throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", speeds.policy());
    json.writeStringField("engine", speeds.engine());
    json.writeBooleanField("compiling", speeds.compiling());
    json.writeNumberField("threads", speeds.threads());
    json.writeObjectFieldStart("milliseconds");
    for (Map.Entry<String, Double> phase : speeds.phases().entrySet()) {
      json.writeNumberField(phase.getKey(), phase.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("warm");
    json.writeNumberField("afterSeconds", speeds.warm().seconds());
    json.writeNumberField("rounds", speeds.warm().milliseconds().size());
    json.writeNumberField("median", speeds.warm().median());
    json.writeNumberField("least", speeds.warm().least());
    json.writeNumberField("most", speeds.warm().most());
    json.writeEndObject();
    json.writeArrayFieldStart("entities");
    for (Speeds.Rows rows : speeds.entities()) {
      json.writeStartObject();
      json.writeStringField("name", rows.entity());
      json.writeNumberField("rows", rows.count());
      json.writeNumberField("rowsPerSecond", speeds.rowsPerSecond(rows));
      json.writeNumberField("nanosecondsPerRow", speeds.nanosecondsPerRow(rows));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("shareRedoneWider", speeds.shareRedone());
    json.writeArrayFieldStart("passes");
    for (PassRun pass : speeds.passes()) {
      write(json, pass);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, PassRun pass) throws IOException {
    json.writeStartObject();
    if (pass.entity().isPresent()) {
      json.writeStringField("entity", pass.entity().map(EntityRef::name).get());
    }
    json.writeArrayFieldStart("facts");
    for (String fact : pass.facts()) {
      json.writeString(fact);
    }
    json.writeEndArray();
    json.writeNumberField("rows", pass.rows());
    json.writeObjectFieldStart("numbers");
    for (Map.Entry<String, Integer> width : pass.widths().entrySet()) {
      json.writeNumberField(width.getKey(), width.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("rowsRedone");
    for (PassRun.Redone redone : pass.redone()) {
      json.writeNumberField(redone.width(), redone.rows());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
