package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What is defined and read by nobody. */
enum UnusedProblem implements DiagnosticCode {
  FACT(
      "R2900",
      Severity.WARNING,
      "`{name}` is neither reported nor read.",
      "Report it, or leave it out."),
  PARAM("R2901", Severity.WARNING, "The param `{name}` is never read.", "Leave it out."),
  LOCAL("R2902", Severity.WARNING, "`{name}` is named here and never read.", "Leave it out."),
  PARAMETER("R2903", Severity.WARNING, "The parameter `{name}` is never read.", "Leave it out."),
  TABLE("R2904", Severity.WARNING, "The table `{name}` is never looked up.", "Leave it out."),
  CHOICE("R2905", Severity.WARNING, "The choice `{name}` is never used.", "Leave it out."),
  UNIT("R2906", Severity.WARNING, "The unit `{name}` is never used.", "Leave it out."),
  UNCALLED(
      "R2907",
      Severity.WARNING,
      "`{name}` is never called, so its formula has not been checked.",
      "Call it, or give its parameters types.");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  UnusedProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  UnusedProblem(String code, Severity severity, String message, String hint) {
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
