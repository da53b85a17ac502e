package org.loadline.engine.run;

import com.oracle.truffle.api.TruffleLanguage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.LiveResults;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.engine.describe.Describing;
import org.loadline.engine.inspect.PlanDescription;
import org.loadline.engine.load.Inputs;
import org.loadline.engine.load.LoadedSnapshot;
import org.loadline.engine.load.RunData;
import org.loadline.engine.load.Searching;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.statistics.PassRun;

/** A program with the plans that were compiled for it lately. Threads may share it. */
public final class PreparedProgram {
  private static final int KEPT = 8;

  private final Program program;
  private final Effort first;
  private final Deque<CompiledPlan> plans = new ArrayDeque<>();

  public PreparedProgram(Program program, Effort first) {
    this.program = program;
    this.first = first;
  }

  public Program program() {
    return program;
  }

  /**
   * Works out every output; a context of the language is entered. A run that is stopped is a {@link
   * java.util.concurrent.CancellationException}.
   *
   * @param took told of each pass that is over what it took, worked out for who asks
   */
  public Results run(
      TruffleLanguage<?> language,
      LoadedSnapshot loaded,
      ParamValues params,
      Workers workers,
      Consumer<Supplier<PassRun>> took) {
    RunData data = new RunData(inputs(language, loaded, params), workers.searching());
    CompiledPlan plan = plan(language, data, true);
    RowRunner runner = new RowRunner(workers);
    for (CompiledPass pass : plan.passes()) {
      pass.open(data);
      took.accept(runner.run(pass, data));
    }
    FaultWording words =
        new FaultWording(program, loaded.snapshot(), params, workers.searching().limits().tries());
    List<OutputColumn> columns = new ArrayList<>();
    for (Output output : program.outputs()) {
      columns.add(new EngineColumn(output, data.column(output.fact()), loaded.texts(), words));
    }
    return new Results(program, loaded.snapshot(), params, columns);
  }

  /** How every output is worked out on a snapshot; a context of the language is entered. */
  public PlanDescription describe(
      TruffleLanguage<?> language, LoadedSnapshot loaded, ParamValues params) {
    RunData data = new RunData(inputs(language, loaded, params), Searching.USUAL);
    CompiledPlan plan = plan(language, data, true);
    return Describing.of(
        program,
        plan.passes().stream().map(CompiledPass::noted).toList(),
        Optional.of(loaded::rows));
  }

  /** As {@link #run}, and kept to be changed. */
  public LiveResults open(
      TruffleLanguage<?> language, LoadedSnapshot loaded, ParamValues params, Workers workers) {
    return new LiveRun(this, language, loaded, params, workers);
  }

  BrokenRowUpdate brokenRowUpdate(TruffleLanguage<?> language, ParamValues params) {
    return new BrokenRowUpdate(language, program, params, first);
  }

  /** What runs read: it is found once which rows are broken, a matter of snapshot and params. */
  Inputs inputs(TruffleLanguage<?> language, LoadedSnapshot loaded, ParamValues params) {
    return loaded.inputs(params, () -> new BrokenRowSearch(loaded, params).find(language, first));
  }

  /**
   * A plan for the data.
   *
   * @param adds whether its passes may add sums over all rows up; a run that is kept wants the
   *     columns
   */
  synchronized CompiledPlan plan(TruffleLanguage<?> language, RunData data, boolean adds) {
    for (CompiledPlan plan : plans) {
      if (plan.suits(data.inputs(), adds)) {
        return plan.hasLearned() ? replaced(plan, plan.relearned(language, program, data)) : plan;
      }
    }
    return kept(new CompiledPlan(language, program, data, adds, first));
  }

  private CompiledPlan replaced(CompiledPlan old, CompiledPlan plan) {
    plans.remove(old);
    return kept(plan);
  }

  private CompiledPlan kept(CompiledPlan plan) {
    plans.addFirst(plan);
    if (plans.size() > KEPT) {
      plans.removeLast();
    }
    return plan;
  }
}
