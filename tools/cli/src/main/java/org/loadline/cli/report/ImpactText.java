package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.core.Output;
import org.loadline.impact.FaultNote;
import org.loadline.impact.Figures;
import org.loadline.impact.Gate;
import org.loadline.impact.Headline;
import org.loadline.impact.Impact;
import org.loadline.impact.RowCount;
import org.loadline.impact.Shift;
import org.loadline.impact.Total;
import org.loadline.mandate.Verdict;
import org.loadline.values.Exact;

/** A plan for people, on one screen: numbers to two places. */
public final class ImpactText {
  /** Wider lines are hard to read, and do not fit a mail. */
  static final int WIDEST = 80;

  private static final int MOST_TOTALS = 12;
  private static final int MOST_NAMED = 3;

  private final Ink ink;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  public ImpactText(Ink ink, int width) {
    this.ink = ink;
    this.width = Math.min(width, WIDEST);
  }

  /** All of it. */
  public List<String> of(Impact impact) {
    int changes = impact.difference().changes().size();
    lines.add(
        ink.strong(impact.difference().after().name())
            + " on "
            + Glyphs.line(impact.book(), width - 20)
            + ": "
            + (changes == 1 ? "1 change" : changes + " changes"));
    Headline.of(impact).forEach(sentence -> lines.addAll(Wrapped.lines(sentence, 2, width)));
    impact.guards().changes().stream()
        .filter(g -> g.verdict() != Verdict.ALLOWED)
        .forEach(
            g ->
                lines.addAll(
                    Wrapped.lines(
                        g.change().id() + "  " + g.name() + " " + g.sentence(), 2, width)));
    totals(impact);
    impact.outcomes().forEach(o -> lines.addAll(new OutcomesText(ink, width).of(o)));
    impact.crossings().forEach(c -> lines.addAll(new OutcomesText(ink, width).of(c)));
    impact.bearings().forEach(b -> lines.addAll(new BearingText(ink, width).of(b)));
    lines.addAll(new MoversText(ink, width).of(impact.movers()));
    rows(impact.rows());
    impact.faults().forEach(this::fault);
    impact.attribution().ifPresent(a -> lines.addAll(new AttributionText(ink, width).of(a)));
    impact.sensitivities().forEach(s -> lines.addAll(new SensitivityText(ink, width).of(s)));
    return lines;
  }

  // ---- Totals

  private void totals(Impact impact) {
    if (impact.totals().isEmpty()) {
      return;
    }
    lines.add("");
    if (!impact.declared()) {
      lines.add(
          "Nothing is declared requirement or allowance: totals are of all reported numbers.");
    }
    TextTable table = new TextTable();
    List<Total> shown = impact.totals().stream().limit(MOST_TOTALS).toList();
    table.add("totals", false, shown.stream().map(t -> "  " + Glyphs.line(t.name(), 30)).toList());
    table.add("", false, shown.stream().map(ImpactText::role).toList());
    table.add("before", true, shown.stream().map(t -> side(t.before(), t)).toList());
    table.add("after", true, shown.stream().map(t -> side(t.after(), t)).toList());
    table.add("change", true, shown.stream().map(t -> change(t.shift())).toList());
    table.add("", true, shown.stream().map(t -> share(t.shift())).toList());
    table.add("", false, shown.stream().map(Total::unit).toList());
    lines.addAll(table.lines(ink));
    int more = impact.totals().size() - shown.size();
    if (more > 0) {
      lines.add("  … " + more + " more");
    }
  }

  private static String role(Total total) {
    String role = total.role().map(Output.Role::word).orElse("");
    return total.kind() == Total.Kind.MEAN ? (role + " mean").strip() : role;
  }

  private static String side(Optional<Total.Side> side, Total total) {
    return side.map(s -> number(s.value()) + (total.isRounded() ? "~" : "")).orElse("–");
  }

  static String number(Exact number) {
    return Figures.shown(number);
  }

  static String change(Optional<Shift> shift) {
    return shift
        .filter(Shift::isChanged)
        .map(s -> (s.change().signum() > 0 ? "+" : "") + number(s.change()))
        .orElse("");
  }

  static String share(Optional<Shift> shift) {
    return shift.filter(Shift::isChanged).flatMap(Shift::relative).map(Figures::percent).orElse("");
  }

  // ---- Rows

  static String count(int rows, String entity) {
    return (rows == 1 ? "1 row of " : rows + " rows of ") + entity;
  }

  private void rows(List<RowCount> counts) {
    if (!counts.isEmpty()) {
      lines.add("");
    }
    for (RowCount count : counts) {
      String faults =
          count.faultsBefore() + count.faultsAfter() == 0
              ? ""
              : ", with a fault " + count.faultsBefore() + " → " + count.faultsAfter();
      lines.add(
          ink.strong(count(count.rows(), count.entity()))
              + ": "
              + count.unchanged()
              + " unchanged, "
              + count.changed()
              + " changed"
              + faults);
    }
  }

  private void fault(FaultNote note) {
    String rows = String.join(", ", note.first().stream().limit(MOST_NAMED).toList());
    String more = note.rows() > MOST_NAMED ? ", and " + (note.rows() - MOST_NAMED) + " more" : "";
    lines.add(
        "  "
            + ink.data(note.what().code().code())
            + " "
            + note.policy().word()
            + ": "
            + Glyphs.line(note.what().message(), Math.max(40, width - 14)));
    lines.add(
        "    "
            + (note.fact().isEmpty() ? "" : "in " + note.fact() + ", ")
            + note.what().span().source().name()
            + ":"
            + note.what().span().line()
            + (rows.isEmpty() ? "" : ": " + rows + more));
  }

  // ---- Gates

  /** A line for each gate; of several books those where it fails. */
  public List<String> gates(List<Gate.Verdict> verdicts) {
    List<String> said = new ArrayList<>();
    if (verdicts.isEmpty()) {
      return said;
    }
    said.add("");
    for (Gate.Verdict verdict : verdicts) {
      boolean one = verdicts.stream().map(Gate.Verdict::book).distinct().count() == 1;
      said.add(
          (verdict.failed() ? ink.error("✗") : ink.good("✓"))
              + " "
              + verdict.gate().text()
              + ": "
              + verdict.found()
              + (one ? "" : " on " + verdict.book()));
    }
    return said;
  }
}
