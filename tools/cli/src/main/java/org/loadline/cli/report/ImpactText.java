package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.core.Output;
import org.loadline.impact.Bearing;
import org.loadline.impact.Crossing;
import org.loadline.impact.FaultNote;
import org.loadline.impact.Figures;
import org.loadline.impact.Gate;
import org.loadline.impact.Headline;
import org.loadline.impact.Impact;
import org.loadline.impact.Mover;
import org.loadline.impact.Outcomes;
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
  private static final int MOST_CAUSES = 3;
  private static final int MOST_NAMED = 3;
  private static final int MOST_MOVED = 6;

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
    impact.outcomes().forEach(this::outcomes);
    impact.crossings().forEach(this::crossing);
    impact.bearings().forEach(this::bearing);
    movers(impact.movers());
    rows(impact.rows());
    impact.faults().forEach(this::fault);
    impact.attribution().ifPresent(a -> lines.addAll(new AttributionText(ink, width).of(a)));
    impact.sensitivities().forEach(s -> lines.addAll(new SensitivityText(ink, width).of(s)));
    return lines;
  }

  private void section(String title) {
    lines.add("");
    lines.add(ink.strong(title));
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

  // ---- Outcomes and lines

  private void outcomes(Outcomes outcomes) {
    section(
        outcomes.name()
            + ": "
            + outcomes.moved()
            + " of "
            + count(sum(outcomes), outcomes.entity())
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

  private static String count(int rows, String entity) {
    return (rows == 1 ? "1 row of " : rows + " rows of ") + entity;
  }

  private void crossing(Crossing crossing) {
    section(
        "over the line of "
            + crossing.waterfall()
            + ": "
            + crossing.over()
            + " → "
            + count(crossing.overAfter(), crossing.entity()));
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
                          + number(s.before())
                          + " → "
                          + number(s.after())
                          + " "
                          + total.unit()));
    }
  }

  // ---- Waterfalls

  private void bearing(Bearing bearing) {
    List<Bearing.Moved> moved =
        bearing.moved().stream()
            .filter(m -> m.amount().filter(Shift::isChanged).isPresent())
            .limit(MOST_MOVED)
            .toList();
    if (bearing.loss().isEmpty() && moved.isEmpty()) {
      return;
    }
    lines.add("");
    TextTable table = new TextTable();
    List<String> names = new ArrayList<>();
    List<Shift> shifts = new ArrayList<>();
    List<String> units = new ArrayList<>();
    bearing
        .loss()
        .ifPresent(
            loss -> {
              names.add("  " + loss.fact());
              shifts.add(loss.loss());
              loss.steps()
                  .forEach(
                      s -> {
                        names.add("    absorbed by " + s.step());
                        shifts.add(s.amount());
                      });
              names.add("    " + loss.remainder());
              shifts.add(loss.left());
              shifts.forEach(s -> units.add(loss.unit()));
            });
    for (Bearing.Moved move : moved) {
      names.add(
          Glyphs.line(
              "  " + move.step() + ": " + move.from() + " → " + move.to(),
              Math.max(40, width - 44)));
      shifts.add(move.amount().orElseThrow());
      units.add(move.unit());
    }
    table.add("waterfall " + bearing.waterfall() + ": " + served(bearing), false, names);
    table.add("before", true, shifts.stream().map(s -> number(s.before())).toList());
    table.add("after", true, shifts.stream().map(s -> number(s.after())).toList());
    table.add("change", true, shifts.stream().map(s -> change(Optional.of(s))).toList());
    table.add("", false, units);
    lines.addAll(table.lines(ink));
  }

  private static String served(Bearing bearing) {
    return bearing.before().served()
        + " → "
        + bearing.after().served()
        + " served"
        + bad("refused", bearing.before().refused(), bearing.after().refused())
        + bad("undone by a fault", bearing.before().faulted(), bearing.after().faulted())
        + bad("not judged", bearing.before().unserved(), bearing.after().unserved());
  }

  private static String bad(String what, int before, int after) {
    return before + after == 0 ? "" : ", " + before + " → " + after + " " + what;
  }

  // ---- Rows

  private void movers(List<Mover> movers) {
    if (movers.isEmpty()) {
      return;
    }
    section("moved most by " + movers.getFirst().output());
    for (Mover mover : movers) {
      lines.add(
          "  "
              + Glyphs.line(mover.row(), 30)
              + "  "
              + number(mover.amount().before())
              + " → "
              + number(mover.amount().after())
              + " "
              + mover.unit()
              + "  "
              + share(Optional.of(mover.amount())));
      Set<String> causes = new LinkedHashSet<>();
      for (Mover.Cause cause : mover.why()) {
        cause.change().ifPresent(id -> causes.add(cause(cause, id)));
      }
      causes.stream().limit(MOST_CAUSES).forEach(lines::add);
      if (causes.size() > MOST_CAUSES) {
        lines.add("    … " + (causes.size() - MOST_CAUSES) + " more");
      }
    }
  }

  private String cause(Mover.Cause cause, String id) {
    String values =
        cause.before().equals(cause.after())
            ? cause.after()
            : or(cause.before()) + " → " + or(cause.after());
    String what = cause.label() + "  " + values;
    String place = cause.place().replace('\\', '/');
    String where = id + "  " + place.substring(place.lastIndexOf('/') + 1);
    int room = Math.max(20, width - 6 - Glyphs.width(where));
    return "    " + Glyphs.line(what, room) + "  " + ink.faint(where);
  }

  private static String or(String value) {
    return value.isEmpty() ? "–" : value;
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
