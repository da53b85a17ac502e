package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** Orders, what is carried from row to row, and the keys of groups. */
enum OrderProblem implements DiagnosticCode {
  NO_ORDER(
      "R3600",
      "`earlier` are the rows before this one, and no order is said here.",
      "Say it where the block begins: `for each {entity} ranked by …`."),
  ONE_COLLECTION(
      "R3602",
      "`{word}` takes one collection.",
      "Write `{word}(positions ranked by profit descending)`."),
  PLACE_FORM(
      "R3603",
      "`place` takes a row and the rows that it stands among.",
      "Write `place(position, account.positions ranked by profit descending)`."),
  OTHER_ELEMENTS(
      "R3604", "`{element}` is {given}, and each of `{rows}` is {wanted}.", "Name one of these."),
  EARLIER_NEEDS_TYPE(
      "R3605",
      "`{name}` reads itself of earlier rows, and its type is not said: {path}.",
      "Write it: `{name} : USD = …`, or whatever it is."),
  EARLIER_OTHERWISE(
      "R3606",
      "`{name}` depends on itself over other rows than the earlier ones of its order: {path}.",
      "Read it of this row or of `earlier` only, from facts of the same block."),
  EARLIER_TYPE(
      "R3607",
      "`{name}` is read of earlier rows as {declared}, and it is {given}.",
      "Round what it is made of, or answer what may be missing with `else`."),
  RANKED_VALUES(
      "R3616",
      "`{name}` are values of rows; what is put in order are the rows.",
      "Put them in order first, and then take it: `({rows} ranked by …).{part}`."),
  NOT_CARRIED(
      "R3610",
      "`{name}` is {given}, which cannot be carried on.",
      "Numbers, flags, dates, instants and members of a choice can."),
  CARRIED_FRACTION(
      "R3611",
      "`{name}` is carried on, and `{formula}` is a fraction whose digits would grow without end.",
      "Round it: `floor(… to 18 places)`, or to the step that you mean."),
  CARRIED_GROWS(
      "R3612",
      "`{name}` is carried on, and `{formula}` adds decimal places at each turn.",
      "Round it: `round(… to 18 places, half even)`. Sums, choices and whole multiples need not"
          + " be."),
  CARRIED_DIFFERS(
      "R3613",
      "`{name}` starts from {start} and becomes {next}.",
      "Both are of one kind and unit."),
  GROUP_GIVEN(
      "R3620",
      "`{name}` is a group: its rows are made of others.",
      "Give the rows that it is made of."),
  MADE_GIVEN(
      "R3621",
      "`{name}` is the group of the row, which is found by its keys.",
      "Give the keys, and leave it out."),
  GROUP_KEY_CHANGES(
      "R3622",
      "`{name}` is a key of the group `{group}` and depends on {what}, which may differ from run to"
          + " run.",
      "Make groups of inputs: rows are put in groups when they are loaded."),
  GROUP_KEY_FRACTION(
      "R3623",
      "`{name}` is a key of the group `{group}`, and is a fraction.",
      "Round it: a key is a decimal."),
  GROUP_OF_ITSELF(
      "R3624",
      "`{name}` decides about the group `{group}` and reads `{read}`, which is known only after.",
      "Make the keys of what is there before the group."),
  GROUP_SUPPOSED(
      "R3625",
      "`{name}` decides which group rows are in, and in a supposed world groups stay as they are.",
      "Suppose other values for inputs that no group is made by."),
  TIMES_UNKNOWN(
      "R3614",
      "How often this is repeated is not known from the text, params and system inputs.",
      "Write a number that is enough for every row; `while` ends it earlier."),
  TIMES_NOT_WHOLE(
      "R3615", "`{text}` is no number of times.", "Write a whole number from 0 to {most}.");

  private final String code;
  private final String message;
  private final String hint;

  OrderProblem(String code, String message, String hint) {
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
