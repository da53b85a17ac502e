package org.loadline.engine.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.FactRef;
import org.loadline.engine.load.FactColumn;
import org.loadline.engine.load.RunData;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.PassReads;
import org.loadline.engine.plan.RowSum;
import org.loadline.values.Exact;

/** One update of the columns of a live run: pass by pass, the rows that read what changed. */
final class Refilling {
  /** Above one row in so many, all rows are worked out in order. */
  private static final int MOST = 2;

  private final CompiledPlan plan;
  private final RowRunner runner;
  private final RunData before;
  private final RunData data;
  private final ChangedCells cells;
  private final Set<FactRef> given;
  private final Set<FactRef> reported;
  private final Map<FactRef, Refilled> refilled = new HashMap<>();
  private final Map<FactRef, Difference> differences = new HashMap<>();
  private final Set<FactRef> replaced = new HashSet<>();
  private final List<Runnable> undone = new ArrayList<>();

  /** The rows of a fact that were filled anew, and their cells before. */
  private record Refilled(int[] rows, FactColumn before) {}

  /**
   * @param given facts whose columns somebody holds: they are copied before they are written
   * @param reported facts of which it is told what changed
   */
  Refilling(
      CompiledPlan plan,
      RowRunner runner,
      RunData before,
      RunData data,
      ChangedCells cells,
      Set<FactRef> given,
      Set<FactRef> reported) {
    this.plan = plan;
    this.runner = runner;
    this.before = before;
    this.data = data;
    this.cells = cells;
    this.given = given;
    this.reported = reported;
  }

  void run() {
    for (int at = 0; at < plan.passes().size(); at++) {
      CompiledPass pass = plan.passes().get(at);
      int rows = pass.rows(data);
      BitSet readers = new BitSet(rows);
      if (!cells.readers(plan.reads(at), readers) || readers.cardinality() > rows / MOST) {
        if (pass.owner().isPresent() || !sums(pass, plan.readsOfFacts(at))) {
          all(pass);
        }
      } else if (!readers.isEmpty()) {
        some(pass, RowSets.list(readers));
      }
    }
  }

  /** Makes the columns that were written in place what they were before. */
  void undo() {
    undone.forEach(Runnable::run);
  }

  /** What differs of the facts that are reported. */
  Map<FactRef, Difference> differences() {
    return differences;
  }

  /** The facts that have columns of their own now. */
  Set<FactRef> replaced() {
    return replaced;
  }

  /**
   * Updates facts of the whole that are sums over rows by what those rows have changed. False if a
   * fact that reads what changed is not such a sum, or is none that can be updated.
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
          replace(fact);
        });
    return true;
  }

  private Optional<FactColumn> sum(Pass.Filled filled, FactRef of) {
    FactColumn from = before.column(filled.fact().ref());
    Refilled rows = refilled.get(of);
    if (rows == null || !from.isKnown(0)) {
      return Optional.empty();
    }
    Optional<Exact> sum =
        data.column(of).above(rows.rows(), rows.before()).map(from.number(0)::plus);
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
    pass.pass().filled().forEach(filled -> replace(filled.fact().ref()));
  }

  /** A fact has a column of its own now. */
  private void replace(FactRef fact) {
    replaced.add(fact);
    Difference difference = Difference.between(before.column(fact), data.column(fact));
    cells.add(new ColumnKey.OfFact(fact), RowSets.of(difference.rows()));
    refilled.put(fact, new Refilled(difference.rows(), difference.before()));
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
    overwritten.forEach((fact, from) -> refilled(fact, rows, from));
  }

  /** Rows that came out the same are told apart only where that matters to somebody. */
  private void refilled(FactRef fact, int[] rows, FactColumn from) {
    refilled.put(fact, new Refilled(rows, from));
    boolean told = reported.contains(fact);
    if (!told && !plan.isFollowed(fact)) {
      cells.add(new ColumnKey.OfFact(fact), RowSets.of(rows));
      return;
    }
    FactColumn to = data.column(fact);
    int[] places = to.differing(rows, from);
    int[] changed = RowSets.at(rows, places);
    cells.add(new ColumnKey.OfFact(fact), RowSets.of(changed));
    if (told) {
      FactColumn then = places.length == rows.length ? from : from.at(places);
      differences.put(fact, new Difference(changed, then, to.at(changed)));
    }
  }
}
