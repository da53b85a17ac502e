package org.loadline.bound;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with a table. */
enum TableProblem implements DiagnosticCode {
  // Rows, columns and cells.
  CELL_COUNT(
      "R4001",
      "This row has {found}, and the first row of the table has {wanted}.",
      "Give each row one cell a column; write `none` where there is no value."),
  NO_KEY_COLUMN(
      "R4002",
      "`{table}` is looked up by `{name}`, which is none of its columns.",
      "Its columns are {columns}."),
  MIXED_COLUMN(
      "R4003",
      "`{column}` holds {first} and {second}.",
      "A column holds values of one kind and one unit."),
  BOUND_OUTSIDE_KEY(
      "R4004",
      "`{text}` stands for many values, and `{column}` is no key.",
      "Write a value, or look the table up `by {column}`."),
  BOUND_WITHOUT_ORDER(
      "R4005",
      "`{column}` is {kind}, which has no order.",
      "Write the values themselves, and `otherwise` for all others."),
  KEY_WITHOUT_VALUE(
      "R4006",
      "`{text}` cannot be looked up.",
      "Write `otherwise` for whatever no row above takes."),
  OTHER_SIDE(
      "R4007",
      "`-` stands only in a symmetric grid, for the pair on the other side.",
      "Write the value, or `none`."),
  EMPTY_COLUMN(
      "R4008",
      "No cell says what `{column}` holds.",
      "Write its type in the first row, as in `{column}: text` or `{column}: USD`."),
  ROW_COLUMN(
      "R4009",
      "A written table cannot hold rows of `{entity}`.",
      "Hold their keys: write `text` or the type of the key instead."),
  TWO_TYPES(
      "R4010",
      "`{column}` is {first} after `by` and {second} in the first row.",
      "Write its type once."),
  NO_ROWS("R4011", "`{table}` has no rows.", "Write a row a line below the names of the columns."),
  EMPTY_RANGE("R4012", "Nothing lies in `{text}`.", "Write the lesser bound first."),

  // What rows take, over all keys together.
  ORDER(
      "R4020",
      "This {what} never applies: the one on line {line} takes all of it.",
      "Put them in order of their bounds, the least first."),
  UNREACHABLE(
      "R4021",
      "This {what} never applies: those before it take all of it.",
      "Move it forward, or take it out."),
  SAME_KEY("R4022", "The {what} for {key} stands twice.", "Take one of the two out."),
  OVERLAP(
      "R4023",
      "This {what} and the one on line {line} both take {keys}.",
      "Let one begin where the other ends, as in `from 100 below 200`."),
  MISSING_ROW("R4024", "No row of `{table}` takes {keys}.", "Add {rows}."),
  MISSING_COLUMN("R4025", "No column of `{table}` takes {keys}.", "Add a column headed {rows}."),
  TOO_LARGE(
      "R4026",
      Severity.WARNING,
      "`{table}` is too large to be checked for gaps.",
      "Divide it, or give it fewer keys."),

  // Marginal and linear tables, clamp, grids.
  TWO_FORMS("R4030", "A table is `marginal` or `linear`, not both.", "Take one of the two out."),
  MARGINAL_KEY(
      "R4031",
      "A marginal table adds up slices of one key.",
      "Look it up by one column of bounds."),
  MARGINAL_CELL(
      "R4032",
      "`{text}` is no slice.",
      "Write `below x`, `up to x` or `otherwise`; slices begin at zero."),
  NO_NUMBERS(
      "R4033",
      "`{table}` has no column of numbers to work with.",
      "Add one; texts and members of choices are not worked with."),
  NOT_A_NUMBER(
      "R4034",
      "`{column}` can be {kind}, and a {form} table works with numbers.",
      "Write a number in every row."),
  LINEAR_KEYS(
      "R4035",
      "A linear table has one key; a linear grid has two.",
      "Write it as a `grid` to go along two keys."),
  LINEAR_POINT(
      "R4036",
      "`{text}` is no point of a line.",
      "Write the value at which the row holds exactly; `clamp` says that the ends go on."),
  LINEAR_ORDER(
      "R4037",
      "The points of a linear table go up, and `{text}` does not.",
      "Put the rows in order, the least first."),
  LINEAR_FEW("R4038", "A line needs two points.", "Add a second one."),
  CLAMP_WITHOUT_BOUNDS(
      "R4039",
      "`clamp` is about the first and the last bound, and `{table}` has none.",
      "Take `clamp` out; `otherwise` takes whatever no row takes."),
  GRID_KEYS(
      "R4040",
      "A grid is looked up by two keys.",
      "Write `by` and two names: first what goes down, then what goes across."),
  SYMMETRIC_KEYS(
      "R4041",
      "A symmetric table has two keys of one type.",
      "Take `symmetric` out, or give both keys one type."),
  SYMMETRIC_AXES(
      "R4042",
      "The rows and columns of a symmetric grid are the same, in the same order.",
      "Put both in one order: `{text}` stands where the other side has another."),
  SYMMETRIC_EMPTY(
      "R4043",
      "Neither side of the diagonal holds this pair.",
      "Write the value on one of the sides."),
  SYMMETRIC_DIFFERS(
      "R4044",
      "This pair has another value on the other side of the diagonal.",
      "Write `-` on one of the sides."),

  // Tables from the snapshot.
  KEY_FIELD(
      "R4050",
      "`{name}` cannot be looked up: {reason}.",
      "Look the table up by an input that is a single value and always there."),
  SNAPSHOT_FORM(
      "R4051",
      "A {form} table goes along numbers, dates or instants, and `{name}` is {kind}.",
      "Look it up by a column of bounds."),

  // Limits of columns.
  CELL_OUTSIDE(
      "R4060",
      "This cell of `{column}` is not within `{bounds}`.",
      "Change the cell or the bounds; both ends belong to them.");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  TableProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  TableProblem(String code, Severity severity, String message, String hint) {
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
