package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.impact.Bearing;
import org.loadline.impact.Shift;

/** What waterfalls absorb and move under the old policy and the new one. */
final class BearingText {
  private static final int MOST_MOVED = 6;

  private final Ink ink;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  BearingText(Ink ink, int width) {
    this.ink = ink;
    this.width = width;
  }

  List<String> of(Bearing bearing) {
    bearing(bearing);
    return lines;
  }

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
    table.add("before", true, shifts.stream().map(s -> ImpactText.number(s.before())).toList());
    table.add("after", true, shifts.stream().map(s -> ImpactText.number(s.after())).toList());
    table.add("change", true, shifts.stream().map(s -> ImpactText.change(Optional.of(s))).toList());
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
}
