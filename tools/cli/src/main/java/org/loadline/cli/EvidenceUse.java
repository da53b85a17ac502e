package org.loadline.cli;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with receipts, proofs and statements on the command line. */
enum EvidenceUse implements DiagnosticCode {
  NOTHING_TO_SIGN(
      "R6710",
      "`--key` signs what is written, and nothing is.",
      "Say where: `run --receipt FILE`, `solvency --out FILE`."),
  STATE_AND_RECEIPT(
      "R6711",
      "A run with `--state` has no receipt.",
      "Others could not hand back the same states: run without `--state`."),
  OTHER_RECEIPT(
      "R6712",
      "`{path}` is not the receipt of this run: {what}: {says}.",
      "Name the policy, the snapshot and the params that it was run with."),
  NOT_REPORTED(
      "R6713", "The receipt has no results of {entity}.", "It is of the outputs that were run."),
  NO_OUTPUT(
      "R6714", "`{text}` is no output of `{policy}` that serves: {wanted} is wanted.", "{known}"),
  NEGATIVE(
      "R6715",
      "`{output}` of {row} is negative: {amount}.",
      "A statement is of what is owed: report what is owed to a row, and 0 where nothing is."),
  NO_AMOUNT(
      "R6716",
      "`{output}` of {row} is no amount: {found}.",
      "A statement counts every row: report an amount for each."),
  SHORT_SECRET(
      "R6717",
      "`{path}` holds {bytes} bytes, and a secret has 16 or more.",
      "Make one of chance: `head -c 32 /dev/urandom > secret`."),
  ROW_AND_PROOF(
      "R6718", "`--row` and `--proof` go together.", "Name a row, and where its proof goes.");

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
