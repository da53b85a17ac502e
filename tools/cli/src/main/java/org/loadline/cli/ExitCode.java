package org.loadline.cli;

/** What a command ends with. The launcher's own code is 5: Loadline could not start. */
public enum ExitCode {
  RESULTS(0, "results, and nothing is wrong"),
  FAULTS(
      1,
      "results with something wrong: faults, broken properties, failing tests, differences, failed"
          + " gates"),
  MISUSE(2, "the command is not one of these"),
  NOT_COMPILED(3, "a policy does not compile"),
  UNUSABLE_SNAPSHOT(4, "the snapshot cannot be used"),
  NOT_STARTED(5, "Loadline could not start"),
  FAULT_OF_OURS(70, "a fault of Loadline itself");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }

  /** The graver of two. */
  ExitCode or(ExitCode other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
