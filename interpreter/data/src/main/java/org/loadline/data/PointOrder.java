package org.loadline.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.model.Entity;
import org.loadline.values.Exact;
import org.loadline.values.InstantText;

/**
 * Sees that the points of each series are given oldest first, at times that can be told apart.
 *
 * <p>A series out of order is a feed that went wrong, so it is refused rather than put in order.
 * Points of several rows may stand among one another.
 */
final class PointOrder {
  private static final int MOST_PLACES = 9;

  /** Years enough, and with nine places a moment still fits 64 bits. */
  private static final Exact FARTHEST = Exact.of(9_000_000_000L);

  private final List<InputProblem> problems;

  PointOrder(List<InputProblem> problems) {
    this.problems = problems;
  }

  void check(InputRows rows) {
    Entity entity = rows.entity();
    if (!entity.isSeries()) {
      return;
    }
    int key = entity.key().orElseThrow();
    CellStore times = rows.column(key, 0);
    Optional<CellStore> owners =
        entity.parent().isPresent()
            ? Optional.of(rows.column(entity.parent().getAsInt(), 0))
            : Optional.empty();
    Map<Integer, Exact> last = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      if (!isMoment(times, row)) {
        continue;
      }
      Exact time = times.quantity(row);
      boolean far = time.abs().compareTo(FARTHEST) > 0;
      if (far || time.decimalPlaces().orElse(MOST_PLACES + 1) > MOST_PLACES) {
        say(rows, row, key, SnapshotProblem.POINT_TIME, Map.of());
        continue;
      }
      int place = row;
      int owner =
          owners.map(o -> o.is(place, CellKind.INDEX) ? o.index(place) : -1 - place).orElse(0);
      Exact before = last.put(owner, time);
      if (before != null && time.compareTo(before) < 0) {
        Map<String, String> named = Map.of("before", InstantText.format(before));
        say(rows, row, key, SnapshotProblem.POINT_OUT_OF_ORDER, named);
      }
    }
  }

  private static boolean isMoment(CellStore times, int row) {
    return times.is(row, CellKind.DECIMAL)
        || times.is(row, CellKind.WIDE)
        || times.is(row, CellKind.EXACT);
  }

  private void say(
      InputRows rows, int row, int key, SnapshotProblem problem, Map<String, String> named) {
    String time = InstantText.format(rows.column(key, 0).quantity(row));
    problems.add(rows.problem(row, key, time, problem, named));
  }
}
