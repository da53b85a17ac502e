package org.loadline.snapshot;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;

/** Where reading a document is now, and the problems that are found there. */
final class JsonPlace implements Locator {
  private static final int TOLD_EVERY = 1 << 14;

  private final String file;
  private final JsonParser parser;
  private final Utf8Reader text;
  private final Problems problems;
  private final Progress progress;
  private long rows;

  JsonPlace(String file, JsonParser parser, Utf8Reader text, Problems problems, Progress progress) {
    this.file = file;
    this.parser = parser;
    this.text = text;
    this.problems = problems;
    this.progress = progress;
  }

  @Override
  public Place at(String column) {
    return place(parser.currentTokenLocation(), column);
  }

  private Place place(JsonLocation location, String column) {
    String pointer = DataProblem.shown(parser.getParsingContext().pathAsPointer().toString());
    return new Place(file, location.getLineNr(), location.getColumnNr(), 0, column, pointer);
  }

  long line() {
    return parser.currentTokenLocation().getLineNr();
  }

  int character() {
    return parser.currentTokenLocation().getColumnNr();
  }

  /** Counts a row; a document of nothing but problems is not read to its end. */
  void countRow() throws FileRefusal {
    rows++;
    if (rows % TOLD_EVERY == 0) {
      progress.read(file, rows, text.bytesRead());
    }
    if (problems.isTooMany(file)) {
      throw new FileRefusal(
          FileProblem.GIVEN_UP, 0, Map.of("file", file, "most", Integer.toString(Problems.MOST)));
    }
  }

  void problem(FileProblem code, String value, Map<String, String> named) {
    problem(code, value, named, code.hint());
  }

  void problem(FileProblem code, String value, Map<String, String> named, String hint) {
    problems.add(code, at(""), value, named, hint);
  }

  void problem(FileProblem code, String value, Map<String, String> named, JsonLocation location) {
    problems.add(code, place(location, ""), value, named);
  }

  /** Passes over the value of the member whose name was just read. */
  void skip() throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  /** What a token is, in a sentence. */
  static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a flag";
      case VALUE_NULL -> "`null`";
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalArgumentException("no value begins with " + token);
    };
  }
}
