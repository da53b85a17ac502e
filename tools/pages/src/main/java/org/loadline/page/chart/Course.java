package org.loadline.page.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.page.kit.Element;
import org.loadline.page.kit.Figure;
import org.loadline.values.Exact;

/** What a number comes to along the values of a param, the old and the new value marked. */
public final class Course {
  private final String param;
  private final String paramUnit;
  private final List<Lines.Point> points;

  /** Points in the order of the param; at least two. */
  public Course(String param, String paramUnit, List<Exact> values, List<Exact> results) {
    this.param = param;
    this.paramUnit = paramUnit;
    this.points =
        IntStream.range(0, values.size())
            .mapToObj(i -> new Lines.Point(values.get(i), results.get(i)))
            .toList();
  }

  /** Values of the param to mark, if they are among the points. */
  public record Marks(Optional<Exact> old, Optional<Exact> now) {}

  /** A figure of that name. */
  public Element figure(String name, String unit, Marks marks) {
    Exact left = points.getFirst().x();
    Exact right = points.getLast().x();
    Lines lines = new Lines(left, right, points.stream().map(Lines.Point::y).toList());
    lines.line("new", points);
    marks.old().flatMap(this::at).ifPresent(p -> lines.mark("old", p, 0, "old: " + words(p, unit)));
    marks.now().flatMap(this::at).ifPresent(p -> lines.mark("new", p, 1, "new: " + words(p, unit)));
    lines.tick(left, value(left));
    lines.tick(right, value(right));
    Element drawing =
        Svg.drawing(name + " along " + param, description(unit), Lines.HEIGHT).add(lines.drawn());
    Element caption =
        Element.of("figcaption", Element.of("code", name))
            .add((unit.isEmpty() ? "" : " in " + unit) + " along ")
            .add(Element.of("code", param));
    return Element.of("figure", caption, drawing);
  }

  private Optional<Lines.Point> at(Exact value) {
    return points.stream().filter(p -> p.x().equals(value)).findFirst();
  }

  private String words(Lines.Point point, String unit) {
    return Figure.of(point.y(), unit).brief() + " at " + value(point.x());
  }

  private String value(Exact value) {
    return Figure.of(value, paramUnit).brief();
  }

  private String description(String unit) {
    return String.join(", ", points.stream().map(p -> words(p, unit)).toList()) + ".";
  }
}
