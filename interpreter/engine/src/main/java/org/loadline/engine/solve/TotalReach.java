package org.loadline.engine.solve;

import java.util.Optional;
import org.loadline.engine.plan.Shape;
import org.loadline.values.Exact;

/** What an aggregate can come to over a stretch of points. */
final class TotalReach {
  private static final Reach ZERO = Reach.Between.of(Exact.ZERO, Exact.ZERO);

  private final Shape.Total total;
  private Reach result;
  private long least;
  private long most;

  TotalReach(Shape.Total total) {
    this.total = total;
    this.result =
        switch (total) {
          case SUM -> ZERO;
          case ANY -> Reach.Holds.of(false);
          case ALL -> Reach.Holds.of(true);
          case COUNT, MIN, MAX -> Reach.OPEN;
        };
  }

  /**
   * Takes an element.
   *
   * @param always whether it is kept at every point
   * @return false if nothing can be known of the whole
   */
  boolean add(Reach body, boolean always) {
    boolean first = most == 0;
    most++;
    least += always ? 1 : 0;
    switch (total) {
      case COUNT -> {
        return true;
      }
      case SUM -> result = NumberReach.plus(result, always ? body : Reach.either(body, ZERO));
      case MIN, MAX -> {
        // Where some may be kept out it is any of them.
        Reach chosen =
            least == most
                ? NumberReach.choose(total == Shape.Total.MAX, result, body)
                : Reach.either(result, body);
        result = first ? body : chosen;
      }
      case ANY, ALL -> result = flag(body, always);
    }
    return result != Reach.OPEN;
  }

  private Reach flag(Reach body, boolean always) {
    if (!(body instanceof Reach.Holds(boolean somewhere, boolean notSomewhere))
        || !(result instanceof Reach.Holds before)) {
      return Reach.OPEN;
    }
    return total == Shape.Total.ANY
        ? new Reach.Holds(
            before.somewhere() || somewhere, before.notSomewhere() && (notSomewhere || !always))
        : new Reach.Holds(
            before.somewhere() && (somewhere || !always), before.notSomewhere() || notSomewhere);
  }

  Reach result() {
    return switch (total) {
      case COUNT -> new Reach.Between(Optional.of(Exact.of(least)), Optional.of(Exact.of(most)));
      // Without an element that is always kept there may be none.
      case MIN, MAX -> least == 0 ? Reach.OPEN : result;
      case SUM, ANY, ALL -> result;
    };
  }
}
