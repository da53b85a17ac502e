package org.loadline.format;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** Why a text is left as it is: each is a fault of ours. */
enum FormatProblem implements DiagnosticCode {
  WORDS_LOST("R6600", "Laid out, this file would not have the same words in the same order."),
  MEANING_LOST("R6601", "Laid out, this file would not mean the same.");

  private final String code;
  private final String message;

  FormatProblem(String code, String message) {
    this.code = code;
    this.message = message;
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
    return "This is a fault of Loadline itself; the file is as it was. Please report it, with the"
        + " file.";
  }
}
