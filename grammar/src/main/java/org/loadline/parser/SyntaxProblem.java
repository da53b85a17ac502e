package org.loadline.parser;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with a text before anyone asks what it means. */
enum SyntaxProblem implements DiagnosticCode {
  // Values that are carried on.
  CARRIED_WITHOUT_NAMES(
      "R1140",
      "Several values are carried on, and one formula stands here.",
      "Name them in braces: `{ a = …, b = … }`."),
  CARRIED_TWICE("R1141", "`{name}` is said twice.", "Keep one of the two."),
  NOT_CARRIED_ON(
      "R1142",
      "Nothing becomes of `{name}`.",
      "Add `{name} = …` to the braces, or carry it no further."),

  // Published cases.
  PRESENT_OR_ABSENT(
      "R1150",
      "What stands in a document is `present` or `absent`, not `{word}`.",
      "Write `is present`, `is absent`, or compare it with `=`."),
  NOT_A_PLACE(
      "R1151", "Elements are counted from 1, in whole numbers.", "Write `[1]` for the first."),

  // How values are shown.
  ONLY_CUT(
      "R1180",
      "`{word}` is nothing that is done to places.",
      "Write `cut to 4 places`: what stands after them is left out."),
  ONLY_BIT(
      "R1181",
      "`{word}` does not say what of a row a mask names.",
      "Write `each asset.symbol by bit id`: the rows whose `id` is the place of a set bit."),
  TOO_MANY_SHOWN(
      "R1182", "Not so many places are shown.", "Write a whole number of places from 0 to {most}."),

  // Whole files.
  EMPTY_FILE(
      "R1001",
      "This file says nothing.",
      "A policy begins with `policy` and a name, a library with `library` and its dotted name."),
  NO_HEADER(
      "R1002",
      "The first line of a file says what it is.",
      "Begin with `policy` and a name, or with `library` and a dotted name."),
  LATE_HEADER(
      "R1003",
      "A file has one header, and it is the first line.",
      "Move this to another file, or take it out."),
  TOO_LONG("R1004", "This file has more than {limit} characters.", "Divide it into libraries."),
  TOO_DEEP(
      "R1005",
      "Brackets stand in one another more than {limit} deep here.",
      "Give the inner part a name of its own."),
  TOO_MANY_LINKS(
      "R1006",
      "This formula has more than {limit} parts in one piece.",
      "Give some of its parts names of their own."),
  NO_FORMULA("R1007", "There is no formula here.", "Write one, such as `account.equity`."),

  // What the grammar wanted.
  EXPECTED("R1010", "{expected} belongs here, not {found}.", ""),
  CANNOT_FOLLOW(
      "R1011",
      "{found} cannot follow {before}.",
      "Put an operator between them, or begin a new line for something new."),
  GROUPED(
      "R1012",
      "Rows are not grouped where they are added up.",
      "Declare `group strip of account from options by expiry`, and aggregate over its rows."),
  NO_SUCH_LINE(
      "R1013",
      "No declaration begins with `{word}`.",
      "A fact is written `name = expression`; other lines begin with a word such as `entity`."),
  IF_THEN_ELSE(
      "R1014",
      "A choice between values is not written with `{word}`.",
      "Write `a when condition | b otherwise`, in brackets inside a larger formula."),
  RESERVED(
      "R1015",
      "`{word}` is a word of the language and cannot be a name.",
      "Choose another name, such as `{word}_`."),

  // Brackets and lines.
  UNCLOSED("R1020", "This `{bracket}` is never closed.", "Add `{closing}` where it ends."),
  CLOSES_NOTHING("R1021", "This `{bracket}` closes nothing.", "Take it out."),
  TAB(
      "R1022",
      "A line is indented with spaces, not with tabs.",
      "Replace each tab by four spaces; the depth of a line decides what it continues."),
  DOC_WITHOUT_SUBJECT(
      "R1023",
      Severity.WARNING,
      "Nothing follows this documentation.",
      "Put `///` on the lines above what it describes; a remark for readers begins with `//`."),

  // Spellings.
  STRAY_SIGN("R1030", "`{text}` is no sign of the language.", "Take it out, or quote it as text."),
  OTHER_SIGN("R1031", "`{text}` is no sign of the language.", "Write {instead}."),
  POWER_SIGN("R1032", "`{text}` is no operator.", "A power is written `power(x, 2)`."),
  PERCENT_SPACE("R1033", "The `%` of a percentage touches its number.", "Write `{number}%`."),
  REMAINDER_SIGN("R1034", "`%` is no operator.", "Write `remainder(a, b)`."),
  DIGIT_NAME(
      "R1035",
      "A name cannot begin with a digit, as `{text}` does.",
      "Quote it if it is text, `\"{text}\"`; between a number and its unit leave a space."),
  EXPONENT(
      "R1036",
      "A number is written in full, without an exponent.",
      "Group its digits with `_`, as in `1_000_000`; an input in raw integers says `in steps of`."),
  FOREIGN_NAME(
      "R1037",
      "Names use the letters a to z, digits and `_`.",
      "Spell `{text}` with these, or quote it if it is text."),
  UNCLOSED_TEXT("R1038", "This text is not closed on its line.", "Add `\"` at its end."),
  WRONG_QUOTES("R1039", "Text stands in straight double quotes.", "Write `\"{inner}\"`."),
  COMMENT_SIGN("R1040", "A comment begins with `//`.", "Write `//` on each of its lines."),
  BAD_ESCAPE(
      "R1041",
      "`{text}` means nothing inside a text.",
      "Known are `\\\"`, `\\\\`, `\\n` and `\\u{20AC}` with a character's number."),
  BAD_DATE(
      "R1042",
      "There is no such day or time as `{text}`.",
      "A date is `2026-11-20`, an instant `2026-11-20T08:00Z`, always in UTC."),
  NUMBER_TOO_LONG(
      "R1043", "This number has more than {limit} digits.", "No quantity needs as many."),
  HALF_NUMBER("R1044", "A decimal has digits on both sides of its point.", "Write `{instead}`."),

  // Formulas.
  BARE_EQUALS(
      "R1050",
      "A comparison with `=` stands in brackets in a definition.",
      "Write `{name} = ({formula})`, or begin a new line if this is another definition."),
  COMPARISON_CHAIN(
      "R1051",
      "Comparisons do not follow one another.",
      "Join two comparisons with `and`, or write `a in 1 .. 3`, which includes both ends."),
  NO_GUARD(
      "R1052",
      "This value does not say when it holds.",
      "Add `when` and a condition; after the last value add `otherwise`."),
  AFTER_OTHERWISE(
      "R1053", "Nothing can follow `otherwise`.", "Put this case before it, or take it out."),
  LONELY_OTHERWISE(
      "R1054",
      "`otherwise` needs a case before it.",
      "Take it out, or put `a when condition |` before."),
  ROUNDING_FORM(
      "R1055",
      "`{word}` takes one value, and the step it is brought to.",
      "Write `{word}(x to 0.01 USD)`, `{word}(x to 6 places)` or, for whole numbers, `{word}(x)`."),
  NO_TIE(
      "R1056",
      "`round` says where a value half-way between two steps goes.",
      "Write `round(x to 6 places, half even)` or `round(x to 6 places, half up)`."),
  TIE_NOT_WANTED(
      "R1057", "Only `round` says how ties go.", "Take `half {tie}` out, or write `round`."),
  STEP_NOT_WANTED(
      "R1058",
      "Only a rounding word is followed by `to` and a step.",
      "Write `floor(x to step)`, `ceil`, `truncate`, `away` or `round`."),
  TWO_FILTERS(
      "R1059", "An aggregate has one `where`.", "After `for x in xs` the `where` comes last."),
  FACTOR("R1060", "A type holds no number but `1`.", "Write units, as in `USD/base` or `1/year`."),
  OR_WHAT(
      "R1061",
      "An input or an argument can be `or none` or `or unlimited`.",
      "Write one of the two."),
  MAXIMUM(
      "R1062",
      "The only line of this form is `maximum is unlimited`.",
      "Write `maximum is unlimited`, or `name : type` for an input."),
  ASSUMPTION_IN_FUNCTION(
      "R1063",
      "A function assumes nothing about data.",
      "Say what its arguments must satisfy with `needs` after a fact."),
  STATE_IN_FUNCTION(
      "R1160",
      "A function keeps no state.",
      "Put the state into `for each`, or outside any entity, and give its value to the function."),

  SERIES_NOT_HERE(
      "R1161",
      "A series is an input, and nothing else can be one.",
      "Declare it in an entity or in `system`: `marks : series of USD/base`."),
  // Governance.
  NEVER_TO_WHAT(
      "R1170",
      "The only line of this form is `never to zero`.",
      "Write `never to zero`, or bounds: `within 1% .. 5%`."),

  // Suppositions.
  GIVEN_IN_A_LIST(
      "R1120",
      "In a list with commas `given` stands in brackets, since it has a list of its own.",
      "Write `({formula})`."),

  // Tables.
  NO_ROWS("R1070", "A table begins with a row that names its columns.", "Add `| name | name |`."),
  UNCLOSED_ROW("R1071", "A row ends with `|`.", "Add `|` at the end of the line."),
  AFTER_ROW(
      "R1072", "Nothing can stand after the last `|` of a row.", "A remark begins with `//`."),
  EMPTY_CELL("R1073", "A cell is never empty.", "Write `none` if there is no value."),
  NO_CELL(
      "R1075",
      "This cell is no value, no bound and no plain words.",
      "Put other text in double quotes, as in `\"BTC-PERP\"`."),
  TYPE_IN_ROW("R1074", "Types stand in the first row of a table.", "Quote the cell if it is text."),

  // Waterfalls.
  SAID_TWICE("R1100", "`{word}` is said once, and has been said above.", "Keep one of the two."),
  CLAUSE_OF_SHARE(
      "R1101",
      "Only a `share`, which has many rows at one end, says this.",
      "Take it out; an entry with one amount has `at most` and `in steps of`."),
  SHARE_HOW(
      "R1102",
      "A share with caps says in one word what becomes of what they keep out.",
      "Write `refilled` if the others take it, up to their caps, or `once` if it is left."),
  NO_SUCH_ENTRY(
      "R1103",
      "No entry begins with `{word}`.",
      "Write `move`, `cancel`, `raise`, `share`, `create`, `set`, `refuse`, `for each`, or an"
          + " action and its arguments in brackets.");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  SyntaxProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  SyntaxProblem(String code, Severity severity, String message, String hint) {
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
