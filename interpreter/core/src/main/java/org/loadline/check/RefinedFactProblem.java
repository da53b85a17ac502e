package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with a fact that replaces another. */
enum RefinedFactProblem implements DiagnosticCode {
  OTHER_TYPE(
      "R3730",
      "`{name}` is {given} here, and {wanted} in `{base}`.",
      "What replaces it is read in its place, so it must be of the same kind.");

  private final String code;
  private final String message;
  private final String hint;

  RefinedFactProblem(String code, String message, String hint) {
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
