package org.loadline.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.model.RowPath;

/**
 * The frame of one definition while it is checked: its row, its parameters and how many slots it
 * takes. Slots are not used twice, so a slot tells variables apart.
 */
final class Frame {
  private final Optional<Expr> row;
  private final List<Expr> parameters;
  private int slots;

  /** The paths given to rows that are found by keys: one formula, one path. */
  private final Map<String, RowPath> found = new HashMap<>();

  Frame(Optional<Expr> row, List<Expr> parameters) {
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
