package org.loadline.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.RowPath;
import org.loadline.syntax.OrderKey;

/**
 * The frame of one definition while it is checked: its row, its parameters and how many slots it
 * takes. Slots are not used twice, so a slot tells variables apart.
 */
final class Frame {
  private final Optional<Expr> row;
  private final List<Expr> parameters;
  private final List<OrderKey> order;
  private int slots;

  /** The order that {@code earlier} speaks of, once it has been read. */
  private Optional<Rows.Ordered> ranked = Optional.empty();

  /** The paths given to rows that are found by keys: one formula, one path. */
  private final Map<String, RowPath> found = new HashMap<>();

  Frame(Optional<Expr> row, List<Expr> parameters) {
    this(row, parameters, List.of());
  }

  /** {@code order}: how the rows of the definition's block are ranked; empty if they are not. */
  Frame(Optional<Expr> row, List<Expr> parameters, List<OrderKey> order) {
    this.order = List.copyOf(order);
    this.row = row;
    this.parameters = List.copyOf(parameters);
    this.slots = (row.isPresent() ? 1 : 0) + parameters.size();
  }

  Optional<Expr> row() {
    return row;
  }

  List<Expr> parameters() {
    return parameters;
  }

  List<OrderKey> order() {
    return order;
  }

  Optional<Rows.Ordered> ranked() {
    return ranked;
  }

  void ranked(Rows.Ordered ranking) {
    ranked = Optional.of(ranking);
  }

  int slot() {
    return slots++;
  }

  int slots() {
    return slots;
  }

  Map<String, RowPath> found() {
    return found;
  }
}
