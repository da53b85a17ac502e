package org.loadline.page.chart;

import java.util.ArrayList;
import java.util.List;
import org.loadline.impact.Distribution;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;
import org.loadline.values.Rounding;

/**
 * Where numbers stand along one side of a drawing.
 *
 * <p>Only what is written is rounded, to a tenth of the measure ({@code %}, or nothing for pixels);
 * numbers beyond the ends stand at them.
 */
record Axis(Exact from, Exact to, int start, int end, String measure) {

  /** From left to right, in percent, so that a drawing has the width that it is given. */
  static Axis across(Exact from, Exact to, int start, int end) {
    return new Axis(from, to, start, end, "%");
  }

  /** From the bottom up, in pixels. */
  static Axis up(Exact from, Exact to, int bottom, int top) {
    return new Axis(from, to, bottom, top, "");
  }

  /** The place of a number. */
  String at(Exact value) {
    return written(place(value));
  }

  /** The distance of two numbers. */
  String between(Exact low, Exact high) {
    return written(rounded(place(high)).minus(rounded(place(low))).abs());
  }

  /** Whether a number stands in the half that is nearer to the end. */
  boolean isLate(Exact value) {
    Exact middle = Exact.ofFraction(start + end, 2);
    return start <= end ? place(value).compareTo(middle) > 0 : place(value).compareTo(middle) < 0;
  }

  private Exact place(Exact value) {
    if (from.equals(to)) {
      return Exact.ofFraction(start + end, 2);
    }
    Exact within = value.max(from).min(to);
    Exact share = within.minus(from).dividedBy(to.minus(from));
    return Exact.of(start).plus(share.times(Exact.of(end - start)));
  }

  private String written(Exact place) {
    return NumberText.format(rounded(place)) + measure;
  }

  private static Exact rounded(Exact place) {
    return Rounding.HALF_EVEN.roundToPlaces(place, 1);
  }

  /** Round numbers from end to end: about so many, but two at least. */
  List<Exact> ticks(int about) {
    List<Exact> ticks = new ArrayList<>();
    for (int parts = about; ticks.size() < 2; parts++) {
      ticks.clear();
      Exact step = Distribution.roundStep(to.minus(from).dividedBy(Exact.of(parts)));
      Exact first = Rounding.CEIL.round(from, step);
      for (Exact tick = first; tick.compareTo(to) <= 0; tick = tick.plus(step)) {
        ticks.add(tick);
      }
    }
    return ticks;
  }
}
