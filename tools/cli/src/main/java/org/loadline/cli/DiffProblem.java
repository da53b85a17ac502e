package org.loadline.cli;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with the two policies that are to be compared. */
enum DiffProblem implements DiagnosticCode {
  NO_GIT(
      "R6630",
      "There is no `git` to read `{text}` with.",
      "Install git, or name a file or a folder that is there."),
  NO_REPOSITORY(
      "R6631",
      "`{text}` is no file, and there is no git repository here to find it in.",
      "Name a file that is there, or run this inside a repository."),
  NO_REVISION(
      "R6632",
      "The repository has no revision `{revision}`.",
      "Name a branch, a tag or a commit: `main:{path}`, `HEAD~1:{path}`."),
  NO_PATH_IN_REVISION("R6633", "`{revision}` holds no policy at `{path}`.", "{known}"),
  NO_TEXT("R6634", "`{text}` is not UTF-8 text.", "Save it as UTF-8."),
  NOT_ONE_PAGE(
      "R6635",
      "A page is of one policy, and {count} policies are in both folders.",
      "Name the two files.");

  private final String code;
  private final String message;
  private final String hint;

  DiffProblem(String code, String message, String hint) {
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
