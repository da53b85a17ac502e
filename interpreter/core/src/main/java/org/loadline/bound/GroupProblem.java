package org.loadline.bound;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with the declaration of a group. */
enum GroupProblem implements DiagnosticCode {
  NO_SUCH_ROWS(
      "R2100", "{owner} has no `{rows}` to group.", "Name rows by the plural that leads to them."),
  NO_SUCH_KEY(
      "R2101",
      "A row of `{entity}` has no `{name}` to group by.",
      "A key is an input, a reference, or a fact without arguments, or a path to one."),
  KEY_WITHOUT_TYPE(
      "R2102",
      "The fact `{name}` is a key of a group and does not say its type.",
      "Write it: `{name} : number = …`, or whatever it is."),
  NOT_A_KEY(
      "R2103",
      "`{name}` cannot be a key of a group: it is {kind}.",
      "A key is always there and means the same in every row: answer it in a fact first."),
  CIRCLE(
      "R2104",
      "The group `{group}` is made of itself.",
      "Make it of rows that are there before it.");

  private final String code;
  private final String message;
  private final String hint;

  GroupProblem(String code, String message, String hint) {
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
