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
      "Move it into one: what is judged by a mandate must not hold it.");

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
