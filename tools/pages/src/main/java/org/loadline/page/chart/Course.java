package org.loadline.page.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.page.kit.Element;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.values.Exact;

/** What a number comes to along the values of a param, the old and the new value marked. */
public final class Course {
  private final Along along;
  private final List<Lines.Point> points;

  /** Values, at least two, and what each gives. */
  public Course(Along along, List<Exact> values, List<Exact> results) {
    this.along = along;
    this.points =
        IntStream.range(0, values.size())
            .mapToObj(i -> new Lines.Point(values.get(i), results.get(i)))
            .sorted(Comparator.comparing(Lines.Point::x))
            .toList();
  }

  /** A param, how its values are written, and the values to mark. */
  public record Along(
      String param, String unit, boolean percent, Optional<Exact> old, Optional<Exact> now) {
    /** A value as a reader sees it. */
    public String value(Exact value) {
      return percent ? Figure.percent(value, false) : Figure.of(value, unit).brief();
    }
  }

  /** Whether the number is the same along all values. */
  public boolean isFlat() {
    return points.stream().allMatch(p -> p.y().equals(points.getFirst().y()));
  }

  /** A figure of the number of that name. */
  public Element figure(Phrase name, String unit) {
    Exact left = points.getFirst().x();
    Exact right = points.getLast().x();
    Lines lines = new Lines(left, right, points.stream().map(Lines.Point::y).toList());
    lines.line("new", points);
    mark(lines, "old", along.old(), 0);
    mark(lines, "new", along.now(), 1);
    lines.tick(left, along.value(left));
    lines.tick(right, along.value(right));
    String title = name.text() + " along " + along.param();
    return Lines.figure(
        name.plain((unit.isEmpty() ? "" : ", in " + unit) + ", along ").code(along.param()),
        Svg.drawing(title, description(unit), Lines.HEIGHT).add(lines.drawn()));
  }

  private void mark(Lines lines, String kind, Optional<Exact> value, int line) {
    value
        .filter(v -> v.compareTo(points.getFirst().x()) >= 0)
        .filter(v -> v.compareTo(points.getLast().x()) <= 0)
        .ifPresent(
            v -> {
              Optional<Lines.Point> known =
                  points.stream().filter(p -> p.x().equals(v)).findFirst();
              String words = along.value(v) + " (" + kind + ")";
              lines.mark(
                  kind,
                  known.orElseGet(() -> between(v)),
                  line,
                  known.map(p -> words + ": " + Figure.of(p.y(), "").brief()).orElse(words));
            });
  }

  /** Where the line passes at a value that was not worked out. */
  private Lines.Point between(Exact value) {
    int after =
        IntStream.range(0, points.size())
            .filter(i -> points.get(i).x().compareTo(value) > 0)
            .findFirst()
            .orElseThrow();
    Lines.Point from = points.get(after - 1);
    Lines.Point to = points.get(after);
    Exact share = value.minus(from.x()).dividedBy(to.x().minus(from.x()));
    return new Lines.Point(value, from.y().plus(share.times(to.y().minus(from.y()))));
  }

  private String description(String unit) {
    return String.join(
            ", ",
            points.stream()
                .map(p -> Figure.of(p.y(), unit).brief() + " at " + along.value(p.x()))
                .toList())
        + ".";
  }
}
