package org.loadline.data;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What a run would cost beyond what it may. */
public enum LimitProblem implements DiagnosticCode {
  SEARCH(
      "R3532",
      "This search works its condition out more than {most} times, which is what it may.",
      "Search with a larger step or between closer bounds; a host may allow more.");

  private final String code;
  private final String message;
  private final String hint;

  LimitProblem(String code, String message, String hint) {
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
