package org.loadline.meaning;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What a lock may have to say about a policy, or may be wrong with it. */
public enum LockProblem implements DiagnosticCode {
  DRIFTED(
      "R6610",
      "`{module}` is not what is locked: {differs}. Locked is {locked}, found is {found}.",
      "Read what changed with `loadline diff`; if it is right, run `loadline lock` again."),
  NOT_LOCKED(
      "R6611",
      "`{module}` is not in the lock, `{lock}`.",
      "Read it; if it is right, run `loadline lock` again."),
  NOT_USED(
      "R6612",
      "`{module}` is locked, and the policy does not read it any more.",
      "Run `loadline lock` again."),
  DAMAGED(
      "R6613",
      "This line of a lock cannot be read: {problem}.",
      "Run `loadline lock` to write the file again, after a look at what changed it."),
  NO_LOCK("R6614", "There is no lock at `{lock}`.", "Write it with `loadline lock`."),
  NOT_WRITTEN(
      "R6615",
      "`{lock}` cannot be written: {reason}.",
      "Name a policy in a folder that you may write to; the old file, if any, is as it was."),
  NO_HASH_OR_POLICY(
      "R6616",
      "`{text}` is neither a policy nor a hash.",
      "Name a file, or give the 64 hexadecimal digits that `loadline hash` printed, or the first"
          + " 12 or more of them.");

  private final String code;
  private final String message;
  private final String hint;

  LockProblem(String code, String message, String hint) {
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
