package org.loadline.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.loadline.cli.render.DiagnosticJson;

/** A definition as JSON: its kind, name, type, formula and place, and what it reads. */
public final class DefinitionJson {
  private DefinitionJson() {}

  /** Writes an object, with an array of such objects for the parts. */
  public static void write(JsonGenerator json, Definition definition) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", definition.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("name", definition.name());
    json.writeStringField("type", definition.type());
    json.writeStringField("formula", definition.formula());
    json.writeStringField("note", definition.note());
    json.writeStringField("doc", definition.doc());
    DiagnosticJson.writePlace(json, definition.place());
    json.writeBooleanField("repeated", definition.repeated());
    json.writeNumberField("omitted", definition.omitted());
    json.writeArrayFieldStart("parts");
    for (Definition part : definition.parts()) {
      write(json, part);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
