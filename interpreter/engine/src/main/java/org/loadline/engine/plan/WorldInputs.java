package org.loadline.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.loadline.core.Change;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.Program;
import org.loadline.model.Bounds;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.model.ParamRef;
import org.loadline.values.Member;

/**
 * What inputs and params are in supposed worlds: what is given stands in the place of what is read.
 */
final class WorldInputs {
  private final Program program;
  private final Terms terms;
  private final Worlds worlds;
  private final LoopTranslation.Formulas formulas;
  private final Supplier<AddedRows> added;

  /** Reads a cell of the snapshot or a system input as it is. */
  interface Actual {
    Term read();
  }

  WorldInputs(
      Program program,
      Terms terms,
      Worlds worlds,
      LoopTranslation.Formulas formulas,
      Supplier<AddedRows> added) {
    this.program = program;
    this.terms = terms;
    this.worlds = worlds;
    this.formulas = formulas;
    this.added = added;
  }

  /** A cell of a row that is there, in the world at hand, whether or not its row may be used. */
  Term cell(EntityRef entity, int field, List<Term> members, Term row, Actual actual) {
    return cell(worlds.world(), entity, field, members, row, actual);
  }

  private Term cell(
      World at, EntityRef entity, int field, List<Term> members, Term row, Actual actual) {
    if (at.isActual()) {
      return actual.read();
    }
    if (at.ownAdded().contains(row)) {
      // What else is given is worked out in the world around, which has no such row.
      return added.get().cell(row, field);
    }
    Term cell = cell(at.outer(), entity, field, members, row, actual);
    for (World.Given given : at.changes().reversed()) {
      if (given.change() instanceof Change.OfField change
          && change.entity().equals(entity)
          && change.field() == field) {
        cell = changed(at, change, members, row, cell);
      }
    }
    return cell;
  }

  private Term changed(
      World at, Change.OfField change, List<Term> members, Term row, Term otherwise) {
    Map<Integer, Term> slots = new HashMap<>(at.slots());
    slots.put(change.slot(), row);
    return worlds.in(
        at.outer(),
        () -> {
          Term cell = formulas.term(change.value(), slots, false);
          if (change.where().isPresent()) {
            Term where = formulas.term(change.where().get(), slots, false);
            Kind kind = cell.kind() == Kind.NOTHING ? otherwise.kind() : cell.kind();
            cell = terms.make(new Shape.If(where, cell, otherwise), kind);
          }
          for (int i = 0; i < members.size(); i++) {
            Term member = formulas.term(change.family().get(i), at.slots(), false);
            cell = chosen(members.get(i), member, cell, otherwise);
          }
          return cell;
        });
  }

  private Term chosen(Term left, Term right, Term same, Term otherwise) {
    if (left.shape() instanceof Shape.Constant(Member a)
        && right.shape() instanceof Shape.Constant(Member b)) {
      return a.equals(b) ? same : otherwise;
    }
    return terms.make(
        new Shape.If(terms.flag(new Shape.Same(left, right)), same, otherwise), otherwise.kind());
  }

  /** A system input in the world at hand, whether or not the whole may be used. */
  Term system(InputRef input, Actual actual) {
    return system(worlds.world(), input, actual);
  }

  private Term system(World at, InputRef input, Actual actual) {
    if (at.isActual()) {
      return actual.read();
    }
    for (World.Given given : at.changes()) {
      if (given.change() instanceof Change.OfSystem change && change.input().equals(input)) {
        Term value = worlds.in(at.outer(), () -> formulas.term(change.value(), at.slots(), false));
        return worlds.isWholeBroken() ? terms.guarded(terms.no(), value, false) : value;
      }
    }
    return system(at.outer(), input, actual);
  }

  /** A param in the world at hand; beyond its bounds it is a fault. */
  Term param(ParamRef param, Actual actual) {
    for (World at = worlds.world(); !at.isActual(); at = at.outer()) {
      for (World.Given given : at.changes()) {
        if (given.change() instanceof Change.OfParam change && change.param().equals(param)) {
          World outer = at.outer();
          Map<Integer, Term> slots = at.slots();
          Term value = worlds.in(outer, () -> formulas.term(change.value(), slots, false));
          return program
              .param(param)
              .within()
              .map(bounds -> terms.guarded(within(value, bounds), value, false))
              .orElse(value);
        }
      }
    }
    return actual.read();
  }

  /** Whether a number lies within bounds. */
  Term within(Term value, Bounds bounds) {
    Term least = terms.number(bounds.least());
    Term most = terms.number(bounds.most());
    return terms.flag(
        new Shape.Both(
            terms.flag(new Shape.Compare(Comparison.AT_MOST, least, value)),
            terms.flag(new Shape.Compare(Comparison.AT_MOST, value, most))));
  }
}
