package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Program;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.model.ParamRef;

/**
 * Turns what is supposed into terms: a formula in a supposed world is the formula with what is
 * given in the place of what is read. What reads nothing that is given is the term that it is
 * outside.
 *
 * <p>The world at hand is that of the formula being translated.
 */
final class WorldTranslation {
  /** Below the rows of passes: the row that stands for any, to tell worlds apart. */
  private static final int ANY_ROW = -5;

  private final Terms terms;
  private final Worlds worlds;
  private final WorldInputs inputs;
  private final WorldSoundness sound;
  private final AskedFacts asked;
  private final LoopTranslation.Formulas formulas;
  private final Supplier<AddedRows> added;
  private final Map<World, World> made = new HashMap<>();

  WorldTranslation(
      Program program,
      Terms terms,
      Soundness soundness,
      Worlds worlds,
      AskedFacts asked,
      LoopTranslation.Formulas formulas,
      Supplier<AddedRows> added) {
    this.terms = terms;
    this.worlds = worlds;
    this.inputs = new WorldInputs(program, terms, worlds, formulas, added);
    this.sound = new WorldSoundness(program, terms, worlds, inputs, soundness, asked, formulas);
    this.asked = asked;
    this.formulas = formulas;
    this.added = added;
  }

  /** The body in the world that it supposes. */
  Term given(Expr.Given e, Map<Integer, Term> slots, boolean own) {
    World supposed = world(e, slots);
    List<Term> conditions = added.get().conditions(supposed);
    return guarded(conditions, worlds.in(supposed, () -> formulas.term(e.body(), slots, own)));
  }

  private World world(Expr.Given e, Map<Integer, Term> slots) {
    List<World.Given> changes = new ArrayList<>();
    Set<Integer> mentioned = new HashSet<>();
    for (Change change : e.changes()) {
      Map<Integer, Term> inside = new HashMap<>(slots);
      Optional<Term> anyRow = Optional.empty();
      if (change instanceof Change.OfField of) {
        anyRow = Optional.of(anyRow(of.entity()));
        inside.put(of.slot(), anyRow.get());
      }
      List<Term> all = new ArrayList<>();
      for (Expr part : ExprWalk.parts(change)) {
        all.add(formulas.term(part, inside, false));
        mention(part, mentioned);
      }
      Optional<Term> row =
          change instanceof Change.OfRow of
              ? Optional.of(added.get().added(of, number(of.entity(), changes), all))
              : Optional.empty();
      changes.add(new World.Given(change, InputReads.subject(change), all, anyRow, row));
    }
    Map<Integer, Term> captured = new HashMap<>(slots);
    captured.keySet().retainAll(mentioned);
    World supposed = new World(Optional.of(worlds.world()), changes, captured, asked.affected(e));
    return made.computeIfAbsent(supposed, s -> supposed);
  }

  /** How many rows of an entity have been added. */
  private int number(EntityRef entity, List<World.Given> before) {
    long here =
        before.stream()
            .filter(g -> g.change() instanceof Change.OfRow of && of.entity().equals(entity))
            .count();
    return worlds.world().added(entity).size() + (int) here;
  }

  private static void mention(Expr formula, Set<Integer> slots) {
    if (formula instanceof Expr.Local local) {
      slots.add(local.slot());
    }
    ExprWalk.parts(formula).forEach(part -> mention(part, slots));
  }

  private Term anyRow(EntityRef entity) {
    return terms.make(new Shape.Variable(ANY_ROW, new Domain.Own(entity)), Kind.INDEX);
  }

  /** A cell of a row that is there, in the world at hand. */
  Term cell(EntityRef entity, int field, List<Term> members, Term row, WorldInputs.Actual actual) {
    Term cell = inputs.cell(entity, field, members, row, actual);
    return guarded(sound.of(entity, row), cell);
  }

  /** A system input in the world at hand. */
  Term system(InputRef input, WorldInputs.Actual actual) {
    return guarded(sound.ofWhole(), inputs.system(input, actual));
  }

  /** A param in the world at hand; beyond its bounds it is a fault. */
  Term param(ParamRef param, WorldInputs.Actual actual) {
    return inputs.param(param, actual);
  }

  /** What is made of a row, if the row may be used in the world at hand. */
  Term usable(EntityRef entity, Term row, Term body) {
    return guarded(sound.of(entity, row), body);
  }

  /** What is made of the whole, if the whole may be used in the world at hand. */
  Term usable(Term body) {
    Term usable = worlds.isWholeBroken() ? terms.guarded(terms.no(), body, false) : body;
    return guarded(sound.ofWhole(), usable);
  }

  private Term guarded(List<Term> conditions, Term body) {
    Term guarded = body;
    for (Term condition : conditions.reversed()) {
      guarded = terms.guarded(condition, guarded, false);
    }
    return guarded;
  }
}
