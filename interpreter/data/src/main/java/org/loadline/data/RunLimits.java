package org.loadline.data;

import java.math.BigInteger;
import java.util.function.BooleanSupplier;
import org.loadline.core.Fact;
import org.loadline.core.Program;

/**
 * What a run may cost, whatever runs it.
 *
 * @param work the most facts that may have to be worked out: see {@link #work(Program, Snapshot)}
 * @param tries the most times that one search may work its condition out; beyond that a run ends
 *     with a {@link SearchBeyondLimit}
 * @param stopped asked now and then; true ends the run with a {@link
 *     java.util.concurrent.CancellationException}
 */
public record RunLimits(long work, long tries, BooleanSupplier stopped) {
  /** The most times that one search may work its condition out, unless told otherwise. */
  public static final long USUAL_TRIES = 100_000;

  /** What a run may cost unless a host says otherwise. */
  public static final RunLimits USUAL = new RunLimits(Long.MAX_VALUE, USUAL_TRIES, () -> false);

  /** For a judge, who works out whatever he is asked. */
  public static final RunLimits NONE = new RunLimits(Long.MAX_VALUE, Long.MAX_VALUE, () -> false);

  /** The facts that a run may have to work out: each fact of an entity for each of its rows. */
  public static BigInteger work(Program program, Snapshot snapshot) {
    BigInteger needed = BigInteger.ZERO;
    for (Fact fact : program.facts()) {
      int rows = fact.owner().map(snapshot::rowCount).orElse(1);
      needed = needed.add(BigInteger.valueOf(rows));
    }
    return needed;
  }

  /** Refuses a run that may have to work out more facts than it may. */
  public void allow(BigInteger needed) {
    if (needed.compareTo(BigInteger.valueOf(work)) > 0) {
      throw new IllegalArgumentException(
          "This run may work out " + needed + " facts; its limit is " + work + ".");
    }
  }
}
