package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.impact.Mover;

/** The rows that moved most, each with what made it move. */
final class MoversText {
  private static final int MOST_CAUSES = 3;

  private final Ink ink;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  MoversText(Ink ink, int width) {
    this.ink = ink;
    this.width = width;
  }

  List<String> of(List<Mover> movers) {
    movers(movers);
    return lines;
  }

  private void movers(List<Mover> movers) {
    if (movers.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(ink.strong("moved most by " + movers.getFirst().output()));
    for (Mover mover : movers) {
      lines.add(
          "  "
              + Glyphs.line(mover.row(), 30)
              + "  "
              + ImpactText.number(mover.amount().before())
              + " → "
              + ImpactText.number(mover.amount().after())
              + " "
              + mover.unit()
              + "  "
              + ImpactText.share(Optional.of(mover.amount())));
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
}
