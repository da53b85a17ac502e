package org.loadline.cli;

/** Ends a command that has said all there is to say. */
final class Ended extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exit;

  Ended(ExitCode exit) {
    super(exit.meaning(), null, false, false);
    this.exit = exit;
  }

  ExitCode exit() {
    return exit;
  }
}
