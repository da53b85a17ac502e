package org.loadline.bound;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with modules and with names where they are declared. */
enum NameProblem implements DiagnosticCode {
  // Modules and their files.
  MISSING_POLICY(
      "R2001",
      "There is no file `{file}`.",
      "Check the path; a policy is a file that ends in `.risk`."),
  UNREADABLE_FILE(
      "R2002",
      "`{file}` cannot be read: {reason}.",
      "Check that it is a file and that you may read it."),
  FILE_TOO_LARGE(
      "R2003",
      "`{file}` has more than {limit} megabytes.",
      "Divide it into libraries; rows of data belong in the snapshot."),
  NOT_UTF8(
      "R2004",
      "Line {line} of `{file}` is not UTF-8 text.",
      "Save the file with the encoding UTF-8."),
  MISSING_MODULE("R2005", "There is no module `{module}`.", "It would be the file `{file}`."),
  OUTSIDE_FOLDER(
      "R2006",
      "`{file}` lies outside the folder of the policy.",
      "A link may not lead out of the folder; copy the library into it."),
  IMPORTED_POLICY(
      "R2007",
      "`{module}` is a policy, and only a library can be imported.",
      "Move what both need to a library: a file that begins with `library`."),
  IMPORT_CYCLE(
      "R2008",
      "These libraries import one another: {cycle}.",
      "Move what they share to a library that imports none of them."),
  IMPORTED_TWICE(
      "R2009", Severity.WARNING, "`{module}` is imported twice.", "Take one of the two lines out."),
  OTHER_MODULE_NAME(
      "R2010",
      "The file of `{module}` calls itself `{found}`.",
      "Begin it with `library {module}`."),
  NO_FOLDER(
      "R2011",
      "`{module}` cannot be found: this policy was not read from a file.",
      "Only the standard library, `import std.x`, can be imported here."),

  // Names that are given twice.
  DEFINED_TWICE("R2020", "`{name}` is defined twice.", "Rename one of the two."),
  TWO_MODULES(
      "R2021",
      "`{name}` is defined in two files that are read together.",
      "Rename one, or import only one of the two."),
  MEMBER_TWICE("R2022", "`{entity}` has two things called `{name}`.", "Rename one of the two."),
  PLURAL_CLASH(
      "R2023",
      "The rows of `{entity}` would be called `{plural}`, which means something else in "
          + "`{owner}`.",
      "Add `listed as` and another name."),
  PLURAL_NEEDED(
      "R2024",
      "`{entity}` refers to `{target}` twice, so both need a name for the way back.",
      "Add `listed as` and a name, as in `of account as payer listed as payments`."),
  CHOICE_MEMBER_TWICE("R2025", "`{name}` stands twice in `{choice}`.", "Take one of the two out."),
  RESERVED_NAME(
      "R2026",
      "`{name}` already means something everywhere in the language.",
      "Choose another name, such as `{name}_`."),
  COLUMN_NAME(
      "R2027",
      "`{name}` is no name, so this column cannot be read.",
      "Use letters, digits and `_`, as in `{wanted}`."),

  // Names that are not known.
  NO_SUCH_ENTITY("R2030", "There is no entity `{name}`.", "Declare it: `entity {name} { … }`."),
  NO_SUCH_TYPE(
      "R2031",
      "`{name}` is no type, unit, choice or entity.",
      "Declare it, for instance `unit {name}`."),
  NO_SUCH_UNIT("R2032", "There is no unit `{name}`.", "Declare it: `unit {name}`."),
  NO_SUCH_REFERENCE("R2033", "`{entity}` has no reference `{name}`.", "Declare one: `of {name}`."),
  NO_SUCH_CONSTANT(
      "R2034", "`{name}` is not known here.", "Write a number, or the name of a fact that is one."),
  NO_SUCH_MEMBER("R2035", "`{choice}` has no member `{name}`.", "Its members are {members}."),
  NO_SUCH_TABLE(
      "R2036", "There is no table `{name}`.", "Limits on columns are for tables of this policy."),
  NO_SUCH_COLUMN("R2037", "`{table}` has no column `{name}`.", "Its columns are {columns}."),
  NO_SUCH_PARAM(
      "R2038",
      "There is no param `{name}`.",
      "Write the name of the param that changes with this one."),
  NO_SUCH_ROWS(
      "R2039",
      "{owner} has no rows called `{name}`.",
      "Write the plural of an entity: its name with `s`, or what `listed as` says."),
  NO_SUCH_FIELD("R2040", "`{entity}` has no input `{name}`.", "Its inputs are {fields}."),
  NO_SUCH_CHOICE("R2041", "There is no choice `{name}`.", "Declare it: `choice {name} { … }`."),
  UNCLEAR_TYPE("R2042", "`{name}` could be {first} or {second}.", "Rename one of the two."),
  UNCLEAR_MEMBER(
      "R2043", "`{name}` is a member of {choices}.", "Say which: write the type after a colon."),
  FOREIGN_ENTITY(
      "R2044",
      "A library cannot add facts to `{entity}`, which the policy declares.",
      "Declare the entity in the library, or write a function.");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  NameProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  NameProblem(String code, Severity severity, String message, String hint) {
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

  /** Whether the declaration that is missed could stand in a text that was not read. */
  boolean isUnknown() {
    return name().startsWith("NO_SUCH_");
  }
}
