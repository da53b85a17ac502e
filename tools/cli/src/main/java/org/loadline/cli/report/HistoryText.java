package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.impact.Bearing;
import org.loadline.impact.Impact;
import org.loadline.impact.RowCount;
import org.loadline.impact.Shift;
import org.loadline.impact.Total;
import org.loadline.values.Exact;

/** Plans on several books: a line for each book and one for all of them. */
public final class HistoryText {
  private static final int MOST_TABLES = 6;

  private final Ink ink;
  private final int width;

  public HistoryText(Ink ink, int width) {
    this.ink = ink;
    this.width = Math.min(width, ImpactText.WIDEST);
  }

  /** All of it. */
  public List<String> of(List<Impact> impacts) {
    Impact first = impacts.getFirst();
    int changes = first.difference().changes().size();
    List<String> lines = new ArrayList<>();
    lines.add(
        ink.strong(first.difference().after().name())
            + " on "
            + impacts.size()
            + " books: "
            + (changes == 1 ? "1 change" : changes + " changes"));
    lines.add("");
    lines.addAll(rows(impacts));
    List<Total> totals = first.totals().stream().limit(MOST_TABLES).toList();
    for (Total total : totals) {
      lines.add("");
      lines.addAll(
          amounts(
              impacts,
              total.name() + (total.unit().isEmpty() ? "" : " (" + total.unit() + ")"),
              impact -> shift(impact, total)));
    }
    for (Bearing bearing : first.bearings()) {
      bearing
          .loss()
          .ifPresent(
              loss -> {
                lines.add("");
                lines.addAll(
                    amounts(
                        impacts,
                        loss.fact() + " of " + bearing.waterfall() + " (" + loss.unit() + ")",
                        impact -> loss(impact, bearing.waterfall())));
              });
    }
    return lines;
  }

  private List<String> rows(List<Impact> impacts) {
    TextTable table = new TextTable();
    table.add("book", false, withSum(impacts.stream().map(this::book).toList(), "all"));
    counts(
        table,
        "newly over",
        impacts,
        i -> i.crossings().stream().mapToInt(c -> c.newly().count()).sum());
    counts(
        table,
        "no longer",
        impacts,
        i -> i.crossings().stream().mapToInt(c -> c.noLonger().count()).sum());
    counts(
        table, "other outcome", impacts, i -> i.outcomes().stream().mapToInt(o -> o.moved()).sum());
    counts(table, "changed", impacts, i -> i.rows().stream().mapToInt(RowCount::changed).sum());
    counts(table, "faults", impacts, i -> i.rows().stream().mapToInt(RowCount::faultsAfter).sum());
    return table.lines(ink);
  }

  private String book(Impact impact) {
    String name = impact.book();
    String last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
    return Glyphs.line(last, Math.max(12, width / 3));
  }

  private static List<String> withSum(List<String> cells, String sum) {
    List<String> all = new ArrayList<>(cells);
    all.add(sum);
    return all;
  }

  private static void counts(
      TextTable table, String head, List<Impact> impacts, Function<Impact, Integer> count) {
    List<Integer> counts = impacts.stream().map(count).toList();
    table.add(
        head,
        true,
        withSum(
            counts.stream().map(String::valueOf).toList(),
            String.valueOf(counts.stream().mapToInt(Integer::intValue).sum())));
  }

  private List<String> amounts(
      List<Impact> impacts, String title, Function<Impact, Optional<Shift>> shift) {
    List<Optional<Shift>> shifts = new ArrayList<>(impacts.stream().map(shift).toList());
    Exact before = Exact.ZERO;
    Exact after = Exact.ZERO;
    for (Optional<Shift> one : shifts) {
      before = before.plus(one.map(Shift::before).orElse(Exact.ZERO));
      after = after.plus(one.map(Shift::after).orElse(Exact.ZERO));
    }
    shifts.add(Optional.of(new Shift(before, after)));
    TextTable table = new TextTable();
    table.add(title, false, withSum(impacts.stream().map(i -> "  " + book(i)).toList(), "  all"));
    table.add("before", true, cells(shifts, Shift::before));
    table.add("after", true, cells(shifts, Shift::after));
    table.add("change", true, shifts.stream().map(ImpactText::change).toList());
    table.add("", true, shifts.stream().map(ImpactText::share).toList());
    return table.lines(ink);
  }

  private static List<String> cells(List<Optional<Shift>> shifts, Function<Shift, Exact> side) {
    return shifts.stream().map(s -> s.map(side).map(ImpactText::number).orElse("–")).toList();
  }

  private static Optional<Shift> shift(Impact impact, Total like) {
    return impact.totals().stream()
        .filter(t -> t.name().equals(like.name()) && t.unit().equals(like.unit()))
        .findFirst()
        .flatMap(Total::shift);
  }

  private static Optional<Shift> loss(Impact impact, String waterfall) {
    return impact.bearings().stream()
        .filter(b -> b.waterfall().equals(waterfall))
        .findFirst()
        .flatMap(Bearing::loss)
        .map(Bearing.Loss::loss);
  }
}
