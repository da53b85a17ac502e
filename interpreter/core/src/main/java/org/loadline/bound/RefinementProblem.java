package org.loadline.bound;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with a policy that refines another. */
enum RefinementProblem implements DiagnosticCode {
  NOTHING_TO_REPLACE(
      "R2140",
      "`{base}` has no {kind} `{name}` to replace.",
      "Take `replace` out, if it is meant to be new."),
  UNMARKED(
      "R2141",
      "`{base}` has a {kind} `{name}` already.",
      "Write `replace` before it to put it in that one's place, or give it another name."),
  NO_ROW_TO_REPLACE(
      "R2142",
      "The table `{name}` of `{base}` has no row `{row}`.",
      "A row is known by its first cell; it has {known}."),
  SEVERAL_ROWS(
      "R2149",
      "More than one row of `{name}` begins with `{row}`, so which is replaced is not said.",
      "Replace the table, or give its rows a first column that tells them apart."),
  OTHER_COLUMNS(
      "R2143",
      "These rows have other columns than the table `{name}` of `{base}`.",
      "Head them as there: {columns}."),
  OTHER_TYPE(
      "R2144",
      "`{name}` is {given} here, and {wanted} in `{base}`.",
      "What replaces it is read in its place, so it must be of the same kind."),
  REFINES_NOTHING(
      "R2145",
      "`replace` stands in a policy that refines another, and this one refines none.",
      "Say which: `policy {name} refines` and the other's name; or take `replace` out."),
  NOT_A_POLICY(
      "R2146", "`{base}` is a library, and only a policy can be refined.", "Import it instead."),
  REFINES_ITSELF(
      "R2147", "Policies refine one another in a circle: {cycle}.", "Take one `refines` out."),
  LIBRARY_REFINES(
      "R2148", "A library refines nothing.", "Write `policy`, or import what it builds on.");

  private final String code;
  private final String message;
  private final String hint;

  RefinementProblem(String code, String message, String hint) {
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
