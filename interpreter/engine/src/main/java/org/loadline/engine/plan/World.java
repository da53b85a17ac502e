package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Change;
import org.loadline.model.EntityRef;

/**
 * A supposed world as a plan knows it: what is changed, and the variables that the changes mention.
 *
 * <p>Two worlds are equal if the same terms are given to the same inputs, whatever the text says;
 * so what is worked out in them is shared. The actual world has nothing changed.
 */
final class World {
  static final World ACTUAL = new World(Optional.empty(), List.of(), Map.of(), Affected.NOTHING);

  private final Optional<World> outer;
  private final List<Given> changes;
  private final Map<Integer, Term> slots;
  private final Affected affected;
  private final int depth;

  /**
   * A change with the terms that it comes to.
   *
   * @param terms members, condition and value, for a row that stands for any
   * @param added the row that it adds
   */
  record Given(
      Change change,
      Object subject,
      List<Term> terms,
      Optional<Term> anyRow,
      Optional<Term> added) {}

  /**
   * What may differ in a world: inputs, and which rows, or the whole, may be used.
   *
   * @param inputs columns of first members, system inputs and params
   */
  record Affected(Set<Object> inputs, Set<EntityRef> soundness, boolean whole) {
    static final Affected NOTHING = new Affected(Set.of(), Set.of(), false);
  }

  World(Optional<World> outer, List<Given> changes, Map<Integer, Term> slots, Affected affected) {
    this.outer = outer;
    this.changes = List.copyOf(changes);
    this.slots = Map.copyOf(slots);
    this.affected = affected;
    this.depth = Math.max(outer.map(World::depth).orElse(0), ownDepth(changes));
  }

  private static int ownDepth(List<Given> changes) {
    return changes.stream()
        .flatMap(c -> c.terms().stream().flatMap(t -> t.free().stream()))
        .mapToInt(Term::depth)
        .max()
        .orElse(0);
  }

  boolean isActual() {
    return outer.isEmpty();
  }

  /** The world in which this one is supposed. */
  World outer() {
    return outer.orElseThrow();
  }

  List<Given> changes() {
    return changes;
  }

  /** The rows of an entity that are added here and in the worlds around, outermost first. */
  List<Term> added(EntityRef entity) {
    List<Term> all = new ArrayList<>(outer.map(o -> o.added(entity)).orElse(List.of()));
    ownAdded().stream()
        .filter(row -> ((Shape.Added) row.shape()).entity().equals(entity))
        .forEach(all::add);
    return all;
  }

  /** The rows that are added here. */
  List<Term> ownAdded() {
    return changes.stream().flatMap(c -> c.added().stream()).toList();
  }

  /** The variables that stand where this is supposed. */
  Map<Integer, Term> slots() {
    return slots;
  }

  Affected affected() {
    return affected;
  }

  /** How many loops deep the innermost variable stands that its changes mention. */
  int depth() {
    return depth;
  }

  /** The variables that its changes depend on. */
  List<Term> free() {
    Set<Term> free = new LinkedHashSet<>();
    outer.ifPresent(o -> free.addAll(o.free()));
    for (Given change : changes) {
      change.terms().forEach(t -> free.addAll(t.free()));
      change.anyRow().ifPresent(free::remove);
    }
    return new ArrayList<>(free);
  }

  private List<Object> key() {
    List<Object> key = new ArrayList<>();
    for (Given change : changes) {
      key.add(change.subject());
      key.add(change.terms());
      key.add(change.added());
    }
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof World world && outer.equals(world.outer) && key().equals(world.key());
  }

  @Override
  public int hashCode() {
    return 31 * outer.hashCode() + key().hashCode();
  }
}
