package org.loadline.engine.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Program;
import org.loadline.engine.code.FlagOp;
import org.loadline.engine.code.NumberChoice;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.NumberRead;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;

/**
 * The lowering of one pass: gives an operation for any term, from its slots if it is kept there.
 */
final class Lowering {
  private final Program program;
  private final Columns columns;
  private final Packs packs;
  private final FrameLayout frame = new FrameLayout();
  private final Notes notes = new Notes();
  private final Map<Term, Kept> kept = new HashMap<>();
  private final Map<Term, Integer> variables = new HashMap<>();
  private final Arithmetic arithmetic;
  private final NumberLowering numbers;
  private final PlaceLowering places;
  private final CellLowering cells;
  private final TableLowering tables;
  private final ValueLowering values;
  private final AskedFactLowering askedFacts;
  private final RowsLowering rows;
  private final LoopLowering loops;
  private final FoldLowering folds;
  private final OrderLowering orders;
  private final ScanLowering scans;
  private final Schedule schedule;
  private final AsideLowering aside;

  /**
   * @param wanted all that the pass works out
   */
  Lowering(Program program, Columns columns, Effort effort, List<Term> wanted) {
    this.program = program;
    this.columns = columns;
    this.packs = Packs.of(program, wanted, columns);
    this.arithmetic = new Arithmetic(effort, frame, notes);
    this.numbers = new NumberLowering(this);
    this.places = new PlaceLowering(this);
    this.cells = new CellLowering(this);
    this.tables = new TableLowering(this);
    this.values = new ValueLowering(this);
    this.askedFacts = new AskedFactLowering(this);
    this.rows = new RowsLowering(this);
    this.loops = new LoopLowering(this);
    this.folds = new FoldLowering(this);
    this.orders = new OrderLowering(this);
    this.scans = new ScanLowering(this);
    this.schedule = new Schedule(this);
    this.aside = new AsideLowering(this);
  }

  Program program() {
    return program;
  }

  Columns columns() {
    return columns;
  }

  Packs packs() {
    return packs;
  }

  FrameLayout frame() {
    return frame;
  }

  Notes notes() {
    return notes;
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  CellLowering cells() {
    return cells;
  }

  AskedFactLowering askedFacts() {
    return askedFacts;
  }

  TableLowering tables() {
    return tables;
  }

  ValueLowering values() {
    return values;
  }

  AsideLowering aside() {
    return aside;
  }

  RowsLowering rows() {
    return rows;
  }

  /** A statement that works out all of {@code loops} over the same rows, kept from then on. */
  StatementOp together(List<Term> loops) {
    Term first = loops.getFirst();
    if (first.shape() instanceof Shape.Order) {
      return orders.lower(first);
    }
    if (first.shape() instanceof Shape.Scan) {
      return scans.lower(loops);
    }
    return FoldLowering.isFold(first) ? folds.lower(first) : this.loops.fused(loops);
  }

  /** The slot that a variable's element stands in. */
  int variable(Term variable) {
    return variables.computeIfAbsent(variable, v -> frame.slot());
  }

  boolean isKept(Term term) {
    return kept.containsKey(term);
  }

  void keep(Term term, Kept where) {
    kept.put(term, where);
  }

  /** Forgets what was kept for the elements of a variable: its loop is over. */
  void forget(List<Term> terms) {
    terms.forEach(kept::remove);
  }

  /** Statements that work out what the given terms share at a variable, or outside of all. */
  List<StatementOp> share(Optional<Term> variable, List<Term> wanted) {
    return schedule.share(variable, wanted);
  }

  /** What is kept at the moment. */
  Set<Term> kept() {
    return Set.copyOf(kept.keySet());
  }

  /** The terms kept by the last {@link #share} of a variable and since. */
  List<Term> keptFor(Term variable) {
    return kept.keySet().stream()
        .filter(t -> t.home().filter(h -> h == variable).isPresent())
        .toList();
  }

  OrderLowering orders() {
    return orders;
  }

  ScanLowering scans() {
    return scans;
  }

  /** Where a scan has left its values. */
  Kept.Scan scan(Term term) {
    if (kept.get(term) instanceof Kept.Scan scan) {
      notes.read(term, Optional.empty());
      return scan;
    }
    throw new IllegalStateException("a scan is kept before it is read");
  }

  /** Where an order stands, which is made before anybody reads it. */
  Kept.Order order(Term term) {
    if (kept.get(term) instanceof Kept.Order order) {
      notes.read(term, Optional.empty());
      return order;
    }
    throw new IllegalStateException("an order is kept before it is read");
  }

  NumberOp number(Term term) {
    if (kept.get(term) instanceof Kept.Number(var form, var slots, boolean failing)) {
      notes.read(term, Optional.of(form));
      return new NumberRead.Slot(form, slots, failing);
    }
    notes.begin(term);
    NumberOp op = term.kind() == Kind.NOTHING ? nothing(term) : numbers.lower(term);
    notes.end(Optional.of(op.form()));
    return op;
  }

  private NumberOp nothing(Term term) {
    return term.shape() instanceof Shape.Fail(boolean own)
        ? new NumberChoice.Fail(own)
        : arithmetic.mark(true);
  }

  FlagOp flag(Term term) {
    if (kept.get(term) instanceof Kept.Flag(int slot, int markSlot)) {
      notes.read(term, Optional.empty());
      return new FlagOp.Slot(slot, markSlot);
    }
    notes.begin(term);
    FlagOp op = places.flag(term);
    notes.end(Optional.empty());
    return op;
  }

  PlaceOp index(Term term) {
    if (kept.get(term) instanceof Kept.Index(int slot, int markSlot, boolean orNone)) {
      notes.read(term, Optional.empty());
      return new PlaceOp.Slot(slot, markSlot, orNone);
    }
    notes.begin(term);
    PlaceOp op = places.index(term);
    notes.end(Optional.empty());
    return op;
  }
}
