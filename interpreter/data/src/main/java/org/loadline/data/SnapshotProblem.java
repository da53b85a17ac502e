package org.loadline.data;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/**
 * What can be wrong with the rows of a snapshot.
 *
 * <p>With one of the first group nothing is run: there is no telling which row is which. The second
 * is about one cell: the rest of the snapshot runs, and what reads that cell is a fault.
 */
public enum SnapshotProblem implements DiagnosticCode {
  DANGLING_REFERENCE(
      "R5001",
      true,
      "`{field}` names `{value}`, and there is no such `{target}`.",
      "Add that row of `{target}`, or name one that is there."),
  AMBIGUOUS_REFERENCE(
      "R5002",
      true,
      "`{field}` names `{value}`, and more than one row of `{target}` has that key.",
      "A row of `{target}` is known by {identity}: give all of it."),
  DUPLICATE_IDENTITY(
      "R5003",
      true,
      "Two rows of `{entity}` are both `{value}`.",
      "A row of `{entity}` is known by {identity}: remove one of the two, or correct it."),
  MISSING_IDENTITY(
      "R5004",
      true,
      "A row of `{entity}` has no `{field}`.",
      "Give it: rows of `{entity}` are known by {identity}."),
  PARAM_OUT_OF_BOUNDS(
      "R5005",
      true,
      "`{param}` is {value}, and is declared within {least} .. {most}.",
      "Give a value within its bounds: a param outside them does not run."),
  NO_GROUP(
      "R5150",
      true,
      "A row of `{entity}` belongs to no `{field}`: {why}",
      "Give what `{field}` is grouped by, or leave such rows out with `where`."),

  NOT_ON_STEP(
      "R5101",
      false,
      "`{field}` is {value}, which is not a whole number of steps of {step}.",
      "Bring it to a multiple of {step}, or declare a finer step."),
  STEP_UNKNOWN(
      "R5102",
      false,
      "`{field}` counts steps of `{path}`, and that has no value for this row.",
      "Give `{path}`."),
  STEP_NOT_POSITIVE(
      "R5103",
      false,
      "`{field}` counts steps of `{path}`, which is {step} for this row.",
      "A step is above zero, and a number of places is a whole number from 0 to 512."),
  NONE_NOT_ALLOWED(
      "R5104",
      false,
      "`{field}` is `none`, and is not declared `or none`.",
      "Give a value, or declare it `or none`."),
  UNLIMITED_NOT_ALLOWED(
      "R5105",
      false,
      "`{field}` is `unlimited`, and is not declared `or unlimited`.",
      "Give a number, or declare it `or unlimited`."),
  NOT_WHOLE(
      "R5106",
      false,
      "`{field}` is {value}, and holds whole numbers only.",
      "Give a whole number, or declare another type."),
  TOO_LONG(
      "R5107",
      false,
      "`{field}` needs more digits than a number may have.",
      "A number has at most 512 digits before the point and 512 places after it."),
  NOT_A_DECIMAL(
      "R5108",
      false,
      "`{field}` is {value}, a fraction whose digits never end.",
      "A snapshot holds decimals: round it first."),
  EQUAL_BOUNDS(
      "R5109",
      false,
      "Two rows of `{table}` start at {value}.",
      "Rows of one table have different bounds in `{field}`: change or remove one."),
  NOT_A_NUMBER(
      "R5110",
      false,
      "`{field}` is `{value}`, which is not a number.",
      "Write digits, with a point before the places: `-1234.5`."),
  NOT_STEPS(
      "R5111",
      false,
      "`{field}` is `{value}`, and holds whole numbers of steps of {step}.",
      "Write a whole number without a point."),
  NOT_A_DATE(
      "R5112",
      false,
      "`{field}` is `{value}`, which is not a day.",
      "Write year, month and day: `2026-11-20`."),
  NOT_AN_INSTANT(
      "R5113",
      false,
      "`{field}` is `{value}`, which is not a moment in UTC.",
      "Write a day and a time: `2026-11-20T08:00Z`."),
  NOT_A_DURATION(
      "R5114",
      false,
      "`{field}` is `{value}`, which is not a duration.",
      "Write a number and a unit: `90 seconds`, `30 days`."),
  NOT_A_FLAG(
      "R5115", false, "`{field}` is `{value}`, which is not a flag.", "Write `true` or `false`."),
  NOT_A_MEMBER(
      "R5116",
      false,
      "`{field}` is `{value}`, which is no member of `{choice}`.",
      "Write one of {members}.");

  private final String code;
  private final boolean stops;
  private final String message;
  private final String hint;

  SnapshotProblem(String code, boolean stops, String message, String hint) {
    this.code = code;
    this.stops = stops;
    this.message = message;
    this.hint = hint;
  }

  /** Whether nothing can be run. */
  public boolean stops() {
    return stops;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return stops ? Severity.ERROR : Severity.WARNING;
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
