package org.loadline.generated;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.generated.Cells.Cell;
import org.loadline.generated.Cells.Difference;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.reference.WaterfallRunner;
import org.loadline.sweep.Covered;
import org.loadline.sweep.Event;
import org.loadline.sweep.LedgerLine;
import org.loadline.sweep.StepTotal;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;
import org.loadline.sweeps.Told;
import org.loadline.values.Exact;

/** What must hold of every run of waterfalls: what breaks it first, if anything does. */
final class SweepLaws {
  private final List<Evaluator> engines;
  private final Map<String, Integer> met = new HashMap<>();

  /**
   * @param engines give what is read of all rows; each must do
   */
  SweepLaws(List<Evaluator> engines) {
    this.engines = engines;
  }

  /** How often something happened. */
  int met(String what) {
    return met.getOrDefault(what, 0);
  }

  Map<String, Integer> met() {
    return met;
  }

  Optional<Difference> broken(Program program, MadeSnapshot made, Draw draw) {
    Optional<Snapshot> loaded = made.load(program).snapshot();
    if (loaded.isEmpty()) {
      return Optional.empty();
    }
    Snapshot snapshot = loaded.get();
    ParamValues params = made.params(program);
    Ran plain = ran(() -> WaterfallRunner.plain(program, params).run(snapshot));
    Ran kept = ran(() -> keeping(program, params, new ReferenceEvaluator()).run(snapshot));
    Optional<Difference> found = differ("kept", plain.told(), kept.told());
    for (Evaluator engine : found.isPresent() ? List.<Evaluator>of() : engines) {
      Ran fast = ran(() -> keeping(program, params, engine).run(snapshot));
      found = found.or(() -> differ("on the engine", plain.told(), fast.told()));
    }
    Optional<Snapshot> other = made.shuffled(draw).load(program).snapshot();
    if (found.isEmpty() && other.isPresent()) {
      Ran shuffled = ran(() -> keeping(program, params, engines.getFirst()).run(other.get()));
      found = differ("in another order", plain.told(), shuffled.told());
    }
    if (found.isPresent()) {
      return found;
    }
    if (plain.sweeps().isEmpty()) {
      return differ("thrown", "nothing", plain.told());
    }
    Sweeps sweeps = plain.sweeps().get();
    tally(sweeps);
    return Replay.broken(program, sweeps)
        .or(() -> covered(sweeps))
        .map(why -> difference("law", "", why))
        .or(() -> after(program, params, sweeps.after()));
  }

  private static WaterfallRunner keeping(Program program, ParamValues params, Evaluator evaluator) {
    return WaterfallRunner.keeping(program, params, evaluator);
  }

  private record Ran(Optional<Sweeps> sweeps, String told) {}

  private static Ran ran(Supplier<Sweeps> run) {
    try {
      Sweeps sweeps = run.get();
      return new Ran(Optional.of(sweeps), Told.of(sweeps));
    } catch (RuntimeException | StackOverflowError failure) {
      return new Ran(Optional.empty(), Cells.thrown(failure).toString());
    }
  }

  private static Optional<Difference> differ(String what, String one, String two) {
    if (one.equals(two)) {
      return Optional.empty();
    }
    String[] left = one.split("\n");
    String[] right = two.split("\n");
    int at = 0;
    while (at < left.length && at < right.length && left[at].equals(right[at])) {
      at++;
    }
    return Optional.of(
        difference(
            what,
            at < left.length ? left[at] : "no line",
            at < right.length ? right[at] : "no line"));
  }

  private static Difference difference(String what, String one, String two) {
    return new Difference(new Cell("", what, false, one), new Cell("", what, false, two));
  }

  /** What is left can be evaluated like any other snapshot. */
  private Optional<Difference> after(Program program, ParamValues params, Snapshot after) {
    Cells expected = Evaluators.cells(new ReferenceEvaluator(), program, after, params);
    Cells given = Evaluators.cells(engines.getFirst(), program, after, params);
    return expected.firstDifference(given, true);
  }

  /** Absorbed and remainder are the loss, in all, by step and by row. */
  private static Optional<String> covered(Sweeps sweeps) {
    for (Sweep sweep : sweeps.sweeps()) {
      if (sweep.covered().isEmpty()) {
        continue;
      }
      Covered c = sweep.covered().get();
      Exact steps = Exact.ZERO;
      for (StepTotal step : sweep.steps()) {
        steps = steps.plus(step.absorbed().orElseThrow());
      }
      Exact losses = Exact.ZERO;
      for (Sweep.Served row : sweep.served()) {
        Sweep.Loss loss = row.loss().orElseThrow();
        Exact absorbed = loss.absorbed().stream().reduce(Exact.ZERO, Exact::plus);
        if (!absorbed.plus(loss.remainder()).equals(loss.loss())) {
          return Optional.of("the loss of " + row);
        }
        losses = losses.plus(loss.loss());
      }
      boolean all =
          c.absorbed().plus(c.remainder()).equals(c.loss())
              && steps.equals(c.absorbed())
              && losses.equals(c.loss());
      if (!all) {
        return Optional.of("loss " + c + ", by steps " + steps + ", by rows " + losses);
      }
    }
    return Optional.empty();
  }

  private void tally(Sweeps sweeps) {
    for (LedgerLine line : sweeps.ledger()) {
      count(
          line.event() instanceof Event.Flow flow
              ? flow.kind().name()
              : line.event().getClass().getSimpleName());
    }
    for (Sweep sweep : sweeps.sweeps()) {
      count(sweep.stop().getClass().getSimpleName());
      sweep.unserved().forEach(u -> count("unserved"));
      sweep.served().forEach(s -> count("served"));
      sweep.covered().filter(c -> c.remainder().signum() > 0).ifPresent(c -> count("remainder"));
      sweep.covered().filter(c -> c.absorbed().signum() > 0).ifPresent(c -> count("absorbed"));
    }
  }

  private void count(String what) {
    met.merge(what, 1, Integer::sum);
  }
}
