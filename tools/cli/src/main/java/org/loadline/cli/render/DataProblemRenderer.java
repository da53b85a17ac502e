package org.loadline.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.loadline.snapshot.DataProblem;
import org.loadline.snapshot.Place;

/** A gap in the data as text or JSON: the sentence, then file, line, row and column. */
public record DataProblemRenderer(Ink ink) {
  private static final int LONGEST = 1_000;

  /** The text, ending in a line break. */
  public String render(DataProblem problem) {
    String head =
        ink.data(problem.code()) + ": " + ink.strong(Glyphs.line(problem.message(), LONGEST));
    String value = problem.value().isEmpty() ? "" : ": " + Glyphs.line(problem.value(), LONGEST);
    String place = "  " + Glyphs.line(problem.place().toString(), LONGEST) + value;
    String hint =
        problem.hint().isEmpty()
            ? ""
            : ink.hint("Hint:") + " " + Glyphs.line(problem.hint(), LONGEST) + "\n";
    return head + "\n" + place + "\n" + hint;
  }

  /** Writes one object. */
  public static void write(JsonGenerator json, DataProblem problem) throws IOException {
    Place place = problem.place();
    json.writeStartObject();
    json.writeStringField("code", problem.code());
    json.writeStringField("message", problem.message());
    json.writeStringField("hint", problem.hint());
    json.writeStringField("file", place.file());
    json.writeNumberField("line", place.line());
    json.writeNumberField("row", place.row());
    json.writeStringField("column", place.column());
    json.writeStringField("pointer", place.pointer());
    json.writeStringField("value", problem.value());
    json.writeEndObject();
  }
}
