package org.loadline.snapshot;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/**
 * What can be wrong with the writing of one cell: the rest of the snapshot runs, and what reads the
 * cell is a fault. In a cell that tells rows apart it stops everything.
 */
enum CellProblem implements DiagnosticCode {
  EMPTY(
      "R5601",
      "`{field}` is empty, and is not declared `or none`.",
      "Give a value, or declare it `or none`."),
  MISSING(
      "R5602",
      "The row has no `{field}`, which is not declared `or none`.",
      "Give a value, or declare it `or none`."),
  BLANKS("R5603", "`{field}` is `{value}`, with blanks at an end.", "Remove them: `{meant}`."),
  THOUSANDS(
      "R5604",
      "`{field}` is `{value}`, with separators between thousands.",
      "Write the digits alone: `{meant}`."),
  DECIMAL_COMMA(
      "R5605",
      "`{field}` is `{value}`, with a comma before the places.",
      "Write a point: `{meant}`."),
  CURRENCY(
      "R5606",
      "`{field}` is `{value}`, with a unit in the cell.",
      "The policy says the unit; write the number alone: `{meant}`."),
  PERCENT(
      "R5607",
      "`{field}` is `{value}`, and cells hold plain numbers.",
      "Write the ratio: `{meant}`."),
  STEPS_MEANT(
      "R5608",
      "`{field}` is `{value}`, and holds whole numbers of steps of {step}.",
      "`{value}` is {meant} steps: write `{meant}`."),
  STEPS_OF_ROW(
      "R5609",
      "`{field}` is `{value}`, and holds whole numbers of steps of its row.",
      "Write the number of steps, a whole number without a point."),
  MISSPELT(
      "R5610",
      "`{field}` is `{value}`, which is no member of `{choice}`.",
      "Did you mean `{meant}`?"),
  NOT_ONE_VALUE(
      "R5611", "`{field}` is {kind}, and holds one value.", "Write a text, a number or `null`."),
  NOT_BY_MEMBER(
      "R5612",
      "`{field}` is {kind}, and has a value for each member of `{choice}`.",
      "Write an object: {members}."),
  NOT_A_REFERENCE(
      "R5613",
      "`{field}` is {kind}, which names no row of `{target}`.",
      "A row of `{target}` is known by {identity}: give all of it."),
  UNITLESS_DURATION(
      "R5614",
      "`{field}` is `{value}`, a duration without a unit.",
      "Say which: `{value} seconds`, `{value} days`.");

  private final String code;
  private final String message;
  private final String hint;

  CellProblem(String code, String message, String hint) {
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
    return Severity.WARNING;
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
