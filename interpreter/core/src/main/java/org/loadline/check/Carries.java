package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.TypeReader;
import org.loadline.core.Expr;
import org.loadline.core.StepSize;
import org.loadline.core.Waterfall;
import org.loadline.model.Entity;
import org.loadline.model.Type;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.WaterfallItem;
import org.loadline.values.Exact;

/** What a sweep carries from row to row, with its start. */
final class Carries {
  private final Checker in;
  private final Sweep sweep;

  Carries(Checker in, Sweep sweep) {
    this.in = in;
    this.sweep = sweep;
  }

  List<Waterfall.Carried> of(Declaration.Waterfall written, Entity owner) {
    List<Waterfall.Carried> carried = new ArrayList<>();
    Scope nothing = sweep.ofWhole();
    for (WaterfallItem item : written.items()) {
      if (item instanceof WaterfallItem.Carry carry && isFree(carry, owner)) {
        in.types
            .read(carry.type(), nothing)
            .flatMap(type -> one(carry, type, nothing))
            .ifPresent(carried::add);
      }
    }
    return carried;
  }

  private boolean isFree(WaterfallItem.Carry carry, Entity owner) {
    String name = carry.name().text();
    boolean taken =
        sweep.carried.containsKey(name)
            || in.vocabulary.parts(owner.ref()).contains(name)
            || in.vocabulary.everywhere().contains(name);
    if (taken) {
      in.complaints.say(WaterfallProblem.NAME_TAKEN, carry.name().span(), "name", name);
    }
    return !taken;
  }

  private Optional<Waterfall.Carried> one(WaterfallItem.Carry carry, Type type, Scope nothing) {
    Optional<Exact> step = Optional.empty();
    if (type.present() instanceof Type.Quantity) {
      step = step(carry, type, nothing);
      if (step.isEmpty()) {
        return Optional.empty();
      }
    }
    Optional<Expr> start =
        new Amounts(in, sweep)
            .value(
                carry.starts(),
                type,
                new Sweep.Standing(nothing.loosely(), java.util.Map.of(), List.of()),
                "carried");
    if (start.isEmpty()) {
      return Optional.empty();
    }
    int slot = sweep.frame().slot();
    Expr.Local local = new Expr.Local(type, carry.name().span(), slot, carry.name().text());
    step.ifPresent(s -> sweep.grains.put(slot, s));
    sweep.carried.put(carry.name().text(), new Sweep.Carried(local, step, carry));
    return Optional.of(new Waterfall.Carried(slot, carry.name().text(), start.get()));
  }

  /** A count is a whole number; any other quantity says its steps. */
  private Optional<Exact> step(WaterfallItem.Carry carry, Type type, Scope nothing) {
    if (carry.step().isEmpty()) {
      if (TypeReader.isCount(carry.type())) {
        return Optional.of(Exact.ONE);
      }
      in.complaints.say(WaterfallProblem.CARRY_STEP, carry.span(), "name", carry.name().text());
      return Optional.empty();
    }
    Expr any = new Expr.Local(type, carry.name().span(), -1, carry.name().text());
    Optional<StepSize> size = in.roundings.step(carry.step().get(), any, nothing.loosely());
    Optional<Exact> step = size.flatMap(s -> sweep.steps(in).grain(s));
    if (size.isPresent() && step.isEmpty()) {
      in.complaints.say(
          WaterfallProblem.CARRY_STEP, carry.step().get().span(), "name", carry.name().text());
    }
    return step;
  }
}
