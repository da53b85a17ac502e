package org.loadline.engine.run;

import com.oracle.truffle.api.TruffleLanguage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.core.FactRef;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.LiveResults;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.data.ResultChanges;
import org.loadline.data.Results;
import org.loadline.data.SnapshotChanges;
import org.loadline.engine.load.BrokenRows;
import org.loadline.engine.load.FactColumn;
import org.loadline.engine.load.Inputs;
import org.loadline.engine.load.LoadedSnapshot;
import org.loadline.engine.load.RunData;
import org.loadline.engine.load.Searching;

/**
 * A run that is kept: when cells change, each pass works out the rows that read them again, and
 * what came out the same stops there.
 *
 * <p>Columns are filled where they are. One that somebody has been given is copied first, and the
 * cells that are overwritten are kept until all passes are over, so that a run that stops halfway
 * is undone. Where the plan does not suit the changed columns, everything is worked out by another.
 */
final class LiveRun implements LiveResults {
  private final PreparedProgram prepared;
  private final TruffleLanguage<?> language;
  private final ParamValues params;
  private final RowRunner runner;
  private final Searching searching;
  private final BrokenRowUpdate brokenRows;
  private final KeptChildren kept = new KeptChildren();
  private final Set<FactRef> given = new HashSet<>();
  private final Set<FactRef> reported;
  private State now;

  /** All that belongs to one snapshot. */
  private record State(CompiledPlan plan, RunData data, FaultWording words) {
    LoadedSnapshot loaded() {
      return data.loaded();
    }
  }

  /** A context of the language is entered, here and in every call. */
  LiveRun(
      PreparedProgram prepared,
      TruffleLanguage<?> language,
      LoadedSnapshot loaded,
      ParamValues params,
      Workers workers) {
    this.prepared = prepared;
    this.language = language;
    this.params = params;
    this.runner = new RowRunner(workers);
    this.searching = workers.searching();
    this.reported =
        prepared.program().outputs().stream().map(Output::fact).collect(Collectors.toSet());
    this.brokenRows = prepared.brokenRowUpdate(language, params);
    this.now = everything(prepared.inputs(language, loaded, params));
  }

  private Program program() {
    return prepared.program();
  }

  /** Twice, if the first time shows that the plan had better begin with another effort. */
  private State everything(Inputs inputs) {
    State state = once(inputs);
    return state.plan().hasLearned() ? once(inputs) : state;
  }

  private State once(Inputs inputs) {
    RunData data = new RunData(inputs, searching);
    CompiledPlan plan = prepared.plan(language, data, false);
    for (CompiledPass pass : plan.passes()) {
      pass.open(data);
      runner.run(pass, data);
    }
    return new State(plan, data, words(inputs.loaded()));
  }

  private FaultWording words(LoadedSnapshot loaded) {
    return new FaultWording(program(), loaded.snapshot(), params, searching.limits().tries());
  }

  @Override
  public Results results() {
    List<OutputColumn> columns = new ArrayList<>();
    for (Output output : program().outputs()) {
      FactColumn column = now.data().column(output.fact());
      columns.add(new EngineColumn(output, column, now.loaded().texts(), now.words()));
      given.add(output.fact());
    }
    return new Results(program(), now.loaded().snapshot(), params, columns);
  }

  @Override
  public ResultChanges update(SnapshotChanges.Changed changed) {
    State before = now;
    LoadedSnapshot loaded =
        before
            .loaded()
            .with(changed.snapshot(), ChangedCells.columns(before.loaded(), changed).keySet());
    ChangedCells cells = ChangedCells.of(loaded, changed);
    BrokenRows broken = brokenRows.find(loaded, before.data().inputs().broken(), changed, cells);
    RunData data = before.data().next(loaded, broken);
    if (!before.plan().suits(data.inputs())) {
      now = everything(data.inputs());
      given.clear();
      kept.clear();
      return changes(before, now, compared(before.data(), now.data()));
    }
    Overwriting columns = new Overwriting(data, given);
    Refilling refilling =
        new Refilling(before.plan(), runner, before.data(), data, cells, kept, columns, reported);
    try {
      refilling.run();
    } catch (RuntimeException | Error failure) {
      columns.undo();
      throw failure;
    }
    given.removeAll(columns.replaced());
    now = new State(before.plan(), data, words(loaded));
    return changes(before, now, refilling.differences());
  }

  private Map<FactRef, Difference> compared(RunData before, RunData after) {
    Map<FactRef, Difference> differences = new HashMap<>();
    for (Output output : program().outputs()) {
      FactRef fact = output.fact();
      differences.put(fact, Difference.between(before.column(fact), after.column(fact)));
    }
    return differences;
  }

  private ResultChanges changes(State before, State after, Map<FactRef, Difference> differences) {
    List<ResultChanges.OfOutput> outputs = new ArrayList<>();
    for (Output output : program().outputs()) {
      Difference difference = differences.get(output.fact());
      if (difference != null && difference.rows().length > 0) {
        outputs.add(
            new EngineChange(
                output,
                difference.rows(),
                column(output, difference.rows(), difference.before(), before),
                column(output, difference.rows(), difference.after(), after)));
      }
    }
    return new ResultChanges(
        program(), before.loaded().snapshot(), after.loaded().snapshot(), outputs);
  }

  private static EngineColumn column(Output output, int[] rows, FactColumn cells, State state) {
    return new EngineColumn(
        output, cells, state.loaded().texts(), (of, place) -> state.words().fault(of, rows[place]));
  }
}
