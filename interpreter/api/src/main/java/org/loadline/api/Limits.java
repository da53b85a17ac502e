package org.loadline.api;

import java.math.BigInteger;
import java.util.function.BooleanSupplier;
import org.loadline.core.Fact;
import org.loadline.core.Program;
import org.loadline.data.Snapshot;
import org.loadline.engine.TruffleEvaluator;

/**
 * What a run may cost.
 *
 * @param work the most facts that may have to be worked out: each fact of an entity counts once for
 *     each of its rows. It is compared before anything runs; what an aggregate costs is not in it
 * @param tries the most times that one search may work its condition out, at a point or over a
 *     stretch of points; a search that goes from edge to edge or whose direction is proved needs
 *     few. Beyond that a run ends with a {@link org.loadline.data.SearchBeyondLimit}, whose code is
 *     R3532. The reference engine does not count
 * @param stopped asked every few thousand rows; true ends the run. The reference engine does not
 *     ask
 */
public record Limits(long work, long tries, BooleanSupplier stopped) {
  /** What a search may cost unless a host says otherwise. */
  public static final long USUAL_TRIES = TruffleEvaluator.USUAL_TRIES;

  public static final Limits NONE = new Limits(Long.MAX_VALUE, USUAL_TRIES, () -> false);

  public static Limits ofWork(long work) {
    return new Limits(work, USUAL_TRIES, () -> false);
  }

  /** The same limits with another one on searches. */
  public Limits withTries(long most) {
    return new Limits(work, most, stopped);
  }

  public Limits until(BooleanSupplier told) {
    return new Limits(work, tries, told);
  }

  void check(Program program, Snapshot snapshot) {
    BigInteger needed = BigInteger.ZERO;
    for (Fact fact : program.facts()) {
      int rows = fact.owner().map(snapshot::rowCount).orElse(1);
      needed = needed.add(BigInteger.valueOf(rows));
    }
    if (needed.compareTo(BigInteger.valueOf(work)) > 0) {
      throw new IllegalArgumentException(
          "This run may work out " + needed + " facts; its limit is " + work + ".");
    }
  }
}
