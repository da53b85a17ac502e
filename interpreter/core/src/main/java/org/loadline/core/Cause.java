package org.loadline.core;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Influence.Way;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.model.ParamRef;

/**
 * What moves, and which way: a param, an input, a column, the rows of a table, a fact.
 *
 * <p>A field or a column moves in all of its rows, or in some, by any amounts, but in none the
 * other way.
 */
public final class Cause {
  static final Cause NOTHING = new Cause(Map.of(), Map.of());

  private final Map<Object, Trend> moves;
  private final Map<Expr, Course> formulas;

  private Cause(Map<Object, Trend> moves, Map<Expr, Course> formulas) {
    this.moves = Map.copyOf(moves);
    this.formulas = formulas;
  }

  private static Cause of(Object what, Way way) {
    return new Cause(Map.of(what, way.trend()), Map.of());
  }

  /** A param that rises. */
  public static Cause of(ParamRef param) {
    return of(param, Way.RISES);
  }

  /** A system input that rises. */
  public static Cause of(InputRef input) {
    return of(input, Way.RISES);
  }

  /** A field of the rows of an entity, or a column of a written table, that rises. */
  public static Cause of(EntityRef entity, int field) {
    return of(column(entity, field), Way.RISES).and(looked(entity, field), Trend.RISES);
  }

  /** The values of a fact, of every row or of the whole, that rise. */
  public static Cause of(FactRef fact) {
    return of(fact, Way.RISES);
  }

  /** The values of facts, each of every row or of the whole, that move so. */
  public static Cause of(Map<FactRef, Way> facts) {
    Map<Object, Trend> moves = new HashMap<>();
    facts.forEach((fact, way) -> moves.put(fact, way.trend()));
    return new Cause(moves, Map.of());
  }

  /** Some formulas, told apart by identity, that move so. */
  static Cause ofFormulas(Map<Expr, Course> formulas) {
    return new Cause(Map.of(), new IdentityHashMap<>(formulas));
  }

  /** Of a table: {@code columns} by lookup and {@code cells} row by row; and which rows it has. */
  static Cause ofTable(
      EntityRef rows, Map<Integer, Trend> looked, Map<Integer, Trend> cells, Trend members) {
    Map<Object, Trend> moves = new HashMap<>();
    looked.forEach((column, trend) -> moves.put(looked(rows, column), trend));
    cells.forEach((column, trend) -> moves.put(column(rows, column), trend));
    moves.put(rows, members);
    moves.values().removeIf(t -> t == Trend.SAME);
    return new Cause(moves, Map.of());
  }

  private Cause and(Object what, Trend trend) {
    Map<Object, Trend> all = new HashMap<>(moves);
    all.put(what, trend);
    return new Cause(all, formulas);
  }

  /** What a column is called, as {@link KnownSigns} does. */
  static Object column(EntityRef entity, int field) {
    return List.of(entity, field);
  }

  /** What a column is called of a row that is looked up by keys that stand still. */
  static Object looked(EntityRef entity, int field) {
    return List.of("looked up", entity, field);
  }

  /** Which way an input, a column, a fact or the rows of an entity move. */
  Trend trend(Object what) {
    return moves.getOrDefault(what, Trend.SAME);
  }

  /** Whether any of the columns of an entity move, or which rows there are. */
  boolean isOf(EntityRef entity) {
    return moves.keySet().stream()
        .anyMatch(k -> k.equals(entity) || (k instanceof List<?> list && list.contains(entity)));
  }

  /** Whether it is parts of a formula that move, which conditions in it then say nothing of. */
  boolean isOfFormulas() {
    return !formulas.isEmpty();
  }

  /** How a formula moves that is itself what moves. */
  Optional<Course> moved(Expr formula) {
    return Optional.ofNullable(formulas.get(formula));
  }
}
