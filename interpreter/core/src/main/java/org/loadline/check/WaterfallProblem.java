package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with a waterfall as a whole: its head, its steps, its actions. */
enum WaterfallProblem implements DiagnosticCode {
  // The head.
  COVERS_WHAT("R3400", "`{name}` is no amount that is worked out for each `{entity}`.", "{hint}"),
  DECIDES_A_GROUP(
      "R5790",
      "`{name}` decides which rows are in which `{group}`, and a waterfall leaves them there.",
      "Change another input, or group by one that no waterfall changes."),
  OF_THE_INNER_ROW(
      "R3424",
      Severity.WARNING,
      "This goes through each `{name}` of the `{inner}` around, not of the `{outer}` further out.",
      "Say whose: `for each {name} in {outer}.{plural}`, or the same of the other."),
  REMAINDER_NEEDED(
      "R3401",
      "What is left of `{name}` when a row has been served has no name.",
      "Add `remainder` and a name as the last line, as in `remainder uncovered`."),
  REMAINDER_OF_WHAT(
      "R3402",
      "This waterfall covers no loss, so nothing is left of one.",
      "Add `covers` and the name of a fact, or take this line out."),
  NO_ORDER("R3403", "{given} has no order.", "Order by a number, a time, a choice or a text."),
  NAMED_TWICE("R3404", "`{name}` is named here twice.", "Leave one of the two out."),
  FIX_OF_ROW(
      "R3405",
      "`fix` works out values of the served row and of the whole, but `{name}` belongs to a row of"
          + " `{entity}`.",
      "Write `live {name}`, or give it to an action: arguments are worked out when it begins."),
  UNCLEAR_NAME(
      "R3406", "`{name}` could be of {entities}.", "Write whose it is, as in `{example}`."),
  NEVER_NEEDED(
      "R3407",
      Severity.WARNING,
      "No amount needs `{name}` to be named here.",
      "Leave it out: no entry above an amount changes what it reads."),
  CARRY_STEP(
      "R3408",
      "What a sweep carries has steps, so that it cannot grow more and more decimals.",
      "Say its smallest amount, as in `carry {name} : USD in steps of 0.01 starts 0`."),
  NAME_TAKEN(
      "R3409", "`{name}` already means something in this waterfall.", "Choose another name."),

  // Steps.
  NO_STEPS("R3410", "This waterfall has no steps.", "Add `step` and a name, with its entries."),
  STEP_TWICE("R3411", "Two steps are called `{name}`.", "Rename one of the two."),
  EMPTY_STEP("R3412", "The step `{name}` does nothing.", "Add an entry, or take it out."),
  UNREACHABLE("R3413", "Nothing reaches this: {reason}.", "Take it out, or change {what}."),

  NOTHING_LEFT(
      "R3414",
      Severity.WARNING,
      "Nothing is left for the step `{name}`: a step before it moves all of the loss, or faults.",
      "Say `at most` there if less will do."),

  // Actions.
  NO_SUCH_ACTION("R3415", "There is no action `{name}`.", "Declare it: `action {name}(…) { … }`."),
  ACTION_CIRCLE("R3416", "These actions do one another: {path}.", "Write the entries out in one."),
  TOO_MANY_ENTRIES(
      "R3417", "With its actions this has more than {most} entries.", "Do less in one waterfall."),
  UNCALLED_ACTION(
      "R3418",
      Severity.WARNING,
      "No step does `{name}`, so its entries have not been checked.",
      "Do it in a step, or leave it out."),

  // What is read of a run.
  AFTER_WHAT(
      "R3420",
      "`after` is what the waterfalls leave, and there are none.",
      "Declare a waterfall, or speak of the snapshot as it is."),
  NOT_RUN(
      "R3421",
      "Figures of `{name}` are known once it has run.",
      "Write `run {name}` in a line above, in a test."),
  NO_FIGURE("R3422", "A run of `{name}` has no `{figure}`.", "Its figures are: {figures}."),
  RUN_WHAT("R3423", "There is no waterfall `{name}`.", "{hint}");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  WaterfallProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  WaterfallProblem(String code, Severity severity, String message, String hint) {
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
