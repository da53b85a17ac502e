package org.loadline.cli.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.loadline.source.Label;
import org.loadline.source.Source;

/**
 * Lines of the sources that labels point at, with their numbers, each place underlined and its
 * words beside or beneath it.
 *
 * <p>The first label is the primary one: its underline is heavy, and its source comes first.
 */
final class Excerpt {
  private final Ink ink;
  private final int width;
  private final boolean heavy;
  private final StringBuilder out = new StringBuilder();

  private Excerpt(Ink ink, int width, boolean heavy) {
    this.ink = ink;
    this.width = width;
    this.heavy = heavy;
  }

  static String of(List<Label> labels, Ink ink, int width) {
    return of(labels, ink, width, true);
  }

  /** Values under the text that they are of: no label is the primary one. */
  static String ofValues(List<Label> values, Ink ink, int width) {
    return of(values, ink, width, false);
  }

  private static String of(List<Label> labels, Ink ink, int width, boolean heavy) {
    Excerpt excerpt = new Excerpt(ink, width, heavy);
    Set<Source> sources = new LinkedHashSet<>();
    labels.forEach(label -> sources.add(label.span().source()));
    sources.removeIf(source -> source.text().isEmpty());
    Label primary = labels.getFirst();
    int gutter =
        labels.stream().mapToInt(l -> String.valueOf(l.span().line()).length()).max().orElse(1);
    for (Source source : sources) {
      List<Label> here = labels.stream().filter(l -> l.span().source() == source).toList();
      if (source != primary.span().source()) {
        String place = here.getFirst().span().place();
        excerpt.out.append(excerpt.ink.faint(Glyphs.line(place) + ":")).append('\n');
      }
      excerpt.source(here, primary, gutter);
    }
    return excerpt.out.toString();
  }

  private void source(List<Label> labels, Label primary, int gutter) {
    TreeMap<Integer, List<Label>> lines = new TreeMap<>();
    for (Label label : labels) {
      lines.computeIfAbsent(label.span().line(), line -> new ArrayList<>()).add(label);
    }
    int previous = lines.firstKey();
    for (var entry : lines.entrySet()) {
      int number = entry.getKey();
      if (number > previous + 1) {
        out.append(ink.faint(" ".repeat(gutter + 2) + "…")).append('\n');
      }
      line(number, entry.getValue(), primary, gutter);
      previous = number;
    }
  }

  private void line(int number, List<Label> labels, Label primary, int gutter) {
    String head = String.format(" %" + gutter + "d | ", number);
    Label focus = labels.contains(primary) ? primary : labels.getFirst();
    ShownLine line = ShownLine.of(focus.span(), width - head.length());
    out.append((ink.faint(head) + line.text()).stripTrailing()).append('\n');
    for (List<Underline> row : rows(line, labels, primary)) {
      underlines(row, head.length());
    }
  }

  /** One label as columns of its line. */
  private record Underline(int from, int to, String words, boolean primary) {
    boolean meets(Underline other) {
      return from < other.to && other.from < to;
    }
  }

  /** Underlines that do not meet, row by row; the primary one in the first. */
  private List<List<Underline>> rows(ShownLine line, List<Label> labels, Label primary) {
    List<Underline> underlines =
        labels.stream()
            .map(label -> underline(line, label, heavy && label == primary))
            .distinct()
            .sorted(Comparator.comparing(u -> !u.primary()))
            .toList();
    List<List<Underline>> rows = new ArrayList<>();
    for (Underline underline : underlines) {
      List<Underline> free =
          rows.stream()
              .filter(row -> row.stream().noneMatch(underline::meets))
              .findFirst()
              .orElseGet(
                  () -> {
                    List<Underline> row = new ArrayList<>();
                    rows.add(row);
                    return row;
                  });
      free.add(underline);
    }
    rows.forEach(row -> row.sort(Comparator.comparingInt(Underline::from)));
    return rows;
  }

  private static Underline underline(ShownLine line, Label label, boolean primary) {
    int from = line.column(label.span().start());
    int to = Math.max(from + 1, line.column(label.span().end()));
    return new Underline(from, to, Glyphs.line(label.text(), 200), primary);
  }

  private void underlines(List<Underline> row, int indent) {
    StringBuilder marks = new StringBuilder(" ".repeat(indent));
    int column = 0;
    for (Underline underline : row) {
      marks.append(" ".repeat(underline.from() - column));
      String mark = (underline.primary() ? "━" : "─").repeat(underline.to() - underline.from());
      marks.append(underline.primary() ? ink.error(mark) : ink.hint(mark));
      column = underline.to();
    }
    Underline last = row.getLast();
    out.append(marks).append(last.words().isEmpty() ? "" : " " + words(last)).append('\n');
    List<Underline> hanging =
        row.subList(0, row.size() - 1).stream().filter(u -> !u.words().isEmpty()).toList();
    for (int i = hanging.size() - 1; i >= 0; i--) {
      hang(hanging.subList(0, i), hanging.get(i), indent);
    }
  }

  private void hang(List<Underline> before, Underline underline, int indent) {
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    int column = 0;
    for (Underline waiting : before) {
      line.append(" ".repeat(waiting.from() - column)).append("│");
      column = waiting.from() + 1;
    }
    line.append(" ".repeat(underline.from() - column)).append("└ ").append(words(underline));
    out.append(line).append('\n');
  }

  private String words(Underline underline) {
    return underline.primary() ? ink.error(underline.words()) : ink.hint(underline.words());
  }
}
