package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.model.RowPath;

/**
 * How the rows that a caller speaks of are called inside the definition it calls, and back.
 *
 * <p>The row that the definition is of is its own row; a row given as an argument is a variable of
 * its own; any other row that a unit belongs to is a variable that stands for it.
 */
final class Crossing {
  private final Paths paths;
  private final OwnRoots inside;
  private final List<Pair> starts = new ArrayList<>();
  private final List<RowPath> others = new ArrayList<>();
  private final Map<Integer, RowPath> fresh = new HashMap<>();
  private final Set<Integer> around;

  private record Pair(RowPath outside, RowPath inside) {}

  /** The row variables of one definition: its parameters', and those of rows it knows by units. */
  interface OwnRoots {
    int ofParameter(int index);

    int ofOther(int index);
  }

  Crossing(Paths paths, OwnRoots inside, Set<Integer> around) {
    this.paths = paths;
    this.inside = inside;
    this.around = around;
  }

  void row(RowPath outside, String entity) {
    starts.add(new Pair(outside, RowPath.self(entity)));
  }

  void argument(RowPath outside, int index, String name) {
    starts.add(new Pair(outside, new RowPath(inside.ofParameter(index), name, List.of())));
  }

  RowPath in(RowPath path) {
    Optional<Pair> longest = Optional.empty();
    for (Pair pair : starts) {
      boolean longer =
          longest.isEmpty()
              || pair.outside.references().size() > longest.get().outside.references().size();
      if (longer && Paths.after(path, pair.outside).isPresent()) {
        longest = Optional.of(pair);
      }
    }
    if (longest.isPresent()) {
      return Paths.follow(
          longest.get().inside, Paths.after(path, longest.get().outside).orElseThrow());
    }
    RowPath root = new RowPath(path.root(), path.rootName(), List.of());
    int place = others.indexOf(root);
    if (place < 0) {
      place = others.size();
      others.add(root);
    }
    return Paths.follow(
        new RowPath(inside.ofOther(place), path.rootName(), List.of()), path.references());
  }

  /** The path outside; what the definition found by itself is a row of its own. */
  RowPath out(RowPath path, boolean sameEveryTime) {
    for (Pair pair : starts) {
      if (pair.inside.references().isEmpty() && pair.inside.root() == path.root()) {
        return paths.shortened(Paths.follow(pair.outside, path.references()));
      }
    }
    for (int i = 0; i < others.size(); i++) {
      if (inside.ofOther(i) == path.root()) {
        return paths.shortened(Paths.follow(others.get(i), path.references()));
      }
    }
    if (sameEveryTime) {
      return path;
    }
    RowPath start = fresh.computeIfAbsent(path.root(), r -> paths.fresh(path.rootName(), around));
    return Paths.follow(start, path.references());
  }
}
