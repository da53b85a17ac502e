package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** Types and units that do not go together. */
enum TypeProblem implements DiagnosticCode {
  MISMATCH("R3100", "{left} and {right} do not go together here.", "Both sides need one type."),
  EXPECTED("R3101", "Expected {expected}, but this is {given}.", "Change the formula or the type."),
  NOT_A_NUMBER(
      "R3102", "`{sign}` works on numbers, but this is {given}.", "Write a number or an amount."),
  NOT_A_CONDITION(
      "R3103", "Expected a condition, but this is {given}.", "Compare it with something."),
  NOT_ORDERED("R3104", "{given} has no order, so `{sign}` means nothing.", "Compare with `is`."),
  USE_IS("R3105", "`=` compares numbers; this is {given}.", "Write `{left} is {right}`."),
  USE_EQUALS(
      "R3106",
      "`is` compares choices, rows and words; these are numbers.",
      "Write `{left} = {right}`."),
  RATIO_NEEDED(
      "R3107",
      "`less` takes away a share, but this is {given}.",
      "Write a percentage or a plain number."),
  PERCENT_OF(
      "R3108",
      "`{left}` is {unit}, and {percent} is a share: they do not {verb}.",
      "Write `{less}` or `{times}`."),
  UNKNOWN_UNIT("R3111", "There is no unit `{name}`.", "Declare it with `unit {name}`."),
  PLAIN_NUMBER_NEEDED(
      "R3112",
      "`{name}` needs a plain number, but this is {given}.",
      "Divide by a unit, or drop it with `as number`."),
  AS_NUMBER_ONLY(
      "R3113", "`as` turns an amount into a number and nothing else.", "Write `as number`."),
  NO_UNIT_TO_DROP(
      "R3114",
      "This is {given}; `as number` drops the unit of an amount.",
      "Leave `as number` out."),
  MEMBER_OF("R3115", "`{name}` is not a member of `{choice}`.", "Its members are: {members}."),
  SET_OF_MEMBERS(
      "R3116",
      "`in {…}` tests members of a choice; this is {given}.",
      "Write `is` or a range `a .. b`."),
  DATE_AND_DURATION(
      "R3117",
      "A date takes a written number of whole days.",
      "Write `{left} + 7 days`, or use an instant."),
  ROW_NEEDED(
      "R3118",
      "Expected a row of {expected}, but this is {given}.",
      "Write a path that leads to a row of {expected}."),
  TOO_MANY_PLACES(
      "R3119",
      "This can have {places} decimal places, and a number has at most 512.",
      "Round a part of it first, as in `floor(… to 18 places)`."),
  UNLIMITED_ARGUMENT(
      "R3120",
      "Only a quantity can be `unlimited`, and `{name}` is {kind}.",
      "Take `or unlimited` out, or write `or none`."),
  UNITS_DIFFER("R3200", "{left} and {right} do not {verb}.", "Convert one of them first."),
  ROWS_DIFFER(
      "R3201",
      "`{left}` is in {leftUnit}, `{right}` in {rightUnit}: amounts of two rows do not {verb}.",
      "Multiply each by its own price, or aggregate over the row that they share."),
  LEAVES_ITS_ROWS(
      "R3202",
      "`{name}` would {verb} amounts in {unit}, one for each row.",
      "Multiply by a price of the same row first, so that the unit is the same for all."),
  SQUARE_NEEDED(
      "R3203",
      "The square root of {unit} has no unit.",
      "The unit must be a square; or drop it with `as number`."),
  STEP_NEEDED("R3204", "Rounding {given} needs its step.", "Write `{word}(… to {example})`."),
  STEP_UNIT(
      "R3205",
      "The step is {step}, but what is rounded is {given}.",
      "Give the step in the same unit."),
  STEP_FRACTION("R3206", "A step must be a decimal, but this is a fraction.", "Round it first."),
  STEP_NOT_POSITIVE(
      "R3207", "A step must be above zero.", "Write the smallest amount, such as `0.01`."),
  PLACES_WHOLE("R3208", "Places are a whole number from -64 to 512.", "Write `to 6 places`."),
  SQRT_UNROUNDED(
      "R3209", "`sqrt` stands directly under a rounding word.", "Write `floor(sqrt(…) to …)`."),
  SUM_OF_FRACTIONS(
      "R3210",
      "This {name} would add fractions whose denominators differ from row to row.",
      "{offer}"),
  DECIMAL_NEEDED("R3211", "A fraction cannot be {what}.", "Round it first, as in `floor(… to …)`."),
  EXPONENT("R3212", "A whole exponent is at most 64.", "Write it as a product of smaller powers."),
  UNIT_NEEDS_ROW(
      "R3213",
      "`{unit}` is a unit of one {entity}, and none is meant here.",
      "Say whose, as in `{unit} of {entity}`, in a place that has a {entity}."),
  SEVERAL_OWNERS(
      "R3214", "`{unit}` could belong to {paths}.", "Say whose, as in `{unit} of {first}`."),
  POWER_OF_UNIT(
      "R3215",
      "An amount in {unit} can only be raised to a written whole number.",
      "Drop the unit with `as number`.");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  TypeProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  TypeProblem(String code, Severity severity, String message, String hint) {
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
