package org.loadline.bound;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with how governance may change a policy, and with envelopes. */
public enum MandateProblem implements DiagnosticCode {
  NOT_GOVERNED(
      "R3900",
      "`{name}` is no param, and no column of a table.",
      "Name a param, or a column with its table: `tiers.rate`."),
  TOGETHER_ALONE("R3901", "Nothing changes together with itself.", "Name another param or column."),
  ZERO_NOT_WANTED("R3902", "This is {kind}, which is never zero.", "Take `never to zero` out."),
  CLIPPED_TOGETHER(
      "R3903",
      Severity.WARNING,
      "`{name}` changes together with `{other}`, so a change beyond its limit is refused and never"
          + " clipped.",
      "Take `clipped` out: what moves together is changed as it was asked, or not at all."),
  ENVELOPE_INSIDE(
      "R3910",
      "An envelope stands in a file of its own.",
      "Move it into one: what is judged by a mandate must not hold it."),
  BESIDE_ENVELOPE(
      "R3911",
      "Nothing stands beside an envelope in its file.",
      "Move it into the policy, or into a file of its own."),
  NO_POLICY(
      "R3912",
      "`{title}` does not say which policy it is of.",
      "Write its name: `envelope \"{title}\" of margin { … }`, with `margin.risk` beside it; or"
          + " name both to `loadline certify`."),
  OTHER_POLICY(
      "R3913",
      "`{title}` is of `{wanted}`, and this policy is `{found}`.",
      "Hold it against a policy of that name."),
  NO_DAYS("R3914", "This ends before it begins.", "Write the earlier day after `from`."),
  BEYOND(
      "R3915",
      "An envelope says what may change; what is beyond is not in it.",
      "Take this out: how a policy takes a change beyond its own limits stands there."),
  PERMITTED_TWICE("R3916", "`{name}` stands in this envelope twice.", "Keep one of the two."),
  MAY_NOT_CHANGE(
      "R3917",
      "`{name}` changes together with something, but may not change itself.",
      "Give it a line of its own in the envelope."),
  READS_DATA(
      "R3918",
      "`{text}` is not in the text of the policy.",
      "An envelope is about a policy and not about the books: it reads params, tables, and what is"
          + " made of these."),
  ROWS_OF_DATA(
      "R3919",
      "`{name}` is no table with rows in the text of the policy.",
      "Write `for each` and the name of such a table."),
  NO_ENVELOPE(
      "R3920",
      "`{file}` holds no envelope.",
      "An envelope is alone in its file, which begins with `envelope \"title\" { … }`.");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  MandateProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  MandateProblem(String code, Severity severity, String message, String hint) {
    this.code = code;
    this.severity = severity;
    this.message = message;
    this.hint = hint;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return severity;
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
