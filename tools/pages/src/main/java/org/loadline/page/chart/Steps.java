package org.loadline.page.chart;

import java.util.List;
import org.loadline.page.kit.Element;
import org.loadline.values.Exact;

/** Amounts that add up, each drawn from where the one before it ends. */
public final class Steps {
  private final Axis axis;

  /** All the amounts, in the order in which they will be drawn. */
  public Steps(List<Exact> amounts) {
    Exact low = Exact.ZERO;
    Exact high = Exact.ZERO;
    Exact sum = Exact.ZERO;
    for (Exact amount : amounts) {
      sum = sum.plus(amount);
      low = low.min(sum);
      high = high.max(sum);
    }
    axis = Axis.across(low, high, 1, 99);
  }

  /** A step from a sum to the next. */
  public Element from(Exact start, Exact amount) {
    return drawn("step", start, amount);
  }

  /** All of it, from zero. */
  public Element whole(Exact amount) {
    return drawn("whole", Exact.ZERO, amount);
  }

  private Element drawn(String kind, Exact start, Exact amount) {
    Exact end = start.plus(amount);
    Exact low = start.min(end);
    String zero = axis.at(Exact.ZERO);
    return Svg.illustration()
        .add(
            Svg.rectangle(kind, axis.at(low), "20%", axis.between(low, start.max(end)), "60%"),
            Svg.line("zero", zero, "0%", zero, "100%"));
  }
}
