package org.loadline.bound;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with the declaration of a state. */
enum StateProblem implements DiagnosticCode {
  UNKNOWN_ROWS(
      "R2120",
      "A state is handed back for each row, and rows of `{entity}` cannot be told apart.",
      "Give `{entity}` a key."),
  GROUP_STATE(
      "R2122",
      "`{name}` cannot be kept: rows of the group `{group}` are made anew in every run.",
      "Keep it in the rows that are grouped, or in their parent."),
  STATE_TYPE(
      "R2121",
      "`{name}` cannot keep a row: rows come and go between two runs.",
      "Keep what is wanted of the row: a number, a choice, a flag, a text or a moment.");

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
