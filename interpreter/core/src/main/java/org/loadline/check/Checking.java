package org.loadline.check;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.loadline.bound.Bound;
import org.loadline.core.Envelope;
import org.loadline.core.Program;
import org.loadline.source.DiagnosticSink;

/**
 * The pass from declared names to the typed program.
 *
 * <p>Resolves names inside formulas, types them with their units, checks that decisions are
 * complete and that nothing depends on itself. What is wrong is said to the sink, several things at
 * once; a program comes out only if nothing is.
 */
public final class Checking {
  /** Formulas nest, and so do definitions: both are bounded, together they need a deep stack. */
  private static final long STACK = 512L << 20;

  private Checking() {}

  /** Checks a policy; empty if it has errors, of this pass or an earlier one. */
  public static Optional<Program> check(Bound bound, DiagnosticSink sink) {
    return checkWhole(bound, sink).map(Checked::program);
  }

  /** A program, and the envelope that it was read under if there is one. */
  public record Checked(Program program, Optional<Envelope> envelope) {}

  /** The same, with the envelope. */
  public static Optional<Checked> checkWhole(Bound bound, DiagnosticSink sink) {
    FutureTask<Optional<Checked>> task =
        new FutureTask<>(() -> new Assembly(bound, sink).program());
    new Thread(null, task, "check", STACK).start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("checking failed", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
