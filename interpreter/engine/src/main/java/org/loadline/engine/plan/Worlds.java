package org.loadline.engine.plan;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.loadline.core.Fact;
import org.loadline.model.EntityRef;

/** The world that formulas are being translated in, and how it differs from those around it. */
final class Worlds {
  private final Soundness soundness;
  private final InputReads reads;
  private World world = World.ACTUAL;

  /** Inputs are read as they stand, to decide which rows may be used. */
  private boolean judging;

  Worlds(Soundness soundness, InputReads reads) {
    this.soundness = soundness;
    this.reads = reads;
  }

  World world() {
    return world;
  }

  boolean isActual() {
    return world.isActual();
  }

  boolean isJudging() {
    return judging;
  }

  /** What comes of some work in another world. */
  <T> T in(World other, Supplier<T> work) {
    return in(other, false, work);
  }

  /** As {@link #in}, with inputs as they stand. */
  <T> T judging(World other, Supplier<T> work) {
    return in(other, true, work);
  }

  private <T> T in(World other, boolean judges, Supplier<T> work) {
    World before = world;
    boolean judged = judging;
    world = other;
    judging = judges;
    try {
      return work.get();
    } finally {
      world = before;
      judging = judged;
    }
  }

  /** The nearest world around of which something holds; the actual one if there is none. */
  private World nearest(Predicate<World> that) {
    World at = world;
    while (!at.isActual() && !that.test(at)) {
      at = at.outer();
    }
    return at;
  }

  /** The nearest world around that a fact tells apart from those further out. */
  World relevant(Fact fact) {
    InputReads.Reads read = reads.of(fact);
    return nearest(at -> read.meets(at.affected()));
  }

  /** The nearest world around that tells a field of rows that may be used apart. */
  World relevant(EntityRef entity, int field) {
    return nearest(at -> changes(at, entity, field) || judges(at, entity));
  }

  /** Whether a field is given in the world at hand, or in one around it. */
  boolean gives(EntityRef entity, int field) {
    return !nearest(at -> changes(at, entity, field)).isActual();
  }

  /**
   * Whether rows of an entity have other cells in the world at hand, or may be broken otherwise.
   */
  boolean touches(EntityRef entity) {
    boolean other =
        !nearest(
                at ->
                    judges(at, entity)
                        || at.affected().inputs().stream().anyMatch(i -> isOf(i, entity)))
            .isActual();
    return other || (judging && soundness.broken().contains(entity));
  }

  private static boolean isOf(Object input, EntityRef entity) {
    return input instanceof ColumnKey.OfField of && of.entity().equals(entity);
  }

  private static boolean changes(World at, EntityRef entity, int field) {
    return at.affected().inputs().contains(new ColumnKey.OfField(entity, field, 0));
  }

  private static boolean judges(World at, EntityRef entity) {
    return at.affected().soundness().contains(entity);
  }

  /** The nearest world around in which it is decided anew which rows of an entity are broken. */
  World judge(EntityRef entity) {
    return nearest(at -> judges(at, entity));
  }

  /** The nearest world around in which it is decided anew whether the whole is broken. */
  World judgeOfWhole() {
    return nearest(at -> at.affected().whole());
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
}
