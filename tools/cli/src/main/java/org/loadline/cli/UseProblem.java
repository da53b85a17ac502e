package org.loadline.cli;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with how the command line is used. */
enum UseProblem implements DiagnosticCode {
  NO_SUCH_PATH("R7001", "There is nothing at `{path}`.", "Name a file or a folder that is there."),
  NO_POLICY(
      "R7002",
      "The folder `{path}` holds no `policy.risk`.",
      "Name a policy, or a folder that holds one."),
  NO_FILES("R7003", "There is no `.risk` file in `{path}`.", "Name a policy or a library."),
  NO_SNAPSHOT(
      "R7004",
      "There is no snapshot to run `{policy}` on.",
      "Name one with `--snapshot`, or put a folder `snapshot` or a file `snapshot.json` beside"
          + " it."),
  NO_CASES(
      "R7006",
      "There is no file of cases in `{path}`.",
      "A file of cases is JSON, with a list of `cases`."),
  NO_PARAMETERS(
      "R6809",
      "`{policy}` does not say how parameters{title} are read.",
      "Say it with `parameters \"title\" { … }`."),
  BAD_CASES("R7007", "`{path}`: {problem}", "{hint}"),
  A_LIBRARY(
      "R7005",
      "`{path}` is a library, which does not run by itself.",
      "Import it in a policy; `loadline check` and `loadline test` take libraries too."),

  PARAM_FORM(
      "R7101",
      "`{text}` does not say what a param is to be.",
      "Write its name, `=` and a value: `--param fee=2%`."),
  NO_SUCH_PARAM("R7102", "`{policy}` has no param `{name}`.", "{known}"),
  PARAM_TWICE("R7103", "The param `{name}` is given twice.", "Give it once."),
  PARAM_VALUE(
      "R7104",
      "`{text}` is no value that `{name}` could have.",
      "Write {wanted}, as in the policy: there it is {written}."),
  PARAM_UNIT(
      "R7105",
      "`{text}` is in {found}, and `{name}` is in {wanted}.",
      "In the policy it is {written}."),

  NO_SUCH_FACT("R7201", "`{policy}` reports no `{name}`.", "{known}"),
  ROW_FORM(
      "R7202",
      "`{text}` names no row.",
      "Write the entity, `=` and the key: `--row account=alice`; the parent first: `--row"
          + " position=alice/BTC`."),
  NO_SUCH_ENTITY("R7203", "`{policy}` has no entity `{name}`.", "{known}"),
  NO_SUCH_ROW("R7204", "There is no {entity} `{key}` in the snapshot.", "{known}"),
  ROW_NEEDED("R7205", "`{name}` is a fact of each {entity}.", "Say of which: `--row {entity}=…`."),
  NO_FACT_OF_ROW("R7206", "{owner} has no fact `{name}`.", "{known}"),
  NOTHING_TO_EXPLAIN("R7209", "{owner} has no facts.", "Name another entity with `--row`."),
  ROW_WITHOUT_RUN(
      "R7216",
      "`--row {row}` names a row, and without a run there are none.",
      "Leave out `--row`, or leave out `--no-run`."),
  NO_FACT_TO_INSPECT("R7214", "`{policy}` has no fact `{name}`.", "{known}"),
  CANNOT_WRITE(
      "R7207", "`{path}` cannot be written: {reason}.", "Name a folder that you may write to."),
  TOO_SMALL("R7210", "`{option}` is {given}.", "Give {least} or more."),
  SNAPSHOT_IN_THE_WAY(
      "R7211",
      "`{path}` holds the snapshot, which results would overwrite.",
      "Name another folder."),
  NEEDS_FOLDER("R7215", "Results in {format} are files.", "Name a folder for them with `--out`."),
  RESULTS_LOST(
      "R7212",
      "The results could not be written: {reason}.",
      "Make room, or name a file elsewhere."),
  NOT_COMPILING(
      "R7213",
      Severity.WARNING,
      "These are not the speeds of the compiling engine: `{engine}` takes many times as long.",
      "{hint}"),
  NO_STATES(
      "R7220",
      "`{policy}` keeps no state, so there is none to read or write.",
      "Leave `--state` out, or declare a state: `state name : type starts value = formula`."),
  STATE_NOT_KEPT(
      "R7221",
      "The states could not be written to `{path}`: {reason}.",
      "Name a file in a folder that you may write to; the old file, if any, is as it was."),
  NOT_REPLACED(
      "R6602",
      "`{path}` cannot be written: {reason}.",
      "Name a file that you may write to; this one is as it was."),
  NO_SUCH_WATERFALL("R7230", "`{policy}` has no waterfall `{name}`.", "{known}"),
  NO_WATERFALL(
      "R7231",
      "`{policy}` has no waterfall, so nothing happens in it.",
      "Write one, or use `loadline run`."),
  UNKNOWN_ARGUMENT("R7208", "{said}.", "{hint}");

  private final String code;
  private final Severity severity;
  private final String message;
  private final String hint;

  UseProblem(String code, String message, String hint) {
    this(code, Severity.ERROR, message, hint);
  }

  UseProblem(String code, Severity severity, String message, String hint) {
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
