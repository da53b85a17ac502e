package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with how published cases bind to a policy. */
enum CaseProblem implements DiagnosticCode {
  NO_WORD_OF_SCALES(
      "R3800",
      "`{unit}` is no length of time and no share of one.",
      "Write `18 places`, or one of seconds, minutes, hours, days, weeks, points, bps."),
  SUFFIX_TWICE("R3801", "The suffix `{name}` is said twice.", "Keep one of the two."),
  NOT_PLACES("R3802", "A number has at most {most} places.", "Write a whole number of places."),
  ONLY_MAXIMUM(
      "R3803",
      "This line says what the greatest number of a word is.",
      "Write `maximum is unlimited`, or `given` before an entity."),
  KEY_WITH_MANY(
      "R3804",
      "One key is given, and rows for all that stands at `{path}`.",
      "Take the key from each: `{key} from name` in the braces."),
  NO_KEY("R3805", "Rows of `{entity}` have no key.", "Leave `{key}` out."),
  NOT_ONE("R3806", "`{path}` is many values; a field takes one.", "Say which: `[1]` is the first."),
  SAID_TWICE("R3807", "`{name}` is given twice here.", "Keep one of the two."),
  FACT_OF_WHOLE(
      "R3808",
      "`{fact}` is one value, so no fact can say which of `{path}` it is.",
      "Leave the brackets out, or expect a fact of an entity."),
  ROW_OF_MANY(
      "R3809",
      "Every row of `{entity}` has a `{fact}`, and `{path}` is one value.",
      "Say which is whose with a fact of the row: `{path}[place]`, or its key in braces."),
  EXPECTS_NOTHING("R3810", "These cases are bound to nothing.", "Add a line with `expect`."),
  SPELLED_TWICE("R3811", "`{text}` is spelled twice.", "Keep one of the two.");

  private final String code;
  private final String message;
  private final String hint;

  CaseProblem(String code, String message, String hint) {
    this.code = code;
    this.message = message;
    this.hint = hint;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String message() {
    return message;
  }

  @Override
  public String hint() {
    return hint;
  }
}
