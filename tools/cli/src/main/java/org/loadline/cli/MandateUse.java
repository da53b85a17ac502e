package org.loadline.cli;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with histories, keys and certificates on the command line. */
enum MandateUse implements DiagnosticCode {
  BAD_TIME(
      "R6680",
      "`{text}` is no time.",
      "Write a day, `2026-10-01`, or a moment, `2026-10-01T08:00Z`."),
  BAD_HISTORY("R6681", "`{path}` is no history: {problem}.", "{hint}"),
  LATER_CHANGE(
      "R6682",
      "`{name}` was changed at {changed}, after the time of the proposal, {at}.",
      "A history is of what came before; `--at` says when the proposal is made."),
  NOT_GOVERNED(
      "R6683",
      "`{policy}` has no param and no cell `{name}`.",
      "A param is called by its name, a cell by its column and its row: `tiers.rate[WETH]`."),
  BAD_VALUE(
      "R6684",
      "`{text}` is no value of `{name}`.",
      "Write it as in the policy: `1.25%`, `500 USD`."),
  CHANGED_AT(
      "R6685",
      "`{text}` does not say when something was changed.",
      "Write its name, `=` and a time: `--changed-at fee=2026-10-01`."),
  NO_TIME(
      "R6686",
      "A history was given, but not when the proposal is made.",
      "Add `--at` with a day or a moment."),
  NO_KEY(
      "R6687",
      "`{path}` holds no {kind} key of Ed25519.",
      "Make a pair with `loadline keys --out FOLDER`: `private.pem` signs, `public.pem` checks."),
  KEY_THERE(
      "R6688",
      "`{path}` is there already.",
      "A key that is written over is lost: name another folder."),
  OTHER_KEY(
      "R6689",
      "`{path}` is not the public key of this private key.",
      "Keep `public.pem` beside the `private.pem` that it was made with."),
  UNREADABLE("R6690", "`{path}` cannot be read: {problem}.", "Name a file that is there.");

  private final String code;
  private final String message;
  private final String hint;

  MandateUse(String code, String message, String hint) {
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
