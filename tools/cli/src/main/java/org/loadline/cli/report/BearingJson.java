package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.loadline.impact.Bearing;

/** What waterfalls absorb and move. */
final class BearingJson {
  private final JsonGenerator json;
  private final ImpactJson plan;

  BearingJson(JsonGenerator json, ImpactJson plan) {
    this.json = json;
    this.plan = plan;
  }

  void bearing(Bearing bearing) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", bearing.waterfall());
    json.writeStringField("entity", bearing.entity());
    rows("before", bearing.before());
    rows("after", bearing.after());
    if (bearing.loss().isPresent()) {
      Bearing.Loss loss = bearing.loss().get();
      json.writeObjectFieldStart("loss");
      json.writeStringField("fact", loss.fact());
      json.writeStringField("unit", loss.unit());
      plan.shift(loss.loss());
      json.writeArrayFieldStart("steps");
      for (Bearing.Absorbed step : loss.steps()) {
        json.writeStartObject();
        json.writeStringField("step", step.step());
        plan.shift(step.amount());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeObjectFieldStart("left");
      json.writeStringField("name", loss.remainder());
      plan.shift(loss.left());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeArrayFieldStart("moved");
    for (Bearing.Moved moved : bearing.moved()) {
      json.writeStartObject();
      json.writeStringField("step", moved.step());
      json.writeStringField("entry", moved.entry());
      json.writeStringField("from", moved.from());
      json.writeStringField("to", moved.to());
      json.writeStringField("unit", moved.unit());
      if (moved.amount().isPresent()) {
        plan.shift(moved.amount().get());
      }
      json.writeNumberField("entriesBefore", moved.entriesBefore());
      json.writeNumberField("entriesAfter", moved.entriesAfter());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void rows(String name, Bearing.Rows rows) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("over", rows.over());
    json.writeNumberField("served", rows.served());
    json.writeNumberField("refused", rows.refused());
    json.writeNumberField("faulted", rows.faulted());
    json.writeNumberField("unserved", rows.unserved());
    json.writeBooleanField("stopped", rows.stopped());
    json.writeEndObject();
  }
}
