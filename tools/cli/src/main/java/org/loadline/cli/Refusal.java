package org.loadline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticCode;
import org.loadline.source.Source;

/** Ends a command with something to say and an exit code; thrown by whoever finds out. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic what;
  private final ExitCode exit;

  private Refusal(Diagnostic what, ExitCode exit) {
    super(what.message(), null, false, false);
    this.what = what;
    this.exit = exit;
  }

  /** Names and values alternate. */
  static Refusal misuse(DiagnosticCode code, String... named) {
    return of(ExitCode.MISUSE, code, named);
  }

  /** With something that is said already. */
  static Refusal misuse(Diagnostic what) {
    return of(ExitCode.MISUSE, what);
  }

  /** With something that is said already. */
  static Refusal of(ExitCode exit, Diagnostic what) {
    return new Refusal(what, exit);
  }

  /** Names and values alternate. */
  static Refusal of(ExitCode exit, DiagnosticCode code, String... named) {
    Diagnostic.Builder what = Diagnostic.of(code, Source.of("", "").span(0, 0));
    List<String> pairs = new ArrayList<>(List.of(named));
    while (!pairs.isEmpty()) {
      what.with(pairs.removeFirst(), pairs.removeFirst());
    }
    return new Refusal(what.build(), exit);
  }

  /** Refuses a number below the least that an option takes. */
  static void unlessAtLeast(int least, String option, int given) {
    if (given < least) {
      throw misuse(
          UseProblem.TOO_SMALL,
          "option",
          option,
          "given",
          String.valueOf(given),
          "least",
          String.valueOf(least));
    }
  }

  Diagnostic what() {
    return Objects.requireNonNull(what);
  }

  ExitCode exit() {
    return exit;
  }
}
