package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** Decisions that leave something open or say too much. */
enum DecisionProblem implements DiagnosticCode {
  NOT_COVERED(
      "R4500", "This decision says nothing for {missing}.", "Add an arm for it, or `… otherwise`."),
  NO_OTHERWISE("R4501", "This decision may come to no arm.", "End it with `… otherwise`."),
  UNREACHABLE(
      "R4502",
      Severity.WARNING,
      "This arm is never reached: the arms above cover everything it takes.",
      "Leave it out.");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  DecisionProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  DecisionProblem(String code, Severity severity, String message, String hint) {
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
