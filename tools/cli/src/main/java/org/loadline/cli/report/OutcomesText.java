package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.impact.Crossing;
import org.loadline.impact.Outcomes;
import org.loadline.impact.Total;

/** Which rows go from one outcome to another, and which pass the line of a waterfall. */
final class OutcomesText {
  private static final int MOST_NAMED = 3;

  private final Ink ink;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  OutcomesText(Ink ink, int width) {
    this.ink = ink;
    this.width = width;
  }

  List<String> of(Outcomes outcomes) {
    outcomes(outcomes);
    return lines;
  }

  List<String> of(Crossing crossing) {
    crossing(crossing);
    return lines;
  }

  private void title(String title) {
    lines.add("");
    lines.add(ink.strong(title));
  }

  private void outcomes(Outcomes outcomes) {
    title(
        outcomes.name()
            + ": "
            + outcomes.moved()
            + " of "
            + ImpactText.count(sum(outcomes), outcomes.entity())
            + (outcomes.moved() == 1 ? " moves" : " move"));
    if (outcomes.moved() == 0) {
      return;
    }
    TextTable table = new TextTable();
    List<String> members = outcomes.members();
    table.add("  from \\ to", false, members.stream().map(m -> "  " + m).toList());
    for (int to = 0; to < members.size(); to++) {
      List<String> cells = new ArrayList<>();
      for (List<Integer> from : outcomes.rows()) {
        cells.add(from.get(to) == 0 ? "·" : String.valueOf(from.get(to)));
      }
      table.add(members.get(to), true, cells);
    }
    List<String> matrix = table.lines(ink);
    if (Glyphs.width(matrix.getLast()) <= width) {
      lines.addAll(matrix);
      return;
    }
    for (int from = 0; from < members.size(); from++) {
      for (int to = 0; to < members.size(); to++) {
        int rows = outcomes.rows().get(from).get(to);
        if (from != to && rows > 0) {
          lines.add("  " + members.get(from) + " → " + members.get(to) + "  " + rows);
        }
      }
    }
  }

  private static int sum(Outcomes outcomes) {
    return outcomes.rows().stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
  }

  private void crossing(Crossing crossing) {
    title(
        "over the line of "
            + crossing.waterfall()
            + ": "
            + crossing.over()
            + " → "
            + ImpactText.count(crossing.overAfter(), crossing.entity()));
    crossed("newly over", crossing.newly());
    crossed("no longer over", crossing.noLonger());
  }

  private void crossed(String how, Crossing.Crossed crossed) {
    if (crossed.count() == 0) {
      return;
    }
    String more = crossed.count() > MOST_NAMED ? ", …" : "";
    lines.add(
        "  "
            + how
            + "  "
            + crossed.count()
            + ": "
            + String.join(", ", crossed.first().stream().limit(MOST_NAMED).toList())
            + more);
    for (Total total : crossed.totals()) {
      total
          .shift()
          .ifPresent(
              s ->
                  lines.add(
                      "    "
                          + total.name()
                          + "  "
                          + ImpactText.number(s.before())
                          + " → "
                          + ImpactText.number(s.after())
                          + " "
                          + total.unit()));
    }
  }
}
