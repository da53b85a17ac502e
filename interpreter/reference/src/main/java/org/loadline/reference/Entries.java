package org.loadline.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.core.Program;
import org.loadline.data.ChangedCell;
import org.loadline.data.Fault;
import org.loadline.data.FieldAt;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;
import org.loadline.data.SnapshotProblem;
import org.loadline.data.SweepProblem;
import org.loadline.data.WorkingSnapshot;
import org.loadline.model.Field;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticCode;
import org.loadline.source.Span;
import org.loadline.sweep.Change;
import org.loadline.sweep.Event;
import org.loadline.values.Exact;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * Does the entries of a waterfall for one served row after another.
 *
 * <p>An entry works out everything it needs, then changes the world. One that cannot be done is a
 * {@link Failure}, one that refuses the row a {@link Refusal}; whoever serves the row takes back
 * what was done for it.
 */
final class Entries {
  private final Program program;
  private final World world;
  private final Cells cells;
  private final EntryAmounts amounts;
  private final Conservation conservation;
  private final Numbering numbering;
  private final SweepLedger ledger;

  /** Where an entry stands: the served row, the step, and the action it belongs to. */
  record At(String served, String step, Optional<String> action) {}

  Entries(Program program, World world, Numbering numbering, SweepLedger ledger) {
    this.program = program;
    this.world = world;
    this.cells = new Cells(program);
    this.amounts = new EntryAmounts(world);
    this.conservation = new Conservation(program, world.snapshot());
    this.numbering = numbering;
    this.ledger = ledger;
  }

  void all(List<Entry> entries, Frame frame, At at) {
    entries.forEach(entry -> one(entry, frame, at));
  }

  private void one(Entry entry, Frame frame, At at) {
    switch (entry) {
      case Entry.Move e -> {
        Exact amount = amounts.of(e.amount(), frame);
        Cells.Cell from = cells.of(e.from(), frame, world.evaluation());
        Cells.Cell to = cells.of(e.to(), frame, world.evaluation());
        Batch batch = new Batch(world, cells, frame);
        Change out = batch.lower(from, amount, e.mayOverdraw());
        Change in = batch.raise(to, amount);
        flow(Event.Kind.MOVE, amount, out, in, batch, at, e.span());
      }
      case Entry.Cancel e -> {
        Exact amount = amounts.of(e.amount(), frame);
        Cells.Cell holding = cells.of(e.holding(), frame, world.evaluation());
        Cells.Cell obligation = cells.of(e.obligation(), frame, world.evaluation());
        Batch batch = new Batch(world, cells, frame);
        Change held = batch.lower(holding, amount, e.mayOverdraw());
        Change owed = batch.lower(obligation, amount, e.mayOverdraw());
        flow(Event.Kind.CANCEL, amount, held, owed, batch, at, e.span());
      }
      case Entry.Raise e -> {
        Exact amount = amounts.of(e.amount(), frame);
        Cells.Cell holding = cells.of(e.holding(), frame, world.evaluation());
        Cells.Cell obligation = cells.of(e.obligation(), frame, world.evaluation());
        Batch batch = new Batch(world, cells, frame);
        Change held = batch.raise(holding, amount);
        Change owed = batch.raise(obligation, amount);
        flow(Event.Kind.RAISE, amount, held, owed, batch, at, e.span());
      }
      case Entry.Set e -> set(e, frame, at);
      case Entry.Carry e ->
          frame.set(e.slot(), world.evaluation().formulas().value(e.value(), frame));
      case Entry.Create e -> create(e, frame, at);
      case Entry.Refuse e -> {
        if (e.when().isEmpty() || world.evaluation().formulas().holds(e.when().get(), frame)) {
          throw new Refusal(e.reason(), e.span());
        }
      }
      case Entry.Share e -> share(e, frame, at);
      case Entry.ForEach e -> forEach(e, frame, at);
      case Entry.Do e -> {
        List<Outcome> arguments = new ArrayList<>();
        e.arguments().forEach(a -> arguments.add(world.evaluation().outcome(a.value(), frame)));
        for (int i = 0; i < arguments.size(); i++) {
          frame.set(e.arguments().get(i).slot(), arguments.get(i));
        }
        all(e.entries(), frame, new At(at.served(), at.step(), Optional.of(e.action())));
      }
    }
  }

  private void flow(
      Event.Kind kind, Exact amount, Change from, Change to, Batch batch, At at, Span span) {
    if (amount.signum() != 0) {
      commit(batch, true, span);
      add(new Event.Flow(kind, amount, from.type(), from, to), at, span);
    }
  }

  private void set(Entry.Set e, Frame frame, At at) {
    Evaluation evaluation = world.evaluation();
    Value value = evaluation.formulas().value(e.value(), frame);
    Cells.Cell cell = cells.of(e.place(), frame, evaluation);
    cell.at()
        .entity()
        .map(entity -> new RowAt(entity, cell.at().row()))
        .flatMap(evaluation::brokenRow)
        .ifPresent(
            broken -> {
              throw Failure.passing(broken);
            });
    Batch batch = new Batch(world, cells, frame);
    Change change = batch.set(cell, value, e.span());
    if (!change.before().equals(Optional.of(value))) {
      commit(batch, false, e.span());
      add(new Event.Set(change), at, e.span());
    }
  }

  private void commit(Batch batch, boolean conserves, Span span) {
    Map<ChangedCell, Optional<Value>> before = conservation.held(batch.pending().keySet());
    Optional<Fault> broken = world.write(batch.pending());
    if (broken.isPresent()) {
      throw Failure.passing(broken.get());
    }
    if (conserves) {
      conservation.check(before, span);
    }
  }

  private void create(Entry.Create e, Frame frame, At at) {
    Evaluation evaluation = world.evaluation();
    Map<FieldAt, Value> values = new LinkedHashMap<>();
    for (Field field : program.entity(e.entity()).fields()) {
      if (field.bucket().isPresent()) {
        int members =
            field.family().stream()
                .mapToInt(choice -> program.choice(choice).members().size())
                .reduce(1, Math::multiplyExact);
        for (int member = 0; member < members; member++) {
          values.put(new FieldAt(field.index(), member), Exact.ZERO);
        }
      }
    }
    for (Entry.Create.Filled filled : e.fields()) {
      values.put(
          new FieldAt(filled.field(), filled.member()),
          evaluation.formulas().value(filled.value(), frame));
    }
    switch (world.add(e.entity(), values)) {
      case WorkingSnapshot.Added.Refused(var why) -> {
        DiagnosticCode code = why.what().code();
        String remedy =
            code == SnapshotProblem.DUPLICATE_IDENTITY
                ? "Test first that there is none, or give it another key."
                : why.what().hint();
        throw Failure.passing(
            evaluation
                .words()
                .fault(
                    Diagnostic.of(SweepProblem.CANNOT_CREATE, e.span())
                        .with("entity", e.entity().name())
                        .with("problem", why.what().message())
                        .with("remedy", remedy),
                    frame));
      }
      case WorkingSnapshot.Added.At(int row) -> {
        numbering.added(new RowAt(e.entity(), row), frame);
        Optional<Fault> broken = world.brokenByAddition();
        if (broken.isPresent()) {
          throw Failure.passing(broken.get());
        }
        add(created(e, row, values), at, e.span());
      }
    }
  }

  private Event.Created created(Entry.Create e, int row, Map<FieldAt, Value> values) {
    String name = e.entity().name() + " " + world.snapshot().identity(e.entity(), row);
    List<Change> changes = new ArrayList<>();
    for (Entry.Create.Filled filled : e.fields()) {
      Field field = program.entity(e.entity()).fields().get(filled.field());
      ChangedCell at =
          new ChangedCell(Optional.of(e.entity()), filled.field(), filled.member(), row);
      Cells.Cell cell = new Cells.Cell(at, field, e.span());
      changes.add(
          new Change(
              cells.text(cell, world.evaluation()),
              cells.input(cell),
              field.type(),
              Optional.empty(),
              Objects.requireNonNull(values.get(new FieldAt(filled.field(), filled.member())))));
    }
    return new Event.Created(name, changes);
  }

  private void forEach(Entry.ForEach e, Frame frame, At at) {
    Formulas formulas = world.evaluation().formulas();
    int slot = e.binder().slot();
    List<Integer> kept = kept(e.binder(), e.filter(), frame, formulas);
    Numbering.Listed rows =
        new Numbering.Listed(
            Numbering.entity(e.binder().rows()),
            SweepOrder.ranked(kept, slot, e.order(), frame, formulas));
    numbering.open(rows);
    try {
      for (int i = 0; i < rows.rows().size(); i++) {
        frame.set(slot, new RowNumber(rows.rows().get(i)));
        if (e.during().isPresent()
            && !world.evaluation().formulas().holds(e.during().get(), frame)) {
          return;
        }
        all(e.entries(), frame, at);
      }
    } finally {
      numbering.close(rows);
    }
  }

  private static List<Integer> kept(
      Expr.Binder binder, Optional<Expr> filter, Frame frame, Formulas formulas) {
    List<Integer> kept = new ArrayList<>();
    for (Value element : formulas.rows().elements(binder.rows(), frame)) {
      frame.set(binder.slot(), element);
      if (filter.isEmpty() || formulas.holds(filter.get(), frame)) {
        kept.add(((RowNumber) element).index());
      }
    }
    return kept;
  }

  private void share(Entry.Share e, Frame frame, At at) {
    Evaluation evaluation = world.evaluation();
    Formulas formulas = evaluation.formulas();
    Exact amount = amounts.of(e.amount(), frame);
    Cells.Cell single = cells.of(e.single(), frame, evaluation);
    Batch batch = new Batch(world, cells, frame);
    List<Integer> rows = kept(e.binder(), e.filter(), frame, formulas);
    List<Cells.Cell> ends = new ArrayList<>();
    List<Sharing.Taker> takers = new ArrayList<>();
    for (int row : rows) {
      frame.set(e.binder().slot(), new RowNumber(row));
      Exact weight = amounts.weight(e, row, frame);
      Optional<Exact> cap = e.cap().flatMap(most -> amounts.limit(most, frame));
      Cells.Cell end = cells.of(e.each(), frame, evaluation);
      Exact step =
          e.step().isPresent()
              ? formulas.step(e.step().get(), e.amount().value(), frame)
              : batch.step(end);
      ends.add(end);
      takers.add(new Sharing.Taker(weight, cap, step));
    }
    List<Integer> order = SweepOrder.ranked(rows, e.binder().slot(), e.lost(), frame, formulas);
    Map<Integer, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      places.put(rows.get(i), i);
    }
    List<Exact> takes =
        Sharing.divide(amount, takers, e.refilled(), order.stream().map(places::get).toList());
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < takes.size(); i++) {
      Exact take = takes.get(i);
      if (take.signum() != 0) {
        frame.set(e.binder().slot(), new RowNumber(rows.get(i)));
        Change from = batch.lower(e.fromEach() ? ends.get(i) : single, take, e.mayOverdraw());
        Change to = batch.raise(e.fromEach() ? single : ends.get(i), take);
        events.add(new Event.Flow(Event.Kind.SHARE, take, from.type(), from, to));
      }
    }
    if (!events.isEmpty()) {
      commit(batch, true, e.span());
      events.forEach(event -> add(event, at, e.span()));
    }
  }

  private void add(Event event, At at, Span span) {
    ledger.add(at.served(), Optional.of(at.step()), at.action(), event, span);
  }
}
