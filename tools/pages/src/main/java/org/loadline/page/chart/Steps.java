package org.loadline.page.chart;

import java.util.ArrayList;
import java.util.List;
import org.loadline.page.kit.Element;
import org.loadline.values.Exact;

/** Amounts that add up, each drawn from where the one before it ends. */
public final class Steps {
  private final Bars bars;

  /** All the amounts, in the order in which they will be drawn. */
  public Steps(List<Exact> amounts) {
    List<Exact> sums = new ArrayList<>();
    Exact sum = Exact.ZERO;
    for (Exact amount : amounts) {
      sum = sum.plus(amount);
      sums.add(sum);
    }
    bars = new Bars(sums);
  }

  /** A step from a sum to the next. */
  public Element from(Exact start, Exact amount) {
    return bars.bar("step", start, start.plus(amount));
  }

  /** All of it, from zero. */
  public Element whole(Exact amount) {
    return bars.bar("whole", Exact.ZERO, amount);
  }
}
