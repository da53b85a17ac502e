package org.loadline.api;

import java.util.function.BooleanSupplier;
import org.loadline.core.Program;
import org.loadline.data.RunLimits;
import org.loadline.data.Snapshot;

/**
 * What a run may cost, on every engine.
 *
 * @param work the most facts that may have to be worked out: each fact of an entity counts once for
 *     each of its rows, and again for each waterfall. It is compared before anything runs, and
 *     before a waterfall once rows were added; what an aggregate costs is not in it, nor what
 *     serving a row makes be worked out again
 * @param tries the most times that one search may work its condition out, at a point or over a
 *     stretch of points; a search that goes from edge to edge or whose direction is proved needs
 *     few, but the reference engine tries every point. Beyond that a run ends with a {@link
 *     org.loadline.data.SearchBeyondLimit}, whose code is R3532
 * @param stopped asked every few thousand rows, tries or formulas; true ends the run
 */
public record Limits(long work, long tries, BooleanSupplier stopped) {
  /** What a search may cost unless a host says otherwise. */
  public static final long USUAL_TRIES = RunLimits.USUAL_TRIES;

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

  RunLimits ofRun() {
    return new RunLimits(work, tries, stopped);
  }

  void check(Program program, Snapshot snapshot) {
    ofRun().allow(RunLimits.work(program, snapshot));
  }
}
