package org.loadline.reference;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Amount;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.data.RowAt;
import org.loadline.data.SweepProblem;
import org.loadline.source.Diagnostic;
import org.loadline.values.Exact;
import org.loadline.values.Rounding;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** The amounts of entries, their limits, and the weights by which one is shared. */
final class EntryAmounts {
  private final World world;

  EntryAmounts(World world) {
    this.world = world;
  }

  /** The amount of an entry: not below zero, within its limit, rounded down to its step. */
  Exact of(Amount amount, Frame frame) {
    Formulas formulas = world.evaluation().formulas();
    Exact value = formulas.number(amount.value(), frame);
    if (value.signum() < 0) {
      throw fault(SweepProblem.AMOUNT_BELOW_ZERO, amount.value(), "amount", value, frame);
    }
    if (amount.atMost().isPresent()) {
      value = limit(amount.atMost().get(), frame).map(value::min).orElse(value);
    }
    if (amount.step().isPresent()) {
      Exact step = formulas.step(amount.step().get(), amount.value(), frame);
      value = Rounding.FLOOR.round(value, step);
    }
    return value;
  }

  /** A limit; empty if it is `unlimited`. */
  Optional<Exact> limit(Expr limit, Frame frame) {
    Value most = world.evaluation().formulas().value(limit, frame);
    if (most == Unlimited.INSTANCE) {
      return Optional.empty();
    }
    if (((Exact) most).signum() < 0) {
      throw fault(SweepProblem.LIMIT_BELOW_ZERO, limit, "limit", most, frame);
    }
    return Optional.of((Exact) most);
  }

  /** What a row takes a share by. */
  Exact weight(Entry.Share e, int row, Frame frame) {
    Exact weight = world.evaluation().formulas().number(e.weight(), frame);
    if (weight.signum() < 0) {
      RowAt of = new RowAt(Numbering.entity(e.binder().rows()), row);
      throw fault(SweepProblem.WEIGHT_BELOW_ZERO, e.weight(), "weight", weight, of, frame);
    }
    return weight;
  }

  private Failure fault(SweepProblem code, Expr part, String name, Value value, Frame frame) {
    FaultWords words = world.evaluation().words();
    Diagnostic.Builder said =
        words.at(code, part.span(), List.of()).with(name, words.shown(part.type(), value));
    return Failure.passing(words.fault(said, frame));
  }

  private Failure fault(
      SweepProblem code, Expr part, String name, Value value, RowAt row, Frame frame) {
    FaultWords words = world.evaluation().words();
    String of = row.entity().name() + " " + world.snapshot().identity(row.entity(), row.row());
    Diagnostic.Builder said =
        words
            .at(code, part.span(), List.of())
            .with("row", of)
            .with(name, words.shown(part.type(), value));
    return Failure.passing(words.fault(said, frame));
  }
}
