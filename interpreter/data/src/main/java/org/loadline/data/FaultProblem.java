package org.loadline.data;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/**
 * Why a value could not be worked out.
 *
 * <p>{@code formula} is the text of what failed; the values of its parts stand beside them as
 * labels and under their own text among the named values.
 */
public enum FaultProblem implements DiagnosticCode {
  DIVISION_BY_ZERO(
      "R6001",
      "`{formula}` divides by zero.",
      "Answer it with `else`, or keep such rows out with `where`."),
  REFERENCE_IS_NONE(
      "R6002",
      "`{formula}` leads nowhere: `{reference}` is `none`.",
      "Test it with `is none`, or answer it with `else`."),
  NO_ROW_TAKES_KEY(
      "R6003",
      "No row of `{table}` takes {key}.",
      "Add a row that does, or answer it with `else`."),
  NO_ROW_WITH_KEY(
      "R6004", "There is no `{entity}` {key}.", "Answer it with `else`, or add that row."),
  NO_ROWS(
      "R6005",
      "`{formula}` has no rows to choose from.",
      "Say what holds without rows: answer it with `else`."),
  NO_WEIGHT(
      "R6006",
      "The weights of `{formula}` sum to zero.",
      "Say what holds without weight: answer it with `else`."),
  SQUARE_ROOT_BELOW_ZERO(
      "R6007",
      "`{formula}` is the square root of a number below zero.",
      "Answer it with `else`, or take `max(0, …)` first if that is what is meant."),
  LOGARITHM_OF_NON_POSITIVE(
      "R6008",
      "`{formula}` is the logarithm of a number that is not above zero.",
      "Answer it with `else`, or test the number first."),
  FRACTIONAL_POWER_OF_NEGATIVE(
      "R6009",
      "`{formula}` raises a number below zero to a power that is not whole.",
      "Answer it with `else`, or test the number first."),
  NEGATIVE_POWER_OF_ZERO(
      "R6010",
      "`{formula}` raises zero to a power below zero.",
      "Answer it with `else`, or test the number first."),
  FUNCTION_TOO_LARGE(
      "R6011",
      "`{formula}` has more digits than a number may have.",
      "A number has at most 512 digits before the point: bring the argument down first."),
  TOO_MANY_DIGITS(
      "R6012",
      "`{formula}` needs more digits than a number may have.",
      "Neither side of a fraction has more than 512 digits: round a part of it."),
  STEP_NOT_POSITIVE(
      "R6013",
      "`{formula}` rounds to a step of `{step}`.",
      "A step is above zero: check the data that it comes from."),
  PLACES_OUT_OF_RANGE(
      "R6014",
      "`{formula}` rounds to {places} places.",
      "The number of places is a whole number from -64 to 512."),
  MARGINAL_BELOW_ZERO(
      "R6015",
      "`{table}` is charged by slices from zero, and {key} is below zero.",
      "Use `abs` or `max(0, …)`, or answer it with `else`."),
  MARGINAL_NOT_COVERED(
      "R6016",
      "The rows of `{table}` do not cover everything from zero to {key}.",
      "Add the missing slice, say `clamp`, or answer it with `else`."),
  BEYOND_THE_POINTS(
      "R6017",
      "{key} lies beyond the points of `{table}`.",
      "Add a point, say `clamp`, or answer it with `else`."),
  NEED_NOT_MET(
      "R6018",
      "`{definition}` needs `{formula}`, which does not hold here.",
      "Call it with other arguments, or test them first."),
  INPUT_NOT_GIVEN(
      "R6020",
      "`{input}` has no value.",
      "Give it in the snapshot or the test, or declare it `or none`."),
  INPUT_UNREADABLE("R6021", "`{input}` could not be read: {problem}", "{remedy}"),
  ASSUMPTION_BROKEN(
      "R6022",
      "`{formula}` is assumed, and does not hold.",
      "Correct the data, or the assumption: nothing of such a row is used."),
  OUT_OF_BOUNDS(
      "R6023",
      "`{input}` is `{value}`, and is declared within `{least} .. {most}`.",
      "Correct the data, or the bounds: nothing of such a row is used."),
  REPEAT_NOT_DONE(
      "R6300",
      "`{formula}` is not done after {most} times.",
      "Allow more times, or answer it with `else`."),
  TIMES_OUT_OF_RANGE(
      "R6301",
      "`{formula}` is {times} times.",
      "A number of times is a whole number from 0 to {limit}."),
  NUMBERS_NOT_WHOLE(
      "R6302",
      "`{formula}` runs from {from} to {to}.",
      "Both ends are whole numbers: round them, or test them first."),
  TOO_MANY_NUMBERS(
      "R6303",
      "`{formula}` runs from {from} to {to}, which are more than {limit} numbers.",
      "Bring the ends nearer together."),
  TAKE_OUT_OF_RANGE(
      "R6304",
      "`take first {count}` is no number of rows.",
      "It is a whole number from 0: round it, or test it first."),
  NOT_AMONG(
      "R6305",
      "`{element}` is not among the rows of `{formula}`.",
      "Answer it with `else`, or test the row first."),
  TIME_WENT_BACK(
      "R6400",
      "Time went back: it is `{now}`, and the states were taken at `{last}`.",
      "Correct `now`, or hand back the states of an earlier run."),
  GIVEN_OUT_OF_BOUNDS(
      "R6200",
      "`{param}` is given as `{value}`, and is declared within `{least} .. {most}`.",
      "Give a value within its bounds."),
  ROW_IS_THERE(
      "R6201",
      "There is a row `{key}` of `{entity}` already, so none is added.",
      "Give other inputs to the row that is there, or another identity to the new one."),
  SEARCH_STEP_NOT_POSITIVE(
      "R6202",
      "The step of this search is `{step}`.",
      "A step is above zero: check the data that it comes from."),
  NOTHING_FOUND(
      "R6203",
      "No `{variable}` from `{from}` to `{to}` by `{step}` satisfies `{formula}`.",
      "Say what holds then: answer it with `else`.");

  private final String code;
  private final String message;
  private final String hint;

  FaultProblem(String code, String message, String hint) {
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
