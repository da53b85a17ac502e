package org.loadline.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.model.EntityRef;

/**
 * How the rows of a group are made: one for each parent and each list of keys that some row of
 * {@code from} has.
 *
 * <p>{@code member} is the field of {@code from} that holds the group of a row; {@code up} its
 * reference to the group's parent, if the group has one. {@code keys} and {@code filter} are
 * formulas on a row of {@code from}, which stands in slot 0. The fields of the group are the
 * parent, if it has one, and the keys in order.
 */
public record Grouping(
    EntityRef group,
    EntityRef from,
    int member,
    OptionalInt up,
    List<Expr> keys,
    Optional<Expr> filter,
    int slots) {
  public Grouping {
    keys = List.copyOf(keys);
  }
}
