package org.loadline.reference;

import java.math.BigInteger;
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
import org.loadline.data.RunLimits;
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
  private final RunLimits limits;
  private final Map<Planned, SweepPlan> plans = new HashMap<>();

  /** A waterfall, and whether none has run before it. */
  private record Planned(WaterfallRef waterfall, boolean first) {}

  private WaterfallRunner(
      Program program, ParamValues params, Optional<Evaluator> evaluator, RunLimits limits) {
    this.program = program;
    this.params = params;
    this.evaluator = evaluator;
    this.limits = limits;
  }

  /** One that works everything out anew after every entry: the judge of the other. */
  public static WaterfallRunner plain(Program program, ParamValues params) {
    return new WaterfallRunner(program, params, Optional.empty(), RunLimits.USUAL);
  }

  /**
   * One that works out anew what an entry changed.
   *
   * @param evaluator works out what is read of all rows when a sweep starts
   */
  public static WaterfallRunner keeping(Program program, ParamValues params, Evaluator evaluator) {
    return new WaterfallRunner(program, params, Optional.of(evaluator), RunLimits.USUAL);
  }

  /** The one that goes with an evaluator: the reference's is the plain one. */
  public static WaterfallRunner on(Evaluator evaluator, Program program, ParamValues params) {
    return evaluator instanceof ReferenceEvaluator
        ? plain(program, params)
        : keeping(program, params, evaluator);
  }

  /** The same with other limits: see {@link #run(Snapshot, List)}. */
  public WaterfallRunner within(RunLimits other) {
    return new WaterfallRunner(program, params, evaluator, other);
  }

  /** All waterfalls, in the order of the text. */
  public Sweeps run(Snapshot snapshot) {
    return run(snapshot, program.waterfalls().stream().map(Waterfall::ref).toList());
  }

  /**
   * Some waterfalls, in that order.
   *
   * <p>Each counts as a run on the rows that it finds: where all of them together may have to work
   * out more facts than they may, the first of them does not begin, nor another one once rows were
   * added. What a row that is served makes of facts is not in it; for that, the run can be stopped
   * between any two formulas.
   */
  public Sweeps run(Snapshot snapshot, List<WaterfallRef> waterfalls) {
    List<Sweep> sweeps = new ArrayList<>();
    Meter meter = new Meter(limits);
    StartingStates states = new StartingStates(program, snapshot, params, meter);
    Snapshot at = snapshot;
    BigInteger work = BigInteger.ZERO;
    int lines = 0;
    for (WaterfallRef waterfall : waterfalls) {
      BigInteger one = RunLimits.work(program, at);
      limits.allow(work.add(one.multiply(BigInteger.valueOf(waterfalls.size() - sweeps.size()))));
      work = work.add(one);
      Sweep sweep = sweep(program.waterfall(waterfall), at, states, meter, lines);
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

  private Sweep sweep(
      Waterfall waterfall, Snapshot snapshot, StartingStates states, Meter meter, int lines) {
    boolean first = states.isOf(snapshot);
    World world =
        evaluator
            .<World>map(
                fast ->
                    new KeptWorld(
                        program,
                        plan(waterfall, first),
                        snapshot,
                        params,
                        states,
                        meter,
                        fast,
                        limits))
            .orElseGet(() -> new PlainWorld(program, snapshot, params, states, meter));
    return new SweepRun(program, waterfall, world, lines).run();
  }
}
