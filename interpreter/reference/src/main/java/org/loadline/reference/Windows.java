package org.loadline.reference;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.data.Column;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/** Which points of a series lie between two moments, and how many of these are wanted. */
record Windows(Formulas formulas, Evaluation evaluation) {
  /** Where a point stands in time can be seen even if its value must not be used. */
  List<Value> of(Rows.Window window, List<Value> points, Frame frame) {
    Optional<Exact> from = window.from().map(e -> formulas.number(e, frame));
    Optional<Exact> until = window.until().map(e -> formulas.number(e, frame));
    Optional<Exact> last = window.last().map(e -> formulas.number(e, frame));
    Column times = times(window.points());
    List<Value> inside =
        points.stream()
            .filter(point -> from.isEmpty() || time(times, point).compareTo(from.get()) >= 0)
            .filter(
                point ->
                    until.isEmpty()
                        || time(times, point).compareTo(until.get()) < (window.before() ? 0 : 1))
            .toList();
    int size = inside.size();
    int kept = last.map(n -> whole(n.min(Exact.of(size)).max(Exact.ZERO))).orElse(size);
    int skipped = size - kept + (window.withoutFirst() ? 1 : 0);
    return inside.subList(Math.min(size, skipped), size);
  }

  private static int whole(Exact number) {
    return number.numerator().divide(number.denominator()).intValueExact();
  }

  private Column times(Rows points) {
    EntityRef series =
        switch (points) {
          case Rows.All(EntityRef entity) -> entity;
          case Rows.Children(Expr parent, EntityRef child, int field) -> child;
          case Rows other -> throw new IllegalArgumentException("no series: " + other);
        };
    int time = evaluation.program().entity(series).key().orElseThrow();
    return evaluation.snapshot().column(series, time, 0);
  }

  private static Exact time(Column times, Value point) {
    return (Exact) times.value(((RowNumber) point).index());
  }
}
