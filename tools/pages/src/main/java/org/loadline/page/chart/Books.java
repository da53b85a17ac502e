package org.loadline.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.loadline.impact.Shift;
import org.loadline.page.kit.Element;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.values.Exact;

/** What a number comes to on each of several books, under the old policy and the new one. */
public final class Books {
  private Books() {}

  /** A figure of at least two books, in the order in which they were given. */
  public static Element figure(String name, String unit, List<String> books, List<Shift> shifts) {
    Exact last = Exact.of(books.size() - 1L);
    List<Exact> heights = shifts.stream().flatMap(s -> Stream.of(s.before(), s.after())).toList();
    Lines lines = new Lines(Exact.ZERO, last, heights);
    List<Lines.Point> before = points(shifts.stream().map(Shift::before).toList());
    List<Lines.Point> after = points(shifts.stream().map(Shift::after).toList());
    lines.line("old", before);
    lines.line("new", after);
    Shift end = shifts.getLast();
    lines.mark("old", before.getLast(), 0, "old: " + Figure.of(end.before(), unit).brief());
    lines.mark("new", after.getLast(), 1, "new: " + Figure.of(end.after(), unit).brief());
    lines.tick(Exact.ZERO, books.getFirst());
    lines.tick(last, books.getLast());
    Element drawing =
        Svg.drawing(name + " on each book", description(books, shifts, unit), Lines.HEIGHT)
            .add(lines.drawn());
    Phrase caption =
        Phrase.ofCode(name)
            .plain((unit.isEmpty() ? "" : " in " + unit) + " on each book, old and new");
    return Lines.figure(caption, drawing);
  }

  private static List<Lines.Point> points(List<Exact> heights) {
    return IntStream.range(0, heights.size())
        .mapToObj(i -> new Lines.Point(Exact.of(i), heights.get(i)))
        .toList();
  }

  private static String description(List<String> books, List<Shift> shifts, String unit) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < books.size(); i++) {
      Shift shift = shifts.get(i);
      String before = Figure.of(shift.before(), unit).brief();
      said.add(books.get(i) + ": " + before + " → " + Figure.of(shift.after(), unit).brief());
    }
    return String.join("; ", said) + ".";
  }
}
