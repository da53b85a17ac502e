package org.loadline.engine.plan;

import java.util.List;
import org.loadline.values.Exact;

/**
 * A line of numbers cut at points: region {@code 2i} lies below point {@code i}, region {@code 2i +
 * 1} is the point itself, the last region lies above all.
 *
 * <p>Whatever is decided by comparing a number with the points is the same all over a region.
 */
record Regions(List<Exact> points) {
  Regions {
    points = List.copyOf(points);
  }

  int count() {
    return 2 * points.size() + 1;
  }

  /** A number of a region. */
  Exact sample(int region) {
    if (points.isEmpty()) {
      return Exact.ZERO;
    }
    int point = region / 2;
    if (region % 2 == 1) {
      return points.get(point);
    }
    if (point == 0) {
      return points.getFirst().minus(Exact.ONE);
    }
    if (point == points.size()) {
      return points.getLast().plus(Exact.ONE);
    }
    return points.get(point - 1).plus(points.get(point)).dividedBy(Exact.of(2));
  }
}
