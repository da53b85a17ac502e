package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.Choice;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.syntax.Declaration;

/** What a name or a path stands for; only some of it is a value. */
sealed interface Denoted {
  /** A value. */
  record Value(Expr expr) implements Denoted {}

  /** Many rows or members; {@code element} is the type of one, seen from the given variable. */
  record Collection(Rows rows, String name, Each each) implements Denoted {
    Collection(Rows rows, String name) {
      this(rows, name, Each.ROW);
    }
  }

  /** What each element of a collection is: a row itself, or what a point of a series makes. */
  enum Each {
    ROW,
    SIMPLE_RETURN,
    LOG_RETURN,
    CHANGE,
    GAP
  }

  /** A kind of row, by its name. */
  record Kind(Entity entity) implements Denoted {}

  /** A table that has not been looked up yet, of a row if it has an owner. */
  record Lookable(Table table, Optional<Expr> owner) implements Denoted {}

  /** A marginal or linear table that was given its keys; its column is still to be said. */
  record Slope(Table table, Optional<Expr> owner, List<Expr> keys) implements Denoted {}

  /** A column family that has not been given its members yet. */
  record Family(Expr row, Entity entity, Field field) implements Denoted {}

  /**
   * A fact with parameters that has not been called yet; {@code outer} are arguments given before.
   */
  record Callable(Optional<Expr> row, Defined fact, List<Expr> outer) implements Denoted {}

  /** A function by its name. */
  record Named(Declaration.Function function) implements Denoted {}

  /** A function with its arguments. */
  record Sheet(Declaration.Function function, List<Expr> arguments) implements Denoted {}

  /** A choice by its name. */
  record OfMembers(Choice choice) implements Denoted {}

  /** Something wrong, of which has been spoken. */
  record Broken() implements Denoted {}

  /** Nothing is called so. */
  record Unknown() implements Denoted {}

  static Denoted value(Expr expr) {
    return Open.isBroken(expr) ? new Broken() : new Value(expr);
  }

  /** The row type if this is a row, also one that may be missing. */
  static Optional<Type.RowOf> row(Expr expr) {
    return !Open.isBroken(expr) && expr.type().present() instanceof Type.RowOf row
        ? Optional.of(row)
        : Optional.empty();
  }
}
