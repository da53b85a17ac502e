package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What cannot be supposed, and what cannot be searched. */
enum SuppositionProblem implements DiagnosticCode {
  UNKNOWN_CHANGE(
      "R3500",
      "`{name}` is no input and no param, so it cannot be given.",
      "Give `entity.input`, a system input or a param."),
  WHOSE_INPUT(
      "R3501",
      "`{name}` is an input of rows, and `given` changes it for all of them.",
      "Say whose it is: `{owner}.{name}`, with `where` for some rows."),
  FOUND_BY(
      "R3502",
      "Rows of `{entity}` are found by `{name}`, so it cannot be given.",
      "Give other inputs of the row, or add a row with `given also`."),
  WORKED_OUT(
      "R3503",
      "`{name}` is worked out; only inputs and params can be given.",
      "Give the inputs that it comes from."),
  WHERE_OF_WHOLE(
      "R3504",
      "`where` chooses rows, and `{name}` belongs to none.",
      "Write a decision as its value: `{name} = ({value} when … | {name} otherwise)`."),
  CHANGED_TWICE(
      "R3505", "`{name}` is given twice.", "Write one value, with a decision where rows differ."),
  NO_IDENTITY(
      "R3506",
      "A row of `{entity}` is known by {identity}; without `{name}` its place is not known.",
      "Add `{name} = …`."),
  GIVEN_FRACTION(
      "R3507",
      "`{value}` is a fraction; a given value is a decimal.",
      "Round it, as in `floor({value} to 18 places)`."),
  IN_ASSUMPTION(
      "R3508",
      "An assumption speaks of inputs as they are, and supposes nothing.",
      "State it as a `property`."),
  ROW_OF_TABLE(
      "R3509",
      "Lookups in `{table}` find rows of `{entity}`, so none can be added.",
      "Give other values to the rows that are there."),
  SEARCH_FRACTION(
      "R3520",
      "`{value}` is a fraction; the bounds and the step of a search are decimals.",
      "Round it, as in `floor({value} to 18 places)`."),
  STEP_NOT_ABOVE_ZERO(
      "R3521",
      "The step of a search is above zero, and `{value}` is not.",
      "Write a step above it."),
  SAME_AT_EACH_POINT(
      "R3522",
      "The condition does not depend on `{name}`, so there is nothing to search.",
      "Say in it what `{name}` changes."),
  EACH_POINT(
      "R3530",
      Severity.WARNING,
      "This search may try {points}: `{formula}` in {where} may be another number at each, and"
          + " nothing proves that `{undirected}` rises or falls.",
      "Search without the first, to go from edge to edge, or say of which sign its parts are:"
          + " `within`, `assume`.");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  SuppositionProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  SuppositionProblem(String code, Severity severity, String message, String hint) {
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
