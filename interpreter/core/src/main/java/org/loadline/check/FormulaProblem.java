package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** Names in formulas that mean nothing there, and definitions that lean on themselves. */
enum FormulaProblem implements DiagnosticCode {
  UNKNOWN_NAME("R2500", "Nothing here is called `{name}`.", "Declare it, or check its spelling."),
  UNKNOWN_PART("R2501", "{owner} has no `{name}`.", "Check the spelling, or define it there."),
  NO_PARTS(
      "R2502",
      "{what} has no parts, so `.{name}` means nothing.",
      "Only rows, functions and lookups have parts."),
  UNCLEAR_MEMBER(
      "R2503",
      "`{name}` is a member of several choices: {choices}.",
      "Say the choice, as in `{example}`."),
  MANY_ROWS(
      "R2504",
      "`{name}` are many rows; a formula needs one value.",
      "Put an aggregate around them, as in `sum({rows}.…)`, or name one row by its key."),
  NOT_A_COLLECTION(
      "R2505",
      "`{name}` is not a collection.",
      "Use a plural such as `positions`, a table, or a choice."),
  SEVERAL_PLURALS(
      "R2506",
      "`{second}` starts at other rows than `{first}`; one aggregate runs over one plural.",
      "Write both out: `sum(… for x in {first}, y in {second})`."),
  NEEDS_ARGUMENTS(
      "R2507", "`{name}` needs its arguments: {parameters}.", "Write `{name}({parameters})`."),
  TAKES_NO_ARGUMENTS("R2508", "`{name}` takes no arguments.", "Leave the brackets out."),
  WRONG_ARGUMENT_COUNT(
      "R2509", "`{name}` takes {expected}, but {given} here.", "Its parameters are: {parameters}."),
  UNKNOWN_ARGUMENT(
      "R2510", "`{name}` has no parameter `{label}`.", "Its parameters are: {parameters}."),
  ARGUMENT_TWICE("R2511", "The argument `{label}` is given twice.", "Leave one out."),
  TABLE_NOT_LOOKED_UP(
      "R2512", "`{name}` is a table; it is looked up by {keys}.", "Write `{name}({keys})`."),
  COLUMN_NEEDED(
      "R2513",
      "A {mode} table gives one column at a time; `{name}` has several.",
      "Say which, as in `{name}(…).{column}`."),
  ENTITY_IS_NOT_A_ROW(
      "R2514",
      "`{name}` is a kind of row, not one row.",
      "Name a row by its key, as in `{name}(\"…\")`, or use its plural in an aggregate."),
  NO_KEY(
      "R2515", "Rows of `{entity}` cannot be named by {given}.", "They are known by {identity}."),
  FUNCTION_NOT_CALLED("R2516", "`{name}` is a function.", "Call it: `{name}({parameters})`."),
  NO_RESULT(
      "R2517", "The function `{name}` has no fact `result`.", "Say which fact you mean: {facts}."),
  CHOICE_IS_NOT_A_VALUE(
      "R2518", "`{name}` is a choice, not one of its members.", "Its members are: {members}."),
  CYCLE(
      "R2519",
      "`{name}` depends on itself: {path}.",
      "Break the circle: a definition cannot use its own value."),
  TOO_LONG(
      "R2520",
      "This formula has more than {most} operations inside one another.",
      "Give parts of it names."),
  TOO_DEEP(
      "R2521",
      "Definitions lean on one another more than {most} deep here.",
      "Shorten the chain of definitions."),
  TOO_MANY_KINDS(
      "R2522",
      "Facts with arguments and functions are called with more than {most} different kinds of"
          + " arguments.",
      "Give parameters types, or use fewer kinds of arguments."),
  NOT_AN_AGGREGATE(
      "R2523",
      "`{name}` does not run over rows, so `for`, `where` and `weighted by` have no place here.",
      "Aggregates are: sum, count, any, all, min, max, mean."),
  NO_PLURAL(
      "R2524",
      "`{name}` has no rows to run over.",
      "Give it a plural, as in `{name}(positions.size)`, or write `{name}(… for x in …)`."),
  COUNT_OF_ROWS("R2525", "`count` counts rows.", "Write `count({rows})`."),
  WEIGHT_ONLY_IN_MEAN(
      "R2526", "Only `mean` takes weights.", "Write `mean({value} weighted by …)`."),
  PLACE_OF_PARTS(
      "R2527",
      "`{name}` belongs to the rows that are counted, not to {owner}.",
      "Write `{plural}.{name}`."),
  NOT_A_FACT(
      "R2528",
      "Only facts and inputs can be reported.",
      "Report `entity.fact`, or a fact of the whole."),
  ONLY_INPUTS(
      "R2529",
      "An assumption speaks of inputs; `{name}` is worked out.",
      "State it as a `property`, or of the inputs that it comes from."),
  UNKNOWN_SUBJECT(
      "R2530",
      "There is no table or function `{name}`.",
      "Examples belong to a table or a function."),
  MISSING_COLUMN(
      "R2532", "The examples of `{subject}` need a column for `{name}`.", "Add the column."),
  NO_EXAMPLES_OF_SNAPSHOT(
      "R2533",
      "The rows of `{subject}` come from the snapshot, so there is nothing to try here.",
      "Write a test that gives the rows."),
  ROW_WIDTH(
      "R2534",
      "This row has {given}, and the first row has {expected}.",
      "Give one cell for each column."),
  GIVEN_TWICE("R2535", "`{name}` is given twice.", "Leave one out."),
  UNKNOWN_GIVEN(
      "R2536",
      "No entity or param is called `{name}`.",
      "Give rows of an entity, a param, or `system`."),
  ROW_NOT_GIVEN(
      "R2537", "No `{entity}` row `{key}` is given in this test.", "Add `given {entity} {key}`."),
  KEY_MISSING("R2538", "A row of `{entity}` needs its key.", "Write `given {entity} name`."),
  NO_KEY_TO_GIVE(
      "R2539",
      "`{entity}` has no key, so this row cannot have the name `{key}`.",
      "Leave the name out."),
  NOT_CONSTANT(
      "R2540", "Only a written value can stand here.", "Write the number, word or date itself."),
  NOT_AN_INPUT(
      "R2541",
      "`{name}` is worked out; a test gives inputs only.",
      "Give the inputs that it comes from."),
  NOT_CHILDREN("R2542", "`{name}` are not rows of `{entity}`.", "Its rows are: {plurals}."),
  ONE_OF_TWO_ROWS(
      "R2544",
      "Two rows are a `{name}` here: the one that all this is about, and each of those that are"
          + " gone through.",
      "{hint}"),
  UNKNOWN_ROLE(
      "R2545",
      "A fact is reported as a requirement or as an allowance, not as `{word}`.",
      "`as requirement` says that more of it is tighter, `as allowance` that less of it is."),
  ROLE_OF_NO_NUMBER(
      "R2546",
      "`{name}` is no number, so more of it is neither tighter nor looser.",
      "Report it without `as {role}`; what a row comes out as is compared anyway."),
  UNCLEAR_ROW("R2543", "`{name}` is given as several rows.", "Say which, as in `{example}`.");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  FormulaProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  FormulaProblem(String code, Severity severity, String message, String hint) {
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
