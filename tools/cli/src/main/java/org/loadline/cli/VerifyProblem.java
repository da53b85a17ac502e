package org.loadline.cli;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with a document that is to be verified. */
enum VerifyProblem implements DiagnosticCode {
  NO_DOCUMENT(
      "R6700",
      "`{path}` is no document that can be verified: {problem}.",
      "Name what `loadline certify --out` or `loadline run --receipt` has written."),
  NO_SUCH_KIND(
      "R6701", "`{path}` is a `{kind}`, which this version does not know.", "It knows {known}.");

  private final String code;
  private final String message;
  private final String hint;

  VerifyProblem(String code, String message, String hint) {
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
