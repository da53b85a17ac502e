package org.loadline.page.chart;

import org.loadline.page.kit.Element;

/** Shapes; across in percent of the width that a drawing is given, down in pixels. */
final class Svg {
  private Svg() {}

  /** A drawing that tells in words what it shows; {@code title} in short. */
  static Element drawing(String title, String description, int height) {
    return Element.of("svg")
        .as("drawing")
        .with("role", "img")
        .with("width", "100%")
        .with("height", Integer.toString(height))
        .add(Element.of("title", title), Element.of("desc", description));
  }

  /** A drawing of what stands beside it in words, which a reader of words need not meet twice. */
  static Element illustration() {
    return Element.of("svg").as("bar").with("aria-hidden", "true");
  }

  static Element line(String kind, String x1, String y1, String x2, String y2) {
    return Element.of("line").as(kind).with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2);
  }

  static Element rectangle(String kind, String x, String y, String width, String height) {
    return Element.of("rect")
        .as(kind)
        .with("x", x)
        .with("y", y)
        .with("width", width)
        .with("height", height);
  }

  static Element dot(String kind, String x, String y, int radius) {
    return Element.of("circle")
        .as(kind)
        .with("cx", x)
        .with("cy", y)
        .with("r", Integer.toString(radius));
  }

  /** A text whose start, middle or end is at a place. */
  static Element label(String kind, String x, String y, String anchor, String text) {
    return Element.of("text", text).as(kind).with("x", x).with("y", y).with("text-anchor", anchor);
  }
}
