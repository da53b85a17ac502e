package org.loadline.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measurements for programs. */
final class Json {
  private Json() {}

  static void write(Path file, List<Measurement> measurements, Options options) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file);
        JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("machine", Jvm.describe());
      json.writeNumberField("rounds", options.rounds());
      json.writeNumberField("load_average", Jvm.load());
      json.writeArrayFieldStart("measurements");
      for (Measurement measurement : measurements) {
        write(json, measurement);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, Measurement measurement) throws IOException {
    json.writeStartObject();
    json.writeNumberField("accounts", measurement.accounts());
    json.writeNumberField("positions", measurement.positions());
    json.writeStringField("contender", measurement.contender());
    json.writeStringField("engine", measurement.engine());
    json.writeNumberField("median_ns_per_position", measurement.nanos());
    json.writeNumberField("fastest_ns_per_position", measurement.fastest());
    json.writeNumberField("slowest_ns_per_position", measurement.slowest());
    json.writeNumberField("ratio", measurement.ratio());
    json.writeBooleanField("as_published", measurement.agrees());
    json.writeNumberField("other_statuses", measurement.otherStatuses());
    json.writeNumberField("other_healths", measurement.otherHealths());
    json.writeEndObject();
  }
}
