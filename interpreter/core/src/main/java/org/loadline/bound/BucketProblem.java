package org.loadline.bound;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with an input that waterfalls move amounts from and to. */
enum BucketProblem implements DiagnosticCode {
  NO_STEP(
      "R2150",
      "`{name}` has no steps, so no waterfall can move it.",
      "Say its smallest amount, as in `{name} : USD in steps of 0.01 holds`."),
  MAY_BE_MISSING(
      "R2151",
      "`{name}` need not be an amount, so no waterfall can move it.",
      "Take `or none` or `or unlimited` out, or what is said about a floor or a side."),
  FLOOR_OFF_STEP(
      "R2152", "The floor `{floor}` does not lie on the steps of `{name}`.", "Move it to a step.");

  private final String code;
  private final String message;
  private final String hint;

  BucketProblem(String code, String message, String hint) {
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
