package org.loadline.cli;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with how a plan is asked for. */
enum PlanProblem implements DiagnosticCode {
  INPUTS_MISSING(
      "R6654",
      "The new policy asks for what `{book}` does not hold: {inputs}.",
      "Give a book that holds it, for the new policy alone: `--new-snapshot BOOK`."),
  INPUTS_LEFT(
      "R6655",
      "`{book}` holds what the old policy does not know: {inputs}.",
      "Name the book of the old policy with `--snapshot`, that of the new one with"
          + " `--new-snapshot`."),
  NO_BOOK(
      "R6656",
      "There is no book to compare the policies on.",
      "Name one with `--snapshot`, or a folder of them with `--books`."),
  NO_BOOKS(
      "R6657", "There is no book in `{path}`.", "Each folder in it is one, in the order of names."),
  ONE_BOOK_ONLY(
      "R6658",
      "`--new-snapshot` goes with one book, and there are {count}.",
      "Compare one book at a time."),
  SENSITIVITY_FORM(
      "R6659",
      "`{text}` does not say which values to try.",
      "Write a param, two values and a number of steps: `--sensitivity fee=1%..3%:8`; or"
          + " `changed`."),
  NO_NUMBER(
      "R6660",
      "`{name}` is no number, so there is nothing between two values.",
      "Its value is {written}.");

  private final String code;
  private final String message;
  private final String hint;

  PlanProblem(String code, String message, String hint) {
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
