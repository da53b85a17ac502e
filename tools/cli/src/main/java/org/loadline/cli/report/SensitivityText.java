package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.impact.Sensitivity;

/** What the new policy gives along the values of a param: a line for each value. */
final class SensitivityText {
  private final Ink ink;
  private final int width;

  SensitivityText(Ink ink, int width) {
    this.ink = ink;
    this.width = width;
  }

  List<String> of(Sensitivity sensitivity) {
    List<String> lines = new ArrayList<>(List.of("", ink.strong("along " + sensitivity.param())));
    List<Sensitivity.Point> points = sensitivity.points();
    List<Column> columns = columns(points);
    List<Column> shown = new ArrayList<>();
    List<String> table = table(sensitivity, points, shown);
    for (Column column : columns) {
      shown.add(column);
      List<String> wider = table(sensitivity, points, shown);
      if (wider.stream().mapToInt(Glyphs::width).max().orElse(0) > width) {
        shown.removeLast();
      } else {
        table = wider;
      }
    }
    lines.addAll(table);
    return lines;
  }

  private record Column(String head, List<String> cells) {}

  private List<String> table(
      Sensitivity sensitivity, List<Sensitivity.Point> points, List<Column> columns) {
    TextTable table = new TextTable();
    table.add(
        "  " + sensitivity.param(),
        true,
        points.stream().map(p -> ImpactText.number(p.value())).toList());
    columns.forEach(c -> table.add(c.head(), true, c.cells()));
    return table.lines(Ink.PLAIN);
  }

  /** Rows over lines first, then outcomes, then totals: as many as there is room for. */
  private static List<Column> columns(List<Sensitivity.Point> points) {
    Sensitivity.Point first = points.getFirst();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < first.over().size(); i++) {
      int at = i;
      columns.add(
          new Column(
              "over " + first.over().get(i).waterfall(),
              points.stream().map(p -> String.valueOf(p.over().get(at).rows())).toList()));
    }
    for (int i = 0; i < first.totals().size(); i++) {
      Sensitivity.TotalAt total = first.totals().get(i);
      columns.add(new Column(total.name(), points.stream().map(p -> total(p, total)).toList()));
    }
    for (Sensitivity.OutcomesAt outcomes : first.outcomes()) {
      for (String member : outcomes.members()) {
        columns.add(
            new Column(
                member, points.stream().map(p -> rows(p, outcomes.name(), member)).toList()));
      }
    }
    return columns;
  }

  private static String total(Sensitivity.Point point, Sensitivity.TotalAt like) {
    return point.totals().stream()
        .filter(t -> t.name().equals(like.name()) && t.unit().equals(like.unit()))
        .map(t -> ImpactText.number(t.value()))
        .findFirst()
        .orElse("–");
  }

  private static String rows(Sensitivity.Point point, String name, String member) {
    return point.outcomes().stream()
        .filter(o -> o.name().equals(name) && o.members().contains(member))
        .map(o -> String.valueOf(o.rows().get(o.members().indexOf(member))))
        .findFirst()
        .orElse("0");
  }
}
