package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Assumption;
import org.loadline.core.Program;
import org.loadline.model.Bounds;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.values.Member;

/** What must hold for a row, or the whole, to be used in supposed worlds. */
final class WorldSoundness {
  private final Program program;
  private final Terms terms;
  private final Worlds worlds;
  private final WorldInputs inputs;
  private final Soundness soundness;
  private final AskedFacts asked;
  private final LoopTranslation.Formulas formulas;

  WorldSoundness(
      Program program,
      Terms terms,
      Worlds worlds,
      WorldInputs inputs,
      Soundness soundness,
      AskedFacts asked,
      LoopTranslation.Formulas formulas) {
    this.program = program;
    this.terms = terms;
    this.worlds = worlds;
    this.inputs = inputs;
    this.soundness = soundness;
    this.asked = asked;
    this.formulas = formulas;
  }

  /**
   * What must hold for a row to be used in the world at hand, beyond what must in the actual one.
   */
  List<Term> of(EntityRef entity, Term row) {
    List<Term> all = new ArrayList<>();
    if (worlds.isJudging() || worlds.isActual()) {
      return all;
    }
    if (AddedRows.isAdded(row)) {
      return judged(entity, row);
    }
    boolean broken = soundness.broken().contains(entity);
    World at = worlds.judge(entity);
    if (!at.isActual()) {
      for (Field field : program.entity(entity).fields()) {
        if (field.within().isPresent() && (broken || worlds.gives(entity, field.index()))) {
          within(entity, field, row, field.within().get(), all);
        }
      }
      assumed(at, Optional.of(entity), broken, Map.of(0, row), all);
    } else if (broken) {
      Term sound =
          terms.make(
              new Shape.Read(new ColumnKey.OfSoundness(entity), Optional.of(row), false),
              Kind.INDEX);
      all.add(terms.flag(new Shape.Same(sound, terms.constant(new Member(0), Kind.INDEX))));
    }
    return all;
  }

  /** An added row is judged by all that is said of its entity. */
  private List<Term> judged(EntityRef entity, Term row) {
    List<Term> all = new ArrayList<>();
    for (Field field : program.entity(entity).fields()) {
      if (field.within().isPresent()) {
        within(entity, field, row, field.within().get(), all);
      }
    }
    assumed(worlds.world(), asked.assumptions(Optional.of(entity)), Map.of(0, row), all);
    return all;
  }

  private void within(EntityRef entity, Field field, Term row, Bounds bounds, List<Term> all) {
    for (int place = 0; place < places(field); place++) {
      all.add(decided(bounded(asItStands(entity, field, place, row), bounds)));
    }
  }

  private int places(Field field) {
    return field.family().stream()
        .mapToInt(choice -> program.choice(choice).members().size())
        .reduce(1, Math::multiplyExact);
  }

  private Term asItStands(EntityRef entity, Field field, int place, Term row) {
    List<Term> members = new ArrayList<>();
    int rest = place;
    for (int i = field.family().size() - 1; i >= 0; i--) {
      int size = program.choice(field.family().get(i)).members().size();
      members.addFirst(terms.constant(new Member(rest % size), Kind.INDEX));
      rest /= size;
    }
    ColumnKey column = worlds.column(entity, field.index(), place);
    Kind kind = Kind.of(field.type());
    return inputs.cell(
        entity,
        field.index(),
        members,
        row,
        () -> terms.make(new Shape.Read(column, Optional.of(row), false), kind));
  }

  /** Bounds speak of numbers: what is `none` or `unlimited` does not break them. */
  private Term bounded(Term value, Bounds bounds) {
    Term none = terms.isNone(value);
    Term unlimited = terms.flag(new Shape.IsUnlimited(value));
    return terms.flag(
        new Shape.Or(terms.flag(new Shape.Or(none, unlimited)), inputs.within(value, bounds)));
  }

  /**
   * Adds what is assumed.
   *
   * @param anew also what no world decides otherwise
   */
  private void assumed(
      World at, Optional<EntityRef> owner, boolean anew, Map<Integer, Term> slots, List<Term> all) {
    List<Assumption> assumptions = new ArrayList<>(anew ? asked.assumptions(owner) : List.of());
    for (World each = at; !each.isActual() && !anew; each = each.outer()) {
      for (Assumption a : asked.assumptions(owner, each.affected())) {
        if (!assumptions.contains(a)) {
          assumptions.add(a);
        }
      }
    }
    assumed(at, assumptions, slots, all);
  }

  private void assumed(
      World at, List<Assumption> assumptions, Map<Integer, Term> slots, List<Term> all) {
    worlds.judging(
        at,
        () -> {
          for (Assumption assumption : assumptions) {
            all.add(decided(formulas.term(assumption.condition(), slots, false)));
          }
          return all;
        });
  }

  /** What must hold for the whole to be used in the world at hand. */
  List<Term> ofWhole() {
    List<Term> all = new ArrayList<>();
    World at = worlds.judgeOfWhole();
    if (worlds.isJudging() || at.isActual()) {
      return all;
    }
    for (Field field : program.system()) {
      InputRef input = new InputRef(field.index(), field.name());
      ColumnKey column = new ColumnKey.OfSystem(input);
      Kind kind = Kind.of(field.type());
      if (field.within().isPresent()) {
        Term value =
            inputs.system(
                input, () -> terms.make(new Shape.Read(column, Optional.empty(), false), kind));
        all.add(decided(bounded(value, field.within().get())));
      }
    }
    assumed(at, Optional.empty(), soundness.wholeIsBroken(), Map.of(), all);
    return all;
  }

  private Term decided(Term condition) {
    return terms.flag(new Shape.Undecided(condition));
  }
}
