package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What `else` answers, and what may be `none` or `unlimited`. */
enum AnswerProblem implements DiagnosticCode {
  ALWAYS_A_VALUE(
      "R3300", "`{what}` always has a value, so `else` answers nothing.", "Leave `else` out."),
  ANSWER_INSIDE(
      "R3301",
      "`{what}` always has a value, so `else` answers nothing.",
      "Did you mean `{offer}`?"),
  ANSWER_IN_FACT(
      "R3302",
      "`{name}` is a fact with its own faults, so `else` cannot answer for it.",
      "Answer in `{name}`."),
  ANSWER_PER_ROW(
      "R3303", "`{name}` always has a value; its rows may not.", "Answer per row: `{offer}`."),
  MAY_BE_NONE(
      "R3304", "`{name}` may be `none`.", "Test it with `is none` first, or answer with `else`."),
  PATH_MAY_BE_NONE(
      "R3305",
      "`{name}` may be `none`, so what follows it may be missing.",
      "Test it with `is none` first, or answer the path with `else`."),
  UNLIMITED_ARITHMETIC(
      "R3306",
      "`{name}` may be `unlimited`, which takes no arithmetic.",
      "Test it with `is unlimited` first, or bound it with `min`."),
  NEVER_NONE("R3307", "`{name}` is never `none`.", "Leave the test out."),
  NEVER_UNLIMITED("R3308", "`{name}` is never `unlimited`.", "Leave the test out."),
  NONE_COMPARES("R3309", "`none` compares with nothing.", "Write `{name} is none`.");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  AnswerProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  AnswerProblem(String code, Severity severity, String message, String hint) {
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
