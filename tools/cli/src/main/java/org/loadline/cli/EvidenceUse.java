package org.loadline.cli;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with receipts, proofs and statements on the command line. */
enum EvidenceUse implements DiagnosticCode {
  NOTHING_TO_SIGN(
      "R6710", "`--key` signs a receipt, and none is asked for.", "Add `--receipt FILE`."),
  STATE_AND_RECEIPT(
      "R6711",
      "A run with `--state` has no receipt.",
      "Others could not hand back the same states: run without `--state`."),
  OTHER_RECEIPT(
      "R6712",
      "`{path}` is not the receipt of this run: {what}: {says}.",
      "Name the policy, the snapshot and the params that it was run with."),
  NOT_REPORTED(
      "R6713", "The receipt has no results of {entity}.", "It is of the outputs that were run.");

  private final String code;
  private final String message;
  private final String hint;

  EvidenceUse(String code, String message, String hint) {
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
