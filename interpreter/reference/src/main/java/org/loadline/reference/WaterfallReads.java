package org.loadline.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Amount;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.core.Place;
import org.loadline.core.Rows;
import org.loadline.core.SortKey;
import org.loadline.core.StepSize;
import org.loadline.core.Waterfall;

/** What a waterfall reads and writes, taken down from its text. */
final class WaterfallReads {
  private final Set<Dependencies.Input> written = new LinkedHashSet<>();
  private final List<Expr> formulas = new ArrayList<>();
  private final List<Expr> overAllRows = new ArrayList<>();
  private final boolean lineReadsCarried;

  WaterfallReads(Waterfall waterfall) {
    List<Expr> line = new ArrayList<>(waterfall.guard().stream().toList());
    waterfall.order().forEach(key -> line.add(key.measure()));
    overAllRows.addAll(line);
    formulas.addAll(line);
    lineReadsCarried =
        waterfall.carried().stream()
            .anyMatch(
                carried ->
                    line.stream().anyMatch(f -> Parts.mention(f, carried.slot()).isPresent()));
    waterfall.covers().ifPresent(formulas::add);
    waterfall.stop().ifPresent(formulas::add);
    waterfall.carried().forEach(carried -> formulas.add(carried.start()));
    waterfall.fixed().forEach(fixed -> formulas.add(fixed.value()));
    for (Waterfall.Step step : waterfall.steps()) {
      step.guard().ifPresent(formulas::add);
      step.entries().forEach(this::entry);
    }
  }

  /** The inputs that its entries write. */
  Set<Dependencies.Input> written() {
    return written;
  }

  /** Every formula in it. */
  List<Expr> formulas() {
    return formulas;
  }

  /** The formulas that are worked out for all rows of an entity. */
  List<Expr> overAllRows() {
    return overAllRows;
  }

  /** Whether who is served next depends on what the sweep carries. */
  boolean lineReadsCarried() {
    return lineReadsCarried;
  }

  private void entry(Entry entry) {
    switch (entry) {
      case Entry.Move e -> {
        amount(e.amount());
        place(e.from());
        place(e.to());
      }
      case Entry.Cancel e -> {
        amount(e.amount());
        place(e.holding());
        place(e.obligation());
      }
      case Entry.Raise e -> {
        amount(e.amount());
        place(e.holding());
        place(e.obligation());
      }
      case Entry.Set e -> {
        formulas.add(e.value());
        place(e.place());
      }
      case Entry.Carry e -> formulas.add(e.value());
      case Entry.Create e -> e.fields().forEach(filled -> formulas.add(filled.value()));
      case Entry.Refuse e -> e.when().ifPresent(formulas::add);
      case Entry.Share e -> {
        amount(e.amount());
        place(e.each());
        place(e.single());
        step(e.step());
        List<Expr> ofEach = new ArrayList<>(e.filter().stream().toList());
        ofEach.add(e.weight());
        e.cap().ifPresent(ofEach::add);
        overRows(e.binder(), ofEach, e.lost());
      }
      case Entry.ForEach e -> {
        overRows(e.binder(), e.filter().stream().toList(), e.order());
        e.during().ifPresent(formulas::add);
        e.entries().forEach(this::entry);
      }
      case Entry.Do e -> {
        e.arguments().forEach(argument -> formulas.add(argument.value()));
        e.entries().forEach(this::entry);
      }
    }
  }

  private void overRows(Expr.Binder binder, List<Expr> ofEach, List<SortKey> order) {
    List<Expr> all = new ArrayList<>(ofEach);
    order.forEach(key -> all.add(key.measure()));
    formulas.addAll(all);
    rows(binder.rows(), all);
  }

  private void rows(Rows rows, List<Expr> ofEach) {
    switch (rows) {
      case Rows.All all -> overAllRows.addAll(ofEach);
      case Rows.Children children -> formulas.add(children.parent());
      case Rows.Members members -> {}
      case Rows.Numbers numbers -> formulas.addAll(List.of(numbers.from(), numbers.to()));
      case Rows.Ordered ordered -> {
        List<Expr> all = new ArrayList<>(ofEach);
        ordered.filter().ifPresent(all::add);
        ordered.keys().forEach(key -> all.add(key.value()));
        formulas.addAll(all);
        ordered.most().ifPresent(formulas::add);
        rows(ordered.element().rows(), all);
      }
      case Rows.Before before -> {
        formulas.add(before.row());
        rows(before.order(), ofEach);
      }
    }
  }

  private void amount(Amount amount) {
    formulas.add(amount.value());
    amount.atMost().ifPresent(formulas::add);
    step(amount.step());
  }

  private void step(Optional<StepSize> step) {
    if (step.isPresent()) {
      switch (step.get()) {
        case StepSize.Whole whole -> {}
        case StepSize.MultipleOf(Expr size, var span) -> formulas.add(size);
        case StepSize.Places(Expr count, var span) -> formulas.add(count);
      }
    }
  }

  private void place(Place place) {
    switch (place) {
      case Place.OfRow e -> {
        written.add(new Dependencies.Input(Optional.of(e.entity()), e.field()));
        formulas.add(e.row());
        formulas.addAll(e.family());
      }
      case Place.OfSystem e ->
          written.add(new Dependencies.Input(Optional.empty(), e.input().index()));
    }
  }
}
