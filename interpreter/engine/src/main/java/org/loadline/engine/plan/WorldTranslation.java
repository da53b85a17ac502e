package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.loadline.core.Assumption;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.Program;
import org.loadline.model.Bounds;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.ParamRef;
import org.loadline.values.Flag;
import org.loadline.values.Member;

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

  private final Program program;
  private final Terms terms;
  private final LoopTranslation.Formulas formulas;
  private final InputReads reads;
  private final AskedFacts asked;
  private final Soundness soundness;
  private final Map<World, World> worlds = new HashMap<>();
  private World world = World.ACTUAL;
  private final Supplier<AddedRows> added;

  /** Inputs are read as they stand, to decide which rows may be used. */
  private boolean judging;

  /** Reads a cell of the snapshot or a system input as it is. */
  interface Actual {
    Term read();
  }

  WorldTranslation(
      Program program,
      Terms terms,
      Soundness soundness,
      InputReads reads,
      AskedFacts asked,
      LoopTranslation.Formulas formulas,
      Supplier<AddedRows> added) {
    this.program = program;
    this.terms = terms;
    this.soundness = soundness;
    this.reads = reads;
    this.asked = asked;
    this.formulas = formulas;
    this.added = added;
  }

  World world() {
    return world;
  }

  boolean isActual() {
    return world.isActual();
  }

  /** The nearest world around that a fact tells apart from those further out. */
  World relevant(Fact fact) {
    InputReads.Reads read = reads.of(fact);
    World at = world;
    while (!at.isActual() && !read.meets(at.affected())) {
      at = at.outer();
    }
    return at;
  }

  /** The nearest world around that tells a field of rows that may be used apart. */
  World relevant(EntityRef entity, int field) {
    World at = world;
    while (!at.isActual()
        && !changes(at, entity, field)
        && !at.affected().soundness().contains(entity)) {
      at = at.outer();
    }
    return at;
  }

  /** Whether a field is given in the world at hand, or in one around it. */
  boolean gives(EntityRef entity, int field) {
    World at = world;
    while (!at.isActual() && !changes(at, entity, field)) {
      at = at.outer();
    }
    return !judging && !at.isActual();
  }

  /**
   * Whether rows of an entity have other cells in the world at hand, or may be broken otherwise.
   */
  boolean touches(EntityRef entity) {
    World at = world;
    while (!at.isActual()
        && !at.affected().soundness().contains(entity)
        && at.affected().inputs().stream().noneMatch(i -> isOf(i, entity))) {
      at = at.outer();
    }
    return !at.isActual() || (judging && soundness.broken().contains(entity));
  }

  private static boolean isOf(Object input, EntityRef entity) {
    return input instanceof ColumnKey.OfField of && of.entity().equals(entity);
  }

  private static boolean changes(World at, EntityRef entity, int field) {
    return at.affected().inputs().contains(new ColumnKey.OfField(entity, field, 0));
  }

  <T> T in(World other, Supplier<T> work) {
    World before = world;
    boolean judged = judging;
    world = other;
    judging = false;
    try {
      return work.get();
    } finally {
      world = before;
      judging = judged;
    }
  }

  /** The body in the world that it supposes. */
  Term given(Expr.Given e, Map<Integer, Term> slots, boolean own) {
    World supposed = world(e, slots);
    List<Term> conditions = added.get().conditions(supposed);
    return guarded(conditions, in(supposed, () -> formulas.term(e.body(), slots, own)));
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
    World made = new World(Optional.of(world), changes, captured, asked.affected(e));
    return worlds.computeIfAbsent(made, w -> made);
  }

  /** How many rows of an entity have been added. */
  private int number(EntityRef entity, List<World.Given> before) {
    long here =
        before.stream()
            .filter(g -> g.change() instanceof Change.OfRow of && of.entity().equals(entity))
            .count();
    return world.added(entity).size() + (int) here;
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
  Term cell(EntityRef entity, int field, List<Term> members, Term row, Actual actual) {
    Term cell = cell(world, entity, field, members, row, actual);
    return guarded(soundness(entity, row), cell);
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
    return in(
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
        new Shape.If(flag(new Shape.Same(left, right)), same, otherwise), otherwise.kind());
  }

  /** A system input in the world at hand. */
  Term system(InputRef input, Actual actual) {
    return guarded(wholeSoundness(), system(world, input, actual));
  }

  private Term system(World at, InputRef input, Actual actual) {
    if (at.isActual()) {
      return actual.read();
    }
    for (World.Given given : at.changes()) {
      if (given.change() instanceof Change.OfSystem change && change.input().equals(input)) {
        Term value = in(at.outer(), () -> formulas.term(change.value(), at.slots(), false));
        return isWholeBroken() ? fail(value) : value;
      }
    }
    return system(at.outer(), input, actual);
  }

  private Term fail(Term value) {
    return guarded(List.of(terms.constant(Flag.FALSE, Kind.FLAG)), value);
  }

  /** A param in the world at hand; beyond its bounds it is a fault. */
  Term param(ParamRef param, Actual actual) {
    for (World at = world; !at.isActual(); at = at.outer()) {
      for (World.Given given : at.changes()) {
        if (given.change() instanceof Change.OfParam change && change.param().equals(param)) {
          World outer = at.outer();
          Map<Integer, Term> slots = at.slots();
          Term value = in(outer, () -> formulas.term(change.value(), slots, false));
          return program
              .param(param)
              .within()
              .map(bounds -> guarded(List.of(within(value, bounds)), value))
              .orElse(value);
        }
      }
    }
    return actual.read();
  }

  private Term within(Term value, Bounds bounds) {
    Term least = terms.number(bounds.least());
    Term most = terms.number(bounds.most());
    return flag(
        new Shape.Both(
            flag(new Shape.Compare(Comparison.AT_MOST, least, value)),
            flag(new Shape.Compare(Comparison.AT_MOST, value, most))));
  }

  /**
   * What must hold for a row to be used in the world at hand, beyond what must in the actual one.
   */
  List<Term> soundness(EntityRef entity, Term row) {
    List<Term> all = new ArrayList<>();
    if (judging || world.isActual()) {
      return all;
    }
    if (AddedRows.isAdded(row)) {
      return judged(entity, row);
    }
    boolean broken = soundness.broken().contains(entity);
    World at = judge(entity);
    if (!at.isActual()) {
      for (Field field : program.entity(entity).fields()) {
        if (field.within().isPresent() && (broken || isGiven(entity, field))) {
          within(entity, field, row, field.within().get(), all);
        }
      }
      assumed(at, Optional.of(entity), broken, Map.of(0, row), all);
    } else if (broken) {
      Term sound =
          terms.make(
              new Shape.Read(new ColumnKey.OfSoundness(entity), Optional.of(row), false),
              Kind.INDEX);
      all.add(flag(new Shape.Same(sound, terms.constant(new Member(0), Kind.INDEX))));
    }
    return all;
  }

  /** The nearest world around in which it is decided anew which rows of an entity are broken. */
  private World judge(EntityRef entity) {
    World at = world;
    while (!at.isActual() && !at.affected().soundness().contains(entity)) {
      at = at.outer();
    }
    return at;
  }

  /** The nearest world around in which it is decided anew whether the whole is broken. */
  private World judgeOfWhole() {
    World at = world;
    while (!at.isActual() && !at.affected().whole()) {
      at = at.outer();
    }
    return at;
  }

  /** Whether nothing of the whole may be read, whatever is given in the world at hand. */
  boolean isWholeBroken() {
    return soundness.wholeIsBroken() && !judging && judgeOfWhole().isActual();
  }

  /**
   * Where a cell of the snapshot is read: as it stands, where its row is judged by what is given.
   */
  ColumnKey column(EntityRef entity, int field, int place) {
    ColumnKey.OfField column = new ColumnKey.OfField(entity, field, place);
    boolean asItStands =
        soundness.broken().contains(entity) && (judging || !judge(entity).isActual());
    return asItStands ? new ColumnKey.AsItStands(column) : column;
  }

  /** An added row is judged by all that is said of its entity. */
  private List<Term> judged(EntityRef entity, Term row) {
    List<Term> all = new ArrayList<>();
    for (Field field : program.entity(entity).fields()) {
      if (field.within().isPresent()) {
        within(entity, field, row, field.within().get(), all);
      }
    }
    assumed(world, asked.assumptions(Optional.of(entity)), Map.of(0, row), all);
    return all;
  }

  /** Whether a field is given in the world at hand or one around it. */
  private boolean isGiven(EntityRef entity, Field field) {
    for (World at = world; !at.isActual(); at = at.outer()) {
      if (changes(at, entity, field.index())) {
        return true;
      }
    }
    return false;
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
    ColumnKey column = column(entity, field.index(), place);
    Kind kind = Kind.of(field.type());
    return cell(
        world,
        entity,
        field.index(),
        members,
        row,
        () -> terms.make(new Shape.Read(column, Optional.of(row), false), kind));
  }

  /** Bounds speak of numbers: what is `none` or `unlimited` does not break them. */
  private Term bounded(Term value, Bounds bounds) {
    Term none = flag(new Shape.IsNone(value));
    Term unlimited = flag(new Shape.IsUnlimited(value));
    return flag(new Shape.Or(flag(new Shape.Or(none, unlimited)), within(value, bounds)));
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
    in(
        at,
        () -> {
          judging = true;
          for (Assumption assumption : assumptions) {
            all.add(decided(formulas.term(assumption.condition(), slots, false)));
          }
          return all;
        });
  }

  /** What must hold for the whole to be used in the world at hand. */
  List<Term> wholeSoundness() {
    List<Term> all = new ArrayList<>();
    World at = judgeOfWhole();
    if (judging || at.isActual()) {
      return all;
    }
    for (Field field : program.system()) {
      InputRef input = new InputRef(field.index(), field.name());
      ColumnKey column = new ColumnKey.OfSystem(input);
      Kind kind = Kind.of(field.type());
      if (field.within().isPresent()) {
        Term value =
            system(
                world,
                input,
                () -> terms.make(new Shape.Read(column, Optional.empty(), false), kind));
        all.add(decided(bounded(value, field.within().get())));
      }
    }
    assumed(at, Optional.empty(), soundness.wholeIsBroken(), Map.of(), all);
    return all;
  }

  Term guarded(List<Term> conditions, Term body) {
    Term guarded = body;
    Term fail = terms.make(new Shape.Fail(false), Kind.NOTHING);
    for (Term condition : conditions.reversed()) {
      guarded = terms.make(new Shape.If(condition, guarded, fail), body.kind());
    }
    return guarded;
  }

  private Term decided(Term condition) {
    return flag(new Shape.Undecided(condition));
  }

  private Term flag(Shape shape) {
    return terms.make(shape, Kind.FLAG);
  }
}
