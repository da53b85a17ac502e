package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;

/** Rounds of waterfalls as JSON: what each did in sum. */
public final class CascadeJson {
  private CascadeJson() {}

  public static void write(JsonGenerator json, String policy, Cascade cascade) throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", policy);
    json.writeArrayFieldStart("rounds");
    int number = 0;
    for (Sweeps round : cascade.rounds()) {
      number++;
      json.writeStartObject();
      json.writeNumberField("round", number);
      SweepJson.writeTotals(json, round);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("stillOver", cascade.still());
    json.writeNumberField("notJudged", cascade.unjudged());
    json.writeBooleanField("stuck", cascade.stuck());
    json.writeArrayFieldStart("unserved");
    for (Sweep sweep : cascade.last().sweeps()) {
      SweepJson.writeUnserved(json, sweep);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
