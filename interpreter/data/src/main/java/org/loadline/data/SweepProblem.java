package org.loadline.data;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** Why an entry of a waterfall cannot be done: the row that is served is left as it was. */
public enum SweepProblem implements DiagnosticCode {
  AMOUNT_BELOW_ZERO(
      "R6100",
      "`{formula}` is `{amount}`: an entry cannot move less than nothing.",
      "Keep such rows out with a guard, or turn the entry round."),
  LIMIT_BELOW_ZERO(
      "R6101",
      "`{formula}` is `{limit}`: nothing can be at most less than nothing.",
      "Write `max(0, …)` if none is to move then."),
  BELOW_FLOOR(
      "R6102",
      "`{place}` holds `{before}`, and taking `{amount}` from it would leave it below `{floor}`.",
      "Say how much may be taken: `at most …`; or declare a lower floor."),
  AMOUNT_OFF_STEP(
      "R6103",
      "`{amount}` is no whole number of steps of `{place}`, which goes by `{step}`.",
      "Round the amount down: `in steps of …`."),
  STEP_NOT_KNOWN(
      "R6104",
      "`{place}` goes by steps that have no value for this row.",
      "Give the input that holds the step."),
  WEIGHT_BELOW_ZERO(
      "R6105",
      "The weight of `{row}` is `{weight}`: nobody takes a share less than nothing.",
      "Keep such rows out of the share with `where`."),
  NO_AMOUNT_THERE(
      "R6106",
      "`{place}` is `{before}`, and nothing can be moved to or from that.",
      "Only numbers can be moved: keep such rows out with a guard."),
  CANNOT_BE_SET("R6107", "`{place}` cannot be set to `{value}`: {problem}", "{remedy}"),
  CANNOT_CHANGE(
      "R6108",
      "`{place}` cannot be changed by a waterfall: {why}.",
      "Change another input, or create a row."),
  CANNOT_CREATE("R6109", "A row of `{entity}` cannot be created: {problem}", "{remedy}");

  private final String code;
  private final String message;
  private final String hint;

  SweepProblem(String code, String message, String hint) {
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
