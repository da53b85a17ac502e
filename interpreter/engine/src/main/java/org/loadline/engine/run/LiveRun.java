package org.loadline.engine.run;

import com.oracle.truffle.api.TruffleLanguage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
import org.loadline.engine.load.LoadedSnapshot;
import org.loadline.engine.load.RunData;
import org.loadline.engine.load.Searching;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.PassReads;
import org.loadline.engine.plan.RowSum;
import org.loadline.values.Exact;

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
  private final Set<FactRef> given = new HashSet<>();
  private State now;

  /** All that belongs to one snapshot. */
  private record State(
      LoadedSnapshot loaded,
      BrokenRows broken,
      CompiledPlan plan,
      RunData data,
      FaultWording words) {}

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
    this.brokenRows = prepared.brokenRowUpdate(language, params);
    this.now = everything(loaded, prepared.broken(language, loaded, params));
  }

  private Program program() {
    return prepared.program();
  }

  /** Twice, if the first time shows that the plan had better begin with another effort. */
  private State everything(LoadedSnapshot loaded, BrokenRows broken) {
    State state = once(loaded, broken);
    return state.plan().hasLearned() ? once(loaded, broken) : state;
  }

  private State once(LoadedSnapshot loaded, BrokenRows broken) {
    RunData data = new RunData(loaded, params, broken, searching);
    CompiledPlan plan = prepared.plan(language, data, false);
    for (CompiledPass pass : plan.passes()) {
      pass.open(data);
      runner.run(pass, data);
    }
    return new State(loaded, broken, plan, data, words(loaded));
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
    BrokenRows broken = brokenRows.find(loaded, before.broken(), changed, cells);
    RunData data = before.data().next(loaded, broken);
    if (!before.plan().suits(data)) {
      now = everything(loaded, broken);
      given.clear();
      return changes(before, now, compared(before.data(), now.data()));
    }
    Refilling refilling = new Refilling(before.data(), data, cells);
    try {
      refilling.run(before.plan());
    } catch (RuntimeException | Error failure) {
      refilling.undo();
      throw failure;
    }
    given.removeAll(refilling.replaced);
    now = new State(loaded, broken, before.plan(), data, words(loaded));
    return changes(before, now, refilling.differences);
  }

  /** The rows of a fact that differ, with their cells before and after. */
  private record Difference(int[] rows, FactColumn before, FactColumn after) {}

  private Map<FactRef, Difference> compared(RunData before, RunData after) {
    Map<FactRef, Difference> differences = new HashMap<>();
    for (Output output : program().outputs()) {
      FactRef fact = output.fact();
      differences.put(fact, difference(before.column(fact), after.column(fact)));
    }
    return differences;
  }

  private static Difference difference(FactColumn from, FactColumn to) {
    int[] rows = IntStream.range(0, to.size()).filter(row -> !to.same(row, from, row)).toArray();
    return new Difference(rows, from.at(rows), to.at(rows));
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

  /** One update of the columns. */
  private final class Refilling {
    /** Above one row in so many, all rows are worked out in order. */
    private static final int MOST = 2;

    private final RunData before;
    private final RunData data;
    private final ChangedCells cells;
    private final Map<FactRef, Difference> differences = new HashMap<>();
    private final Set<FactRef> replaced = new HashSet<>();
    private final List<Runnable> undone = new ArrayList<>();

    Refilling(RunData before, RunData data, ChangedCells cells) {
      this.before = before;
      this.data = data;
      this.cells = cells;
    }

    void run(CompiledPlan plan) {
      for (int at = 0; at < plan.passes().size(); at++) {
        CompiledPass pass = plan.passes().get(at);
        int rows = pass.rows(data);
        BitSet readers = new BitSet(rows);
        if (!cells.readers(plan.reads(at), readers) || readers.cardinality() > rows / MOST) {
          if (pass.owner().isPresent() || !sums(pass, plan.readsOfFacts(at))) {
            all(pass);
          }
        } else if (!readers.isEmpty()) {
          some(pass, readers.stream().toArray());
        }
      }
    }

    void undo() {
      undone.forEach(Runnable::run);
    }

    /**
     * Updates facts of the whole that are sums over rows by what those rows have changed. False if
     * a fact that reads what changed is not such a sum, or is none that can be updated.
     */
    private boolean sums(CompiledPass pass, List<PassReads> reads) {
      Map<FactRef, FactColumn> updated = new LinkedHashMap<>();
      for (int at = 0; at < reads.size(); at++) {
        if (!cells.readers(reads.get(at), new BitSet())) {
          Pass.Filled filled = pass.pass().filled().get(at);
          Optional<FactColumn> sum = RowSum.of(filled.term()).flatMap(of -> sum(filled, of));
          if (sum.isEmpty()) {
            return false;
          }
          updated.put(filled.fact().ref(), sum.get());
        }
      }
      updated.forEach(
          (fact, column) -> {
            data.add(fact, column);
            replaced.add(fact);
            compare(fact);
          });
      return true;
    }

    private Optional<FactColumn> sum(Pass.Filled filled, FactRef of) {
      FactColumn from = before.column(filled.fact().ref());
      Difference rows = differences.get(of);
      if (rows == null || !from.isKnown(0)) {
        return Optional.empty();
      }
      Optional<Exact> sum = rows.after().above(rows.before()).map(from.number(0)::plus);
      if (sum.isEmpty() || sum.get().exceedsLimit()) {
        return Optional.empty();
      }
      FactColumn column = new FactColumn(from.form(), 1);
      column.put(0, sum.get());
      return Optional.of(column);
    }

    private void all(CompiledPass pass) {
      pass.open(data);
      runner.run(pass, data);
      for (Pass.Filled filled : pass.pass().filled()) {
        replaced.add(filled.fact().ref());
        compare(filled.fact().ref());
      }
    }

    private void compare(FactRef fact) {
      Difference difference = difference(before.column(fact), data.column(fact));
      BitSet differing = new BitSet();
      for (int row : difference.rows()) {
        differing.set(row);
      }
      cells.add(new ColumnKey.OfFact(fact), differing);
      differences.put(fact, difference);
    }

    private void some(CompiledPass pass, int[] rows) {
      Map<FactRef, FactColumn> overwritten = new LinkedHashMap<>();
      for (Pass.Filled filled : pass.pass().filled()) {
        FactRef fact = filled.fact().ref();
        FactColumn column = data.column(fact);
        FactColumn cellsBefore = column.at(rows);
        overwritten.put(fact, cellsBefore);
        if (given.contains(fact)) {
          column = column.copy();
          data.add(fact, column);
          replaced.add(fact);
        } else {
          FactColumn filledAgain = column;
          undone.add(() -> filledAgain.put(rows, cellsBefore));
        }
        column.clear(rows);
      }
      runner.run(pass.listed(), data, rows);
      overwritten.forEach((fact, from) -> compare(fact, rows, from));
    }

    private void compare(FactRef fact, int[] rows, FactColumn from) {
      FactColumn to = data.column(fact);
      BitSet differing = new BitSet();
      int[] places = new int[rows.length];
      int[] changed = new int[rows.length];
      int count = 0;
      for (int at = 0; at < rows.length; at++) {
        if (!to.same(rows[at], from, at)) {
          differing.set(rows[at]);
          places[count] = at;
          changed[count++] = rows[at];
        }
      }
      int[] list = Arrays.copyOf(changed, count);
      cells.add(new ColumnKey.OfFact(fact), differing);
      differences.put(
          fact, new Difference(list, from.at(Arrays.copyOf(places, count)), to.at(list)));
    }
  }
}
