package org.loadline.data;

import java.util.ArrayList;
import java.util.List;

/** Steps that stand in another column, over references from the row: {@code market.lot}. */
final class StepPath implements StepSource {
  private final boolean places;
  private final List<CellStore> references = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  /** With {@code places}, the column holds a number of decimal places. */
  StepPath(boolean places) {
    this.places = places;
  }

  void follow(CellStore reference, String name) {
    references.add(reference);
    names.add(name);
  }

  /** The column at the end of the path, for all its rows. */
  void end(CellStore column, String name, int size) {
    names.add(name);
    String path = String.join(".", names);
    for (int row = 0; row < size; row++) {
      steps.add(step(column, row, path));
    }
  }

  @Override
  public Step at(int row) {
    int at = row;
    for (int i = 0; i < references.size(); i++) {
      CellStore reference = references.get(i);
      if (!reference.is(at, CellKind.INDEX)) {
        return new Step.Unknown(String.join(".", names));
      }
      at = reference.index(at);
      // A dangling reference is reported as such; here it only must not lead anywhere.
      int reachable = i + 1 < references.size() ? references.get(i + 1).size() : steps.size();
      if (at < 0 || at >= reachable) {
        return new Step.Unknown(String.join(".", names));
      }
    }
    return steps.get(at);
  }

  private Step step(CellStore column, int row, String path) {
    if (!column.kind(row).isNumber()) {
      return new Step.Unknown(path);
    }
    return Step.held(column.quantity(row), places, path);
  }
}
