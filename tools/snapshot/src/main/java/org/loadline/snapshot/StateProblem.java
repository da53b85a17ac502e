package org.loadline.snapshot;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with a file of states: with one of these, nothing is run. */
enum StateProblem implements DiagnosticCode {
  UNREADABLE_STATE(
      "R5700",
      "The states in `{file}` cannot be read: {reason}.",
      "Put back the file that the last run wrote; without it, every state starts."),
  STATE_OF_ANOTHER(
      "R5701",
      "The states in `{file}` are not those of this policy: {reason}.",
      "Name another file; to begin anew, move this one away."),
  STATE_VALUE(
      "R5702",
      "`{value}` cannot be a value of `{name}`.",
      "Put back the file that the last run wrote; without it, every state starts.");

  private final String code;
  private final String message;
  private final String hint;

  StateProblem(String code, String message, String hint) {
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
