package org.loadline.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.loadline.source.Diagnostic;
import org.loadline.source.Label;
import org.loadline.source.Span;

/**
 * A diagnostic as JSON, for editors and scripts.
 *
 * <p>Lines and columns count from 1, columns in UTF-16 units; the end is exclusive.
 */
public final class DiagnosticJson {
  private DiagnosticJson() {}

  /** Writes one object. */
  public static void write(JsonGenerator json, Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    writeFields(json, diagnostic);
    json.writeEndObject();
  }

  /** Writes what a diagnostic has into an object that is open. */
  public static void writeFields(JsonGenerator json, Diagnostic diagnostic) throws IOException {
    json.writeStringField("code", diagnostic.code().code());
    json.writeStringField("severity", diagnostic.code().severity().name().toLowerCase(Locale.ROOT));
    json.writeStringField("message", diagnostic.message());
    json.writeStringField("hint", diagnostic.hint());
    writePlace(json, diagnostic.primary());
    json.writeObjectFieldStart("values");
    for (Map.Entry<String, String> value : diagnostic.values().entrySet()) {
      json.writeStringField(value.getKey(), value.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("related");
    for (Label label : diagnostic.related()) {
      json.writeStartObject();
      writePlace(json, label);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writePlace(JsonGenerator json, Label label) throws IOException {
    writePlace(json, label.span());
    json.writeStringField("label", label.text());
  }

  /** Writes where a span is into an object that is open. */
  public static void writePlace(JsonGenerator json, Span span) throws IOException {
    json.writeStringField("file", span.source().name());
    json.writeNumberField("line", span.line());
    json.writeNumberField("column", span.column());
    json.writeNumberField("endLine", span.source().line(span.end()));
    json.writeNumberField("endColumn", span.source().column(span.end()));
  }
}
