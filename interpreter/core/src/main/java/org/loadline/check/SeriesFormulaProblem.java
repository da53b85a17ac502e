package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with what is said of a series. */
enum SeriesFormulaProblem implements DiagnosticCode {
  NOT_A_SERIES(
      "R3710",
      "`{what}` is no series.",
      "Say it of an input that is declared `series of`, as in `marks within 5 minutes`."),
  NO_CLOCK(
      "R3711",
      "`{what}` is reckoned from what time it is, which the policy does not say.",
      "Declare the clock: `system { now : instant }`."),
  PART_OF_A_PART(
      "R3712",
      "`{what}` is a part of its series already.",
      "Say `within` of the whole series, and `last` of what that gives."),
  FORM("R3713", "`{word}` is written another way.", "Write `{form}`."),
  KEY_OF_SERIES(
      "R3714",
      "A point of `{name}` is not asked for by its key.",
      "Write `{name} at` and a moment: the last point until then."),
  SHARE("R3715", "`{what}` is no part of the values.", "Write a share above 0% and up to 100%."),
  DEVIATION_UNROUNDED(
      "R3716",
      "`{word}` is a square root, which stands directly under a rounding word.",
      "Write `ceil({word}(…) to 0.0001)`, or another rounding word and step."),
  NUMBERS_NEEDED(
      "R3717",
      "`{name}` is a series of {given}, and numbers are wanted.",
      "Only numbers have returns and averages; count the points, or take `last`."),
  DURATION_NEEDED(
      "R3718", "`{what}` is {given}, and a length of time belongs here.", "Write `5 minutes`."),
  MOMENT_NEEDED(
      "R3719",
      "`{what}` is {given}, and a moment belongs here.",
      "Write an instant, or reckon one: `marks at now - 1 hour`.");

  private final String code;
  private final String message;
  private final String hint;

  SeriesFormulaProblem(String code, String message, String hint) {
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
