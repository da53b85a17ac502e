package org.loadline.page.chart;

import java.util.List;
import org.loadline.page.kit.Element;
import org.loadline.values.Exact;

/** Amounts as bars from one zero, on one scale. */
public final class Bars {
  private final Axis axis;

  /** All the amounts that will be drawn. */
  public Bars(List<Exact> amounts) {
    axis = Axis.across(least(amounts), most(amounts), 1, 99);
  }

  private static Exact least(List<Exact> amounts) {
    return amounts.stream().reduce(Exact.ZERO, Exact::min);
  }

  private static Exact most(List<Exact> amounts) {
    return amounts.stream().reduce(Exact.ZERO, Exact::max);
  }

  public Element of(Exact amount) {
    return bar("step", Exact.ZERO, amount);
  }

  /** An old amount over a new one. */
  public Element pair(Exact before, Exact after) {
    return Svg.illustration()
        .add(
            rectangle("before", Exact.ZERO, before, "18%", "26%"),
            rectangle("step", Exact.ZERO, after, "52%", "26%"),
            zero());
  }

  /** From one amount to another. */
  Element bar(String kind, Exact from, Exact to) {
    return Svg.illustration().add(rectangle(kind, from, to, "20%", "60%"), zero());
  }

  private Element rectangle(String kind, Exact from, Exact to, String top, String height) {
    Exact low = from.min(to);
    return Svg.rectangle(kind, axis.at(low), top, axis.between(low, from.max(to)), height);
  }

  private Element zero() {
    String zero = axis.at(Exact.ZERO);
    return Svg.line("zero", zero, "0%", zero, "100%");
  }
}
