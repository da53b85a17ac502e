package org.loadline.bound;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with the declaration of a series. */
enum SeriesProblem implements DiagnosticCode {
  SERIES_FORM(
      "R2130",
      "`{name}` is a series: it has points or none, and no members.",
      "Write `{name} : series of` and the type of its values; `in steps of` and `within` are for"
          + " them.");

  private final String code;
  private final String message;
  private final String hint;

  SeriesProblem(String code, String message, String hint) {
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
