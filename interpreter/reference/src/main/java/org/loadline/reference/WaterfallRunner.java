package org.loadline.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.core.Waterfall;
import org.loadline.core.WaterfallRef;
import org.loadline.data.Evaluator;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;

/**
 * Runs the waterfalls of a policy one after another, each on what the last one left. For one
 * thread.
 */
public final class WaterfallRunner {
  private final Program program;
  private final ParamValues params;
  private final Optional<Evaluator> evaluator;
  private final Map<Planned, SweepPlan> plans = new HashMap<>();

  /** A waterfall, and whether none has run before it. */
  private record Planned(WaterfallRef waterfall, boolean first) {}

  private WaterfallRunner(Program program, ParamValues params, Optional<Evaluator> evaluator) {
    this.program = program;
    this.params = params;
    this.evaluator = evaluator;
  }

  /** One that works everything out anew after every entry: the judge of the other. */
  public static WaterfallRunner plain(Program program, ParamValues params) {
    return new WaterfallRunner(program, params, Optional.empty());
  }

  /**
   * One that works out anew what an entry changed.
   *
   * @param evaluator works out what is read of all rows when a sweep starts
   */
  public static WaterfallRunner keeping(Program program, ParamValues params, Evaluator evaluator) {
    return new WaterfallRunner(program, params, Optional.of(evaluator));
  }

  /** The one that goes with an evaluator: the reference's is the plain one. */
  public static WaterfallRunner on(Evaluator evaluator, Program program, ParamValues params) {
    return evaluator instanceof ReferenceEvaluator
        ? plain(program, params)
        : keeping(program, params, evaluator);
  }

  /** All waterfalls, in the order of the text. */
  public Sweeps run(Snapshot snapshot) {
    return run(snapshot, program.waterfalls().stream().map(Waterfall::ref).toList());
  }

  /** Some waterfalls, in that order. */
  public Sweeps run(Snapshot snapshot, List<WaterfallRef> waterfalls) {
    List<Sweep> sweeps = new ArrayList<>();
    StartingStates states = new StartingStates(program, snapshot, params);
    Snapshot at = snapshot;
    int lines = 0;
    for (WaterfallRef waterfall : waterfalls) {
      Sweep sweep = sweep(program.waterfall(waterfall), at, states, lines);
      sweeps.add(sweep);
      at = sweep.after();
      lines += sweep.ledger().size();
    }
    return new Sweeps(snapshot, sweeps);
  }

  private SweepPlan plan(Waterfall waterfall, boolean first) {
    return plans.computeIfAbsent(
        new Planned(waterfall.ref(), first), key -> SweepPlan.of(program, waterfall, first));
  }

  private Sweep sweep(Waterfall waterfall, Snapshot snapshot, StartingStates states, int lines) {
    boolean first = states.isOf(snapshot);
    World world =
        evaluator
            .<World>map(
                fast ->
                    new KeptWorld(program, plan(waterfall, first), snapshot, params, states, fast))
            .orElseGet(() -> new PlainWorld(program, snapshot, params, states));
    return new SweepRun(program, waterfall, world, lines).run();
  }
}
