package org.loadline.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.bound.Binding;
import org.loadline.bound.Library;
import org.loadline.bound.ModuleLoader;
import org.loadline.bound.Modules;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.core.Waterfall;
import org.loadline.core.WaterfallRef;
import org.loadline.data.ComparedResults;
import org.loadline.data.Evaluator;
import org.loadline.data.LiveResults;
import org.loadline.data.ParamValues;
import org.loadline.data.PolicyState;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.data.StateKeeping;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.reference.WaterfallRunner;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.sweep.Sweeps;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * A compiled policy: make it once, run it many times, from any thread.
 *
 * <p>It runs with the params that its text says and on the engine shared by all policies of the
 * process, unless told otherwise.
 */
public final class Policy {
  /** Started when the first policy runs on it; lives as long as the process. */
  private static final class Shared {
    private static final Evaluator ENGINE = TruffleEvaluator.create();
  }

  private final Program program;
  private final ParamValues params;
  private final Optional<Evaluator> engine;
  private final Limits limits;

  private Policy(Program program, ParamValues params, Optional<Evaluator> engine, Limits limits) {
    this.program = program;
    this.params = params;
    this.engine = engine;
    this.limits = limits;
  }

  /** Compiles a file, with what it imports from its folder and from the standard library. */
  public static CompileResult compile(Path file) {
    DiagnosticSink sink = new DiagnosticSink();
    return compiled(ModuleLoader.load(file, Library.standard(), sink), sink);
  }

  /**
   * Compiles a text, with what it imports from the standard library.
   *
   * @param name what messages call the text
   */
  public static CompileResult compile(String name, String text) {
    DiagnosticSink sink = new DiagnosticSink();
    Modules modules = ModuleLoader.load(Source.of(name, text), Library.standard(), sink);
    return compiled(Optional.of(modules), sink);
  }

  private static CompileResult compiled(Optional<Modules> modules, DiagnosticSink sink) {
    Optional<Program> program = modules.flatMap(m -> Checking.check(Binding.bind(m, sink), sink));
    return new CompileResult(program.map(Policy::of), sink.diagnostics());
  }

  /** A policy from a checked program. */
  public static Policy of(Program program) {
    return new Policy(program, ParamValues.written(program), Optional.empty(), Limits.NONE);
  }

  public Program program() {
    return program;
  }

  /** The same policy on another engine: see {@link Engines}. */
  public Policy on(Evaluator evaluator) {
    return new Policy(program, params, Optional.of(evaluator), limits);
  }

  /** The same policy with limits on each run. */
  public Policy within(Limits other) {
    return new Policy(program, params, engine, other);
  }

  /**
   * The same policy with some params replaced. A name that is no param, or a value outside the
   * param's bounds, is an {@link IllegalArgumentException}.
   */
  public Policy with(Map<String, ?> replaced) {
    Map<ParamRef, Value> values = new HashMap<>();
    replaced.forEach(
        (name, given) -> {
          Param param =
              program.params().stream()
                  .filter(p -> p.ref().name().equals(name))
                  .findFirst()
                  .orElseThrow(
                      () -> new IllegalArgumentException("There is no param `" + name + "`."));
          Value value = PlainValues.present(program, param.type(), name, given);
          boolean holds =
              param.within().isEmpty()
                  || !(value instanceof Exact number)
                  || param.within().get().holds(number);
          if (!holds) {
            throw new IllegalArgumentException(
                "The param `" + name + "` is outside its bounds: " + value + ".");
          }
          values.put(param.ref(), value);
        });
    return new Policy(program, params.with(values), engine, limits);
  }

  /** An empty snapshot to put rows into. */
  public SnapshotInput snapshot() {
    return new SnapshotInput(program);
  }

  /**
   * Runs the policy.
   *
   * <p>A snapshot of another policy, or a run beyond the limits, is an {@link
   * IllegalArgumentException}; one that is stopped is a {@link
   * java.util.concurrent.CancellationException}; one with a search beyond its limit is a {@link
   * org.loadline.data.SearchBeyondLimit}.
   */
  public PolicyResults evaluate(Snapshot snapshot) {
    check(snapshot);
    return results(run(snapshot));
  }

  /**
   * Runs the policy with the states that an earlier run left: see {@link PolicyResults#state}. The
   * rows that it kept and the snapshot no longer has are dropped; one that was kept for other
   * states is an {@link IllegalArgumentException}.
   */
  public PolicyResults evaluate(Snapshot snapshot, PolicyState state) {
    check(snapshot);
    return evaluate(StateKeeping.handBack(snapshot, state).snapshot());
  }

  PolicyResults results(Results results) {
    return new PolicyResults(results, engine.orElseGet(() -> Shared.ENGINE));
  }

  /**
   * Runs the policy's waterfalls, in the order of its text, each on what the last one left: what
   * they did, line by line, and the snapshot after, which can be evaluated or swept in turn. What
   * cannot be run is as for {@link #evaluate}.
   */
  public Sweeps sweep(Snapshot snapshot) {
    check(snapshot);
    return runner().run(snapshot);
  }

  /** Runs some of its waterfalls, in that order; a name that is none is refused. */
  public Sweeps sweep(Snapshot snapshot, List<String> waterfalls) {
    check(snapshot);
    List<WaterfallRef> chosen = new ArrayList<>();
    for (String name : waterfalls) {
      chosen.add(
          program.waterfalls().stream()
              .map(Waterfall::ref)
              .filter(ref -> ref.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("There is no waterfall `" + name + "`.")));
    }
    return runner().run(snapshot, chosen);
  }

  private WaterfallRunner runner() {
    return WaterfallRunner.on(engine.orElseGet(() -> Shared.ENGINE), program, params)
        .within(limits.ofRun());
  }

  /**
   * Evaluates a snapshot and keeps it, to change some of its cells and evaluate again what depends
   * on them; what cannot be run is as for {@link #evaluate}. All ticks have the last states of the
   * opening: what they make of them is in {@link LiveBook#results}, to open the next book with.
   */
  public LiveBook open(Snapshot snapshot, PolicyState state) {
    check(snapshot);
    return open(StateKeeping.handBack(snapshot, state).snapshot());
  }

  /** As {@link #open(Snapshot, PolicyState)}, with every state at its start. */
  public LiveBook open(Snapshot snapshot) {
    check(snapshot);
    LiveResults live =
        engine.orElseGet(() -> Shared.ENGINE) instanceof TruffleEvaluator truffle
            ? truffle.open(program, snapshot, params, limits.ofRun())
            : new ComparedResults(snapshot, this::run);
    return new LiveBook(this, snapshot, live);
  }

  private void check(Snapshot snapshot) {
    if (snapshot.program() != program) {
      throw new IllegalArgumentException("The snapshot was made for another policy.");
    }
    limits.check(program, snapshot);
  }

  private Results run(Snapshot snapshot) {
    Evaluator evaluator = engine.orElseGet(() -> Shared.ENGINE);
    return evaluator.evaluate(program, snapshot, params, limits.ofRun());
  }
}
