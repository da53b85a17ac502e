package org.loadline.engine.run;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.loadline.core.FactRef;
import org.loadline.engine.load.FactChanges;
import org.loadline.engine.load.FactColumn;
import org.loadline.engine.load.RunData;
import org.loadline.engine.load.SomeChildren;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.PassReads;
import org.loadline.engine.plan.RowSum;
import org.loadline.values.Exact;

/** One update of the columns of a live run: pass by pass, the rows that read what changed. */
final class Refilling {
  /** Above one row in so many, all rows are worked out in order. */
  private static final int MOST = 2;

  /**
   * Sums over children are brought up to date by what some add if so many times these are no more
   * than all: they are looked at as they were, too.
   */
  private static final int FEWER = 2;

  /** A column of no more rows is copied rather than that sums lose what they were made of. */
  private static final int FEW = 1 << 14;

  private final CompiledPlan plan;
  private final RowRunner runner;
  private final RunData before;
  private final RunData data;
  private final ChangedCells cells;
  private final KeptChildren kept;
  private final Overwriting columns;
  private final Set<FactRef> reported;
  private final Map<FactRef, Difference> differences = new HashMap<>();

  /**
   * For each fact of which rows were filled anew, what the sum over all rows is above what it was;
   * empty if that is unknown.
   */
  private final Map<FactRef, Supplier<Optional<Exact>>> refilled = new HashMap<>();

  /**
   * @param kept children that earlier updates have laid out
   * @param columns what makes columns of {@code data} ready to be written
   * @param reported facts of which it is told what changed
   */
  Refilling(
      CompiledPlan plan,
      RowRunner runner,
      RunData before,
      RunData data,
      ChangedCells cells,
      KeptChildren kept,
      Overwriting columns,
      Set<FactRef> reported) {
    this.plan = plan;
    this.runner = runner;
    this.before = before;
    this.data = data;
    this.cells = cells;
    this.kept = kept;
    this.columns = columns;
    this.reported = reported;
  }

  void run() {
    for (int at = 0; at < plan.passes().size(); at++) {
      CompiledPass pass = plan.passes().get(at);
      if (pass.ofChildren().isPresent() && shift(pass, pass.ofChildren().get(), at)) {
        continue;
      }
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

  /** What differs of the facts that are reported. */
  Map<FactRef, Difference> differences() {
    return differences;
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
    Supplier<Optional<Exact>> change = refilled.get(of);
    if (change == null || !from.isKnown(0)) {
      return Optional.empty();
    }
    Optional<Exact> sum = change.get().map(from.number(0)::plus);
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
    columns.replaced(fact);
    Difference difference = Difference.between(before.column(fact), data.column(fact));
    cells.add(new ColumnKey.OfFact(fact), RowSets.of(difference.rows()));
    refilled.put(fact, change(fact, difference.rows(), difference.before()));
    differences.put(fact, difference);
  }

  private void some(CompiledPass pass, int[] rows) {
    Map<FactRef, FactColumn> overwritten = new LinkedHashMap<>();
    for (Pass.Filled filled : pass.pass().filled()) {
      FactRef fact = filled.fact().ref();
      overwritten.put(fact, overwritten(fact, rows));
      data.column(fact).clear(rows);
    }
    runner.run(pass.listed(), data, rows);
    BitSet set = RowSets.of(rows);
    overwritten.forEach(
        (fact, from) -> {
          refilled.put(fact, change(fact, rows, from));
          if (isAsked(fact)) {
            told(fact, set, rows, from);
          } else {
            cells.add(new ColumnKey.OfFact(fact), set);
          }
        });
  }

  /** The cells of some rows, of a column that may be written from now on. */
  private FactColumn overwritten(FactRef fact, int[] rows) {
    FactColumn column = writable(fact);
    FactColumn then = column.at(rows);
    columns.remember(fact, column, rows, then);
    return then;
  }

  private FactColumn writable(FactRef fact) {
    return columns.column(fact, plan.isSummed(fact) && data.column(fact).size() <= FEW);
  }

  /** Brings sums over children up to date from a few of them; false if that cannot be done. */
  private boolean shift(CompiledPass pass, ChildRoots roots, int at) {
    PassReads reads = plan.reads(at);
    if (reads.anything()
        || reads.cells().stream().anyMatch(this::isOverwritten)
        || roots.columns().stream().anyMatch(this::standsAmongOthers)) {
      return false;
    }
    Map<Object, BitSet> changed = cells.changed(reads);
    if (changed.isEmpty()) {
      return true;
    }
    Domain.Children of = roots.children();
    Optional<SomeChildren> known = kept.find(pass, changed);
    if (known.isEmpty()) {
      BitSet found = new BitSet();
      if (!cells.children(reads, of, found)) {
        return false;
      }
      known = Optional.of(data.loaded().some(of.child(), of.field(), found));
    }
    SomeChildren children = known.get();
    if (children.size() == 0) {
      return true;
    }
    if (children.size() * FEWER
        > data.loaded().children(of.child(), of.field(), children.parents())) {
      return false;
    }
    kept.keep(pass, changed, children, data.loaded().rows(of.child()));
    SumShift shift = SumShift.of(roots, touched(pass, at), runner, children, before, data);
    children.settle();
    shift(pass, shift);
    return true;
  }

  private void shift(CompiledPass pass, SumShift shift) {
    int[] rows = shift.rows();
    BitSet left = new BitSet();
    Map<FactRef, FactColumn> before = new LinkedHashMap<>();
    for (FactRef fact : shift.facts()) {
      if (isAsked(fact)) {
        before.put(fact, overwritten(fact, rows));
      }
      FactColumn column = writable(fact);
      BitSet leftOfFact = shift.apply(fact, column);
      columns.remember(fact, () -> shift.takeBack(fact, column, leftOfFact));
      left.or(leftOfFact);
    }
    if (!left.isEmpty()) {
      again(pass, RowSets.list(left));
    }
    BitSet set = RowSets.of(rows);
    for (FactRef fact : shift.facts()) {
      refilled.put(fact, left.isEmpty() ? () -> shift.change(fact) : Optional::empty);
      FactColumn from = before.get(fact);
      if (from != null) {
        told(fact, set, rows, from);
      } else {
        cells.add(new ColumnKey.OfFact(fact), set);
      }
    }
  }

  /**
   * Works all of a pass out for some rows; but for sums that were shifted it comes out the same.
   */
  private void again(CompiledPass pass, int[] rows) {
    for (Pass.Filled filled : pass.pass().filled()) {
      overwritten(filled.fact().ref(), rows);
      data.column(filled.fact().ref()).clear(rows);
    }
    runner.run(pass.listed(), data, rows);
  }

  /** The facts of a pass that read what changed. */
  private Set<FactRef> touched(CompiledPass pass, int at) {
    Set<FactRef> facts = new HashSet<>();
    List<PassReads> reads = plan.readsOfFacts(at);
    for (int fact = 0; fact < reads.size(); fact++) {
      if (cells.touch(reads.get(fact))) {
        facts.add(pass.pass().filled().get(fact).fact().ref());
      }
    }
    return facts;
  }

  private boolean standsAmongOthers(ColumnKey column) {
    return column instanceof ColumnKey.OfFact(FactRef fact)
        && data.column(fact).bundle().isPresent();
  }

  /** Whether what stood in a column before is gone. */
  private boolean isOverwritten(PassReads.Cells read) {
    return read.column() instanceof ColumnKey.OfFact(FactRef fact)
        && refilled.containsKey(fact)
        && !columns.isReplaced(fact);
  }

  private Supplier<Optional<Exact>> change(FactRef fact, int[] rows, FactColumn from) {
    return () -> FactChanges.of(data.column(fact)).above(rows, from);
  }

  /** Whether it matters to somebody which rows came out the same. */
  private boolean isAsked(FactRef fact) {
    return reported.contains(fact) || plan.isFollowed(fact);
  }

  /** Tells which of the rows that were filled anew came out otherwise. */
  private void told(FactRef fact, BitSet set, int[] rows, FactColumn from) {
    FactColumn to = data.column(fact);
    int[] places = FactChanges.of(to).differing(rows, from);
    int[] changed = RowSets.at(rows, places);
    cells.add(
        new ColumnKey.OfFact(fact), changed.length == rows.length ? set : RowSets.of(changed));
    if (reported.contains(fact)) {
      FactColumn then = places.length == rows.length ? from : from.at(places);
      differences.put(fact, new Difference(changed, then, to.at(changed)));
    }
  }
}
