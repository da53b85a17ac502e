package org.loadline.page.chart;

import java.util.ArrayList;
import java.util.List;
import org.loadline.page.kit.Element;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.values.Exact;

/** Lines over one axis, each labelled where it is drawn. */
final class Lines {
  static final int HEIGHT = 184;
  private static final int BOTTOM = 156;
  private static final int TOP = 52;
  private static final int ABOUT_TICKS = 3;

  /** Percent of the width left free: for the numbers at the left, for half a dot at the right. */
  private static final int LEFT = 15;

  private static final int RIGHT = 3;

  private final Axis across;
  private final Axis up;
  private final List<Element> drawn = new ArrayList<>();

  Lines(Exact left, Exact right, List<Exact> heights) {
    across = Axis.across(left, right, LEFT, 100 - RIGHT);
    Exact low = heights.stream().reduce(Exact::min).orElse(Exact.ZERO);
    Exact high = heights.stream().reduce(Exact::max).orElse(Exact.ZERO);
    up = Axis.up(low, high, BOTTOM, TOP);
    grid(heights.stream().allMatch(Exact::isWhole));
  }

  /** No text may be drawn over: the grid comes first. */
  private void grid(boolean whole) {
    if (up.from().equals(up.to())) {
      return;
    }
    for (Exact tick : up.ticks(ABOUT_TICKS)) {
      if (whole && !tick.isWhole()) {
        continue;
      }
      String y = up.at(tick);
      drawn.add(Svg.line("grid", "0%", y, "100%", y));
      Element label = Svg.label("tick", "0%", y, "start", Figure.of(tick, "").brief());
      drawn.add(label.with("dy", "-4"));
    }
  }

  record Point(Exact x, Exact y) {}

  void line(String kind, List<Point> points) {
    for (int at = 1; at < points.size(); at++) {
      Point from = points.get(at - 1);
      Point to = points.get(at);
      drawn.add(
          Svg.line(kind, across.at(from.x()), up.at(from.y()), across.at(to.x()), up.at(to.y())));
    }
  }

  /** A marked point, with words on one of the two lines at the top. */
  void mark(String kind, Point point, int line, String words) {
    String x = across.at(point.x());
    String y = Integer.toString(14 + 18 * line);
    boolean late = across.isLate(point.x());
    drawn.add(Svg.line("mark " + kind, x, y, x, up.at(point.y())));
    drawn.add(Svg.dot("dot " + kind, x, up.at(point.y()), 4));
    Element label = Svg.label("label " + kind, x, y, late ? "end" : "start", words);
    drawn.add(label.with("dx", late ? "-6" : "6"));
  }

  /** Words under the axis. */
  void tick(Exact x, String words) {
    String anchor = x.equals(across.from()) ? "start" : x.equals(across.to()) ? "end" : "middle";
    drawn.add(Svg.label("tick", across.at(x), "" + (BOTTOM + 22), anchor, words));
  }

  /** A drawing with its caption. */
  static Element figure(Phrase caption, Element drawing) {
    return Element.of("figure", caption.node("figcaption"), drawing);
  }

  List<Element> drawn() {
    return List.copyOf(drawn);
  }
}
