package org.loadline.api;

import java.math.BigInteger;
import java.util.function.BooleanSupplier;
import org.loadline.core.Fact;
import org.loadline.core.Program;
import org.loadline.data.Snapshot;

/**
 * What a run may cost.
 *
 * @param work the most facts that may have to be worked out: each fact of an entity counts once for
 *     each of its rows. It is compared before anything runs; what an aggregate costs is not in it
 * @param stopped asked every few thousand rows; true ends the run. The reference engine does not ask
 */
public record Limits(long work, BooleanSupplier stopped) {
  public static final Limits NONE = new Limits(Long.MAX_VALUE, () -> false);

  public static Limits ofWork(long work) {
    return new Limits(work, () -> false);
  }

  public Limits until(BooleanSupplier told) {
    return new Limits(work, told);
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
