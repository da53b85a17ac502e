package org.loadline.page.chart;

import org.loadline.impact.Shift;
import org.loadline.page.kit.Element;
import org.loadline.values.Exact;

/** From an old amount, a ring, to a new one, a dot. */
public final class Dumbbell {
  private static final String MIDDLE = "50%";
  private final Axis axis;

  /** All that is drawn lies between two amounts. */
  public Dumbbell(Exact from, Exact to) {
    axis = Axis.across(from, to, 3, 97);
  }

  public Element of(Shift shift) {
    String before = axis.at(shift.before());
    String after = axis.at(shift.after());
    return Svg.illustration()
        .add(
            Svg.line("rail", "0%", MIDDLE, "100%", MIDDLE),
            Svg.line("span", before, MIDDLE, after, MIDDLE),
            Svg.dot("was", before, MIDDLE, 4),
            Svg.dot("is", after, MIDDLE, 5));
  }
}
