package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Program;
import org.loadline.core.Waterfall;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.model.Type;
import org.loadline.source.TextBrackets;
import org.loadline.sweep.Covered;
import org.loadline.sweep.Event;
import org.loadline.sweep.Sweep;
import org.loadline.values.Exact;

/** Serves the rows over the line of one waterfall, in order, in some world. */
final class SweepRun {
  private final Waterfall waterfall;
  private final World world;
  private final Numbering numbering;
  private final SweepLedger ledger;
  private final Entries entries;
  private final List<Sweep.Served> served = new ArrayList<>();
  private int refused;
  private int faulted;

  /** What the sweep carries from row to row, on a frame without a row. */
  private final Frame carried;

  SweepRun(Program program, Waterfall waterfall, World world, int linesBefore) {
    this.waterfall = waterfall;
    this.world = world;
    this.numbering = new Numbering(waterfall);
    this.ledger = new SweepLedger(waterfall, linesBefore);
    this.entries = new Entries(program, world, numbering, ledger);
    this.carried = Frame.of(waterfall.slots(), Optional.empty(), Optional.empty());
  }

  Sweep run() {
    waterfall
        .carried()
        .forEach(c -> carried.set(c.slot(), world.evaluation().outcome(c.start(), carried)));
    ServingOrder order = new ServingOrder(waterfall, world, numbering, carried);
    int over = order.over();
    Sweep.Stop stop = serveAll(order);
    Snapshot after = world.snapshot().frozen();
    Sweep.Counts counts = new Sweep.Counts(order.rows(), over, served.size(), refused, faulted);
    return new Sweep(
        waterfall,
        counts,
        ledger.lines(),
        ledger.totals(served),
        covered(),
        served,
        order.unserved(),
        stop,
        after);
  }

  private Sweep.Stop serveAll(ServingOrder order) {
    while (true) {
      Optional<Integer> row = order.next();
      if (row.isEmpty()) {
        return new Sweep.Stop.AtTheEnd();
      }
      if (waterfall.stop().isPresent()) {
        switch (world.evaluation().outcome(waterfall.stop().get(), carried)) {
          case Outcome.Faulted(Fault fault) -> {
            return new Sweep.Stop.Faulted(fault);
          }
          case Outcome.Known(var holds) -> {
            if (Formulas.flag(holds)) {
              return new Sweep.Stop.Early();
            }
          }
        }
      }
      serve(row.get());
    }
  }

  private void serve(int row) {
    RowAt at = new RowAt(waterfall.owner(), row);
    String name = world.snapshot().identity(at.entity(), row);
    int worldMark = world.mark();
    int ledgerMark = ledger.mark();
    int numberingMark = numbering.mark();
    Frame frame = carried.at(at);
    Optional<Waterfall.Step> during = Optional.empty();
    try {
      waterfall
          .fixed()
          .forEach(f -> frame.set(f.slot(), world.evaluation().outcome(f.value(), frame)));
      Optional<Exact> loss = loss(frame);
      List<Exact> absorbed = new ArrayList<>();
      Optional<Exact> left = loss;
      for (Waterfall.Step step : waterfall.steps()) {
        during = Optional.of(step);
        if (step.guard().isEmpty()
            || world.evaluation().formulas().holds(step.guard().get(), frame)) {
          entries.all(step.entries(), frame, new Entries.At(name, step.name(), Optional.empty()));
        }
        Optional<Exact> now = loss(frame);
        if (now.isPresent()) {
          absorbed.add(left.orElseThrow().minus(now.get()));
        }
        left = now;
      }
      Optional<Exact> remainder = left;
      served.add(
          new Sweep.Served(name, loss.map(l -> new Sweep.Loss(l, absorbed, remainder.get()))));
      waterfall.carried().forEach(c -> carried.set(c.slot(), frame.slot(c.slot())));
    } catch (Failure failure) {
      undo(worldMark, ledgerMark, numberingMark);
      faulted++;
      ledger.add(
          name,
          during.map(Waterfall.Step::name),
          Optional.empty(),
          new Event.Faulted(failure.fault()),
          failure.fault().what().span());
    } catch (Refusal refusal) {
      undo(worldMark, ledgerMark, numberingMark);
      refused++;
      ledger.add(
          name,
          during.map(Waterfall.Step::name),
          Optional.empty(),
          new Event.Refused(refusal.reason()),
          refusal.span());
    }
  }

  private void undo(int worldMark, int ledgerMark, int numberingMark) {
    world.undo(worldMark);
    ledger.undo(ledgerMark);
    numbering.undo(numberingMark);
  }

  /** What is still to be covered for the row. */
  private Optional<Exact> loss(Frame frame) {
    return waterfall.covers().map(fact -> world.evaluation().formulas().number(fact, frame));
  }

  /** Adds up what was covered, and checks that nothing of a loss has gone astray. */
  private Optional<Covered> covered() {
    if (waterfall.covers().isEmpty()) {
      return Optional.empty();
    }
    Exact loss = Exact.ZERO;
    Exact absorbed = Exact.ZERO;
    Exact remainder = Exact.ZERO;
    for (Sweep.Served row : served) {
      Sweep.Loss of = row.loss().orElseThrow();
      Exact all = of.absorbed().stream().reduce(Exact.ZERO, Exact::plus);
      if (!all.plus(of.remainder()).equals(of.loss())) {
        throw new IllegalStateException(
            "what " + row.row() + " lost is neither absorbed nor left: " + of);
      }
      loss = loss.plus(of.loss());
      absorbed = absorbed.plus(all);
      remainder = remainder.plus(of.remainder());
    }
    Expr fact = waterfall.covers().get();
    Type type = fact.type();
    return Optional.of(
        new Covered(TextBrackets.text(fact.span()), type, loss, absorbed, remainder));
  }
}
