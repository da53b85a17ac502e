package org.loadline.bound;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with the types, units and values of a declaration. */
enum DeclarationProblem implements DiagnosticCode {
  // Types and units.
  WORD_IN_TYPE(
      "R3001",
      "`{name}` is a length of time and no type.",
      "Write `duration`; it is counted in seconds."),
  NOT_A_UNIT(
      "R3002",
      "`{name}` cannot be a part of a unit.",
      "Units, `number` and `duration` can be multiplied and divided."),
  UNIT_WITHOUT_OWNER(
      "R3003",
      "`{unit}` is one unit, not one for each row.",
      "Leave `of` out, or declare `unit {unit} of` an entity."),
  UNIT_OF_A_ROW(
      "R3004",
      "`{unit}` is a different unit for each `{owner}`, and no row stands here.",
      "Make it an input of an entity, or use a unit that belongs to no row."),
  NO_ROW(
      "R3005",
      "`{unit}` belongs to `{owner}`, and `{entity}` refers to none.",
      "Add `of {owner}`, or write the path: `{unit} of` and a reference that leads there."),
  UNCLEAR_ROW(
      "R3006",
      "`{unit}` belongs to `{owner}`, and `{entity}` refers to several.",
      "Write {choices}."),
  OTHER_OWNER(
      "R3007",
      "`{unit}` belongs to `{owner}`, but `{path}` leads to `{entity}`.",
      "Write a path that leads to `{owner}`."),
  ROW_NOT_HERE(
      "R3008",
      "`{name}` cannot be a row: it belongs to the whole, or to a column family.",
      "Put the reference into an entity: `of` and the name of the other entity."),

  // Entities and their inputs.
  NOT_IN_SYSTEM(
      "R3010",
      "`system` holds inputs of no row, and nothing else.",
      "Write `name : type`; keys and references stand in an `entity`."),
  TWO_KEYS(
      "R3011",
      "`{entity}` has two keys.",
      "Keep one; the other can be an input. Without a key, rows are known by all their "
          + "references."),
  KEY_TYPE(
      "R3012",
      "A key cannot be {kind}.",
      "A key is a text, a number, a date, an instant or a member of a choice."),
  LISTED_AS_NOT_WANTED(
      "R3013", "`{name}` leads to no row, so nothing is listed.", "Take `listed as` out."),
  UNLIMITED_NOT_WANTED(
      "R3014",
      "Only a quantity can be `unlimited`, and this is {kind}.",
      "Take `or unlimited` out, or write `or none`."),
  REFERENCE_AS_NUMBER(
      "R3015",
      "`{name}` is a row of `{entity}`, so it has no step and no bounds.",
      "Take them out."),
  CIRCLE_OF_PARENTS(
      "R3016",
      "These entities belong to one another: {cycle}.",
      "Write one of the references as an input, `name : entity`."),
  CIRCLE_OF_IDENTITIES(
      "R3017",
      "Without a key these rows are known by one another: {cycle}.",
      "Give one of these entities a key."),

  // Steps.
  STEP_NOT_WANTED("R3020", "`{name}` is {kind}, which has no steps.", "Take `in steps of` out."),
  BAD_STEP(
      "R3021",
      "`{text}` is no step: a step is a decimal above zero.",
      "Write the smallest amount, such as `0.01`, or `18 places`."),
  BAD_PLACES("R3022", "`{text}` is no number of places.", "Write a whole number from 0 to {most}."),
  STEP_PATH(
      "R3023",
      "`{name}` leads to no row that is always there.",
      "A step is a field of this row, or of one that it refers to without `or none`."),
  STEP_HOLDER(
      "R3024",
      "`{name}` cannot say the step of another input.",
      "A step is an input that is a number, is always there and has no step that differs "
          + "by row."),
  STEP_UNIT(
      "R3025",
      "The step is {found}, and the input is {wanted}.",
      "A step has the unit of the input; `{name} places` would be a number of decimal "
          + "places."),

  // Constants: defaults, bounds, steps, cells.
  NOT_CONSTANT(
      "R3030",
      "`{text}` is not known from the text alone.",
      "Write numbers, units, `+ - * /`, `power`, or a fact of the whole that is made of "
          + "these."),
  KNOWN_LATER(
      "R3031",
      "`{name}` is {kind}, known only in a run.",
      "Write the value, or name it as a fact of the whole: `{name}_ = …`."),
  OTHER_TYPE(
      "R3032", "`{text}` is {found}, and {wanted} is wanted here.", "Write a value of that kind."),
  UNITS_DIFFER("R3033", "These do not add: {left} and {right}.", "Bring both to one unit first."),
  NO_ARITHMETIC(
      "R3034", "`{text}` is {kind}, which takes no arithmetic here.", "Write the value itself."),
  DIVISION_BY_ZERO("R3035", "This divides by zero.", "Write another divisor."),
  LESS_OF_A_UNIT(
      "R3036",
      "What stands after `less` is a share, and `{text}` has a unit.",
      "Write `a - b` for two amounts of one unit, `a less 15%` for a share."),
  TOO_MANY_PLACES(
      "R3037", "This number has more than {limit} digits.", "No quantity needs as many."),
  ENDLESS(
      "R3038",
      "The digits of `{text}` never end, and a constant is a decimal.",
      "Write a decimal, or keep both numbers and divide in the formula."),
  NOT_A_COUNT(
      "R3039",
      "`{text}` is no count.",
      "A count is a whole number from zero; write `number` for others."),

  EXPONENT(
      "R3049",
      "The exponent in a constant is a whole number from 0 to {most}.",
      "Write the value, or work it out in a fact."),

  // Bounds and what governance may do.
  BOUNDS_NOT_WANTED(
      "R3040",
      "Only numbers, dates and instants have bounds, and this is {kind}.",
      "Take `within` out."),
  EMPTY_BOUNDS(
      "R3041", "Nothing lies between `{least}` and `{most}`.", "Write the lesser bound first."),
  OUTSIDE_BOUNDS(
      "R3042",
      "`{text}` is not within `{bounds}`.",
      "Change the value or the bounds; both ends belong to them."),
  LIMIT_TWICE("R3043", "This limit is said twice.", "Keep one of the two."),
  CHANGE_NOT_WANTED(
      "R3044", "This is {kind}, which does not change by an amount.", "Take `changing by` out."),
  UNCLEAR_CHANGE(
      "R3045",
      "`{text}` could be points or a share of the value.",
      "Write `{points} points`, or `{text} of its value`."),
  NOT_POSITIVE("R3046", "`{text}` is not above zero.", "Write an amount or a period above zero."),
  PARAM_TYPE(
      "R3047",
      "The default of `{name}` does not say its type.",
      "Write it: `param {name} : USD = …`."),
  PARAM_ROW("R3048", "A param is no row.", "Use the row's key, or make it an input.");

  private final String code;
  private final String message;
  private final String hint;

  DeclarationProblem(String code, String message, String hint) {
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
