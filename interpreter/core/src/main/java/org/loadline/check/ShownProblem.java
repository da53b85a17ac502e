package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with how values are shown, and with how parameters are read. */
enum ShownProblem implements DiagnosticCode {
  UNKNOWN_FORM(
      "R3940", "Nothing says what is shown as `{name}`.", "Add a line `shown {name} as …`."),
  FORM_TWICE("R3941", "What is shown as `{name}` is said twice.", "Keep one of the two."),
  ONLY_READ(
      "R3942", "Parameters are read, and nothing else is done with them.", "Move this to `cases`."),
  READS_NOTHING("R3943", "Nothing is read here.", "Add a line with `given`."),
  NO_IDENTITY(
      "R3944",
      "Rows of `{entity}` cannot be found again in another snapshot.",
      "Give {fields}: rows are the same if what tells them apart is."),
  SHOWN_IN_CASES(
      "R3945",
      "What a case gives is not shown.",
      "Leave `shown {name}` out, or put it after what is expected."),
  UNKNOWN_PIECE(
      "R3946",
      "`{name}` is neither how a value is written nor a field of {row}.",
      "Write number, grouped, percent, raw, or a field that is given here."),
  NOT_A_NUMBER(
      "R3947", "`{name}` writes a number, and this is no number.", "Write `raw`: it stands as is."),
  WORD_WITH_PLACES(
      "R3948",
      "`{name}` is no number, so it has no places.",
      "Leave out what stands after it, or write number, grouped or percent."),
  NO_BITS(
      "R3949",
      "`{name}` is no {wanted} that is given here.",
      "Name an entity with a text and a number, as in `each asset.symbol by bit id`."),
  NOT_BY_CHOICE(
      "R3950", "`{name}` is no member of a choice.", "Write `shown {name}` if it is a form."),
  MEMBER_WITHOUT_FORM(
      "R3951",
      "Nothing says how a `{member}` is shown.",
      "Add a line `shown {member} as …`: `{name}` may be any member of `{choice}`."),
  UNUSED_FORM("R3952", Severity.WARNING, "Nothing is shown as `{name}`.", "Take the line out.");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  ShownProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  ShownProblem(String code, Severity severity, String message, String hint) {
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
