package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with an entry of a waterfall. */
enum EntryProblem implements DiagnosticCode {
  // Places.
  DERIVED("R3430", "`{name}` is worked out, and entries write inputs.", "It comes from {inputs}."),
  NO_PLACE("R3431", "`{text}` is no input.", "Name an input of a row or of the whole."),
  IDENTITY(
      "R3432", "`{name}` tells rows apart, so no entry changes it.", "Create a new row instead."),
  NO_BUCKET(
      "R3433",
      "`{name}` has no steps, so nothing can be moved from it or to it.",
      "Declare it with its smallest amount, as in `{name} : USD in steps of 0.01`."),
  FLOWS(
      "R3434",
      "`{name}` flows: other entries move it, so it cannot be set.",
      "Write `move`, so that it is known where the amount comes from or goes to."),
  ITSELF("R3435", "`{name}` stands at both ends.", "Move it somewhere else."),

  // Sides.
  SIDE_NEEDED(
      "R3436",
      "`{name}` does not say whether it is held or owed.",
      "Add `holds` or `owes` after its steps where it is declared."),
  ONE_SIDE(
      "R3437",
      "`{left}` and `{right}` are both {side}.",
      "`{word}` takes one input that `holds` and one that `owes`; `move` goes between two of a"
          + " side."),
  TWO_SIDES(
      "R3438",
      "`{owed}` is owed and `{held}` is held: to move an amount between them would change what"
          + " there is in all.",
      "Write `cancel … of {held} against {owed}`, or `raise {held} and {owed} by …`."),

  // Amounts.
  OTHER_UNIT(
      "R3440",
      "`{text}` is {given}, but `{place}` is {wanted}.",
      "Both ends of an entry and its amount have one unit, of one row."),
  OFF_STEP("R3441", "`{text}` need not lie on the steps of `{place}`.", "{hint}"),
  FINER_STEP(
      "R3442",
      "These steps need not lie on those of `{place}`.",
      "Write steps of {step}, or a multiple."),
  UNNAMED(
      "R3443",
      "An entry before this one may have changed `{name}`.",
      "Write `live {name}` at the head for what that entry left, or `fix {name}` for what it was"
          + " when the row's turn came."),
  UNNAMED_OF_OTHERS(
      "R3445",
      "An entry for another row, or one before this, may have changed `{name}`.",
      "Write `live {name}` at the head for what that entry left, or give it to an action, which"
          + " works it out when it begins."),
  UNNAMED_IN_ACTION(
      "R3444",
      "An entry of this action before this one may have changed `{name}`.",
      "Begin the action with `live {name}` for what that entry left, or with `fix {name}` for what"
          + " it was when the action began."),

  // Rows.
  NO_ROWS_OF(
      "R3446",
      "No row around this has rows of `{name}`.",
      "Say which rows, as in `for each {name} in {plural}`."),
  SEVERAL_WAYS(
      "R3447",
      "`{entity}` refers to `{owner}` in several ways.",
      "Say which rows are meant, as in `for each {entity} in {plural}`."),
  MEMBERS_ARE_NO_ROWS(
      "R3448", "Entries are done for rows, not for members of a choice.", "Name rows."),

  // Shares.
  NO_MANY_END(
      "R3450",
      "Neither end of this share has many rows.",
      "Name the input of many rows at one end, as in `accounts.cash`, or write `move`."),
  TWO_MANY_ENDS(
      "R3451", "Both ends of this share have many rows.", "Name one row's input at one of them."),
  WHERE_OF_ONE(
      "R3452", "Only the end with many rows chooses among them.", "Put the condition there."),

  // Creating and refusing.
  STARTS_EMPTY(
      "R3454",
      "`{name}` starts empty: what a row holds comes from somewhere.",
      "Leave it out here, and `move` or `raise` an amount into it."),
  FIELD_MISSING("R3455", "A new row of `{entity}` needs its `{name}`.", "Add `{name} = …`."),
  NO_FIELD("R3456", "`{entity}` has no input `{name}`.", "{hint}"),
  GROUPED(
      "R3458",
      "No waterfall makes a row of `{entity}`: groups stay as they were loaded.",
      "Create rows that no group is made of."),
  REASON("R3457", "A reason is a name or a text.", "Write `refuse too_small when …` or quote it.");

  private final String code;
  private final String message;
  private final String hint;

  EntryProblem(String code, String message, String hint) {
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
