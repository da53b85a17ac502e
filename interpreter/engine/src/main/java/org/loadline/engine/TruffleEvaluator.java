package org.loadline.engine;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.LiveResults;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.RunLimits;
import org.loadline.data.Snapshot;
import org.loadline.engine.inspect.PlanDescription;
import org.loadline.engine.load.LoadedSnapshot;
import org.loadline.engine.load.Searching;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.run.Helpers;
import org.loadline.engine.run.PreparedProgram;
import org.loadline.engine.run.Workers;
import org.loadline.engine.statistics.PassRun;

/**
 * Runs programs on Truffle. Programs and snapshots that it has seen lately are kept ready, so that
 * running them again compiles and loads nothing. Threads may share it.
 */
public final class TruffleEvaluator implements Evaluator, AutoCloseable {
  private static final int KEPT = 8;

  /** What Truffle calls itself where it only interprets. */
  private static final String FALLBACK = "Interpreted";

  private final Engine engine;
  private final Context context;
  private final Effort effort;
  private final int threads;
  private final Helpers helpers = new Helpers();
  private final Searching.Way way;
  private final Deque<PreparedProgram> programs = new ArrayDeque<>();
  private final Deque<SoftReference<LoadedSnapshot>> snapshots = new ArrayDeque<>();

  private TruffleEvaluator(Effort effort, int threads, Searching.Way way) {
    this.way = way;
    this.engine =
        Engine.newBuilder(RiskLanguage.ID).option("engine.WarnInterpreterOnly", "false").build();
    this.context = Context.newBuilder(RiskLanguage.ID).engine(engine).build();
    context.initialize(RiskLanguage.ID);
    this.effort = effort;
    this.threads = threads;
  }

  public static TruffleEvaluator create() {
    return new TruffleEvaluator(Effort.WIDE, 1, Searching.Way.USUAL);
  }

  /** One that spreads rows over threads; its results are the same. */
  public static TruffleEvaluator onThreads(int threads) {
    return new TruffleEvaluator(Effort.WIDE, threads, Searching.Way.USUAL);
  }

  /** One that begins with an effort, for tests of widths; its results are the same. */
  public static TruffleEvaluator beginningWith(Effort effort, int threads) {
    return new TruffleEvaluator(effort, threads, Searching.Way.USUAL);
  }

  /** One whose searches all go one way, for tests of the ways; its results are the same. */
  public static TruffleEvaluator searching(Searching.Way way) {
    return new TruffleEvaluator(Effort.WIDE, 1, way);
  }

  /** What runs the nodes: {@code GraalVM CE} compiles them, {@code Interpreted} does not. */
  public String engineName() {
    return engine.getImplementationName();
  }

  /** Whether nodes that run often are compiled; without that a run takes many times as long. */
  public boolean isOptimising() {
    return !engineName().equals(FALLBACK);
  }

  @Override
  public String name() {
    String name = "truffle on " + engineName();
    if (way != Searching.Way.USUAL) {
      return name + " searching by " + way;
    }
    return effort == Effort.WIDE ? name : name + " beginning with " + effort;
  }

  @Override
  public Results evaluate(
      Program program, Snapshot snapshot, ParamValues params, RunLimits limits) {
    return evaluate(program, snapshot, params, workers(limits), took -> {});
  }

  /**
   * As {@link #evaluate(Program, Snapshot, ParamValues)}.
   *
   * @param took told on the calling thread what each pass took, when it is over
   */
  public Results evaluate(
      Program program, Snapshot snapshot, ParamValues params, Consumer<PassRun> took) {
    return evaluate(
        program, snapshot, params, workers(RunLimits.USUAL), pass -> took.accept(pass.get()));
  }

  private Workers workers(RunLimits limits) {
    return new Workers(
        threads, helpers, context::enter, context::leave, new Searching(way, limits));
  }

  private Results evaluate(
      Program program,
      Snapshot snapshot,
      ParamValues params,
      Workers workers,
      Consumer<Supplier<PassRun>> took) {
    context.enter();
    try {
      return prepared(program)
          .run(RiskLanguage.current(), loaded(program, snapshot), params, workers, took);
    } finally {
      context.leave();
    }
  }

  /** How the outputs of a program are worked out on a snapshot; nothing is run. */
  public PlanDescription describe(Program program, Snapshot snapshot, ParamValues params) {
    context.enter();
    try {
      return prepared(program).describe(RiskLanguage.current(), loaded(program, snapshot), params);
    } finally {
      context.leave();
    }
  }

  /**
   * Evaluates a snapshot and keeps what was worked out, so that changes cost what depends on them.
   *
   * @param limits of the opening and of every change
   */
  public LiveResults open(
      Program program, Snapshot snapshot, ParamValues params, RunLimits limits) {
    return LiveEvaluation.within(
        context,
        () ->
            new LiveEvaluation(
                context,
                prepared(program)
                    .open(
                        RiskLanguage.current(),
                        loaded(program, snapshot),
                        params,
                        workers(limits))));
  }

  private synchronized PreparedProgram prepared(Program program) {
    PreparedProgram last = programs.peekFirst();
    if (last != null && last.program() == program) {
      return last;
    }
    Optional<PreparedProgram> known =
        programs.stream().filter(p -> p.program() == program).findFirst();
    PreparedProgram prepared = known.orElseGet(() -> new PreparedProgram(program, effort));
    programs.remove(prepared);
    programs.addFirst(prepared);
    if (programs.size() > KEPT) {
      programs.removeLast();
    }
    return prepared;
  }

  private synchronized LoadedSnapshot loaded(Program program, Snapshot snapshot) {
    for (Iterator<SoftReference<LoadedSnapshot>> all = snapshots.iterator(); all.hasNext(); ) {
      LoadedSnapshot loaded = all.next().get();
      if (loaded == null) {
        all.remove();
      } else if (loaded.snapshot() == snapshot && loaded.program() == program) {
        return loaded;
      }
    }
    LoadedSnapshot loaded = new LoadedSnapshot(program, snapshot);
    snapshots.addFirst(new SoftReference<>(loaded));
    if (snapshots.size() > KEPT) {
      snapshots.removeLast();
    }
    return loaded;
  }

  @Override
  public void close() {
    context.close();
    engine.close();
    helpers.close();
  }
}
