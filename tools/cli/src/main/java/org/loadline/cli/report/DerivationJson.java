package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.loadline.cli.render.DiagnosticJson;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.reference.Derivation;

/** A derivation as JSON: what is worked out, its value, what decided, and its parts. */
public final class DerivationJson {
  private DerivationJson() {}

  /** Writes an object, with an array of such objects for the parts. */
  public static void write(JsonGenerator json, Derivation derivation) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", derivation.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("name", derivation.label());
    json.writeStringField("formula", derivation.formula());
    json.writeStringField("value", derivation.shown());
    json.writeStringField("note", derivation.note());
    DiagnosticJson.writePlace(json, derivation.place());
    if (derivation.outcome() instanceof Outcome.Faulted(Fault fault)) {
      json.writeFieldName("fault");
      DiagnosticJson.write(json, fault.what());
    }
    json.writeNumberField("omitted", derivation.omitted());
    json.writeArrayFieldStart("parts");
    for (Derivation part : derivation.parts()) {
      write(json, part);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
