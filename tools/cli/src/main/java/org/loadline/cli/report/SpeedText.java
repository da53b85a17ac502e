package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.engine.statistics.PassRun;
import org.loadline.model.EntityRef;

/** Speeds as a person reads them: the engine, the times, the rate, then pass by pass. */
public final class SpeedText {
  private static final int FACTS_NAMED = 3;
  private static final int WIDEST = 48;

  private final Speeds speeds;
  private final Ink ink;

  public SpeedText(Speeds speeds, Ink ink) {
    this.speeds = speeds;
    this.ink = ink;
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(ink.strong("engine") + "   " + speeds.engine());
    lines.add(ink.strong("threads") + "  " + speeds.threads());
    lines.add("");
    lines.addAll(times());
    lines.add("");
    lines.addAll(rates());
    if (!speeds.passes().isEmpty()) {
      lines.add("");
      lines.addAll(passes());
    }
    return lines;
  }

  private List<String> times() {
    List<String> phases = new ArrayList<>(speeds.phases().keySet());
    List<String> times =
        new ArrayList<>(speeds.phases().values().stream().map(SpeedText::ms).toList());
    List<String> notes = new ArrayList<>(phases.stream().map(phase -> "").toList());
    Speeds.Warm warm = speeds.warm();
    phases.add("warm run");
    times.add(ms(warm.median()));
    notes.add(
        String.format(
            Locale.ROOT,
            "median of %d, from %s to %s, after %s s",
            warm.milliseconds().size(),
            ms(warm.least()),
            ms(warm.most()),
            shortest(warm.seconds())));
    TextTable table = new TextTable();
    table.add("phase", false, phases);
    table.add("ms", true, times);
    table.add("", false, notes);
    return table.lines(ink);
  }

  private List<String> rates() {
    List<Speeds.Rows> entities = speeds.entities();
    TextTable table = new TextTable();
    table.add("entity", false, entities.stream().map(Speeds.Rows::entity).toList());
    table.add("rows", true, entities.stream().map(e -> String.valueOf(e.count())).toList());
    table.add(
        "rows a second",
        true,
        entities.stream()
            .map(e -> String.format(Locale.ROOT, "%.0f", speeds.rowsPerSecond(e)))
            .toList());
    table.add(
        "ns a row",
        true,
        entities.stream()
            .map(e -> String.format(Locale.ROOT, "%.1f", speeds.nanosecondsPerRow(e)))
            .toList());
    return table.lines(ink);
  }

  private List<String> passes() {
    List<PassRun> passes = speeds.passes();
    TextTable table = new TextTable();
    table.add("pass", false, passes.stream().map(SpeedText::name).toList());
    table.add("rows", true, passes.stream().map(p -> String.valueOf(p.rows())).toList());
    table.add("numbers in", false, passes.stream().map(SpeedText::widths).toList());
    table.add("rows redone wider", false, passes.stream().map(SpeedText::redone).toList());
    return table.lines(ink);
  }

  private static String name(PassRun pass) {
    String facts = pass.facts().stream().limit(FACTS_NAMED).collect(Collectors.joining(", "));
    int more = pass.facts().size() - FACTS_NAMED;
    String owner = pass.entity().map(EntityRef::name).map(name -> name + ": ").orElse("");
    return Glyphs.line(owner + facts, WIDEST) + (more > 0 ? " and " + more + " more" : "");
  }

  private static String widths(PassRun pass) {
    return pass.widths().entrySet().stream()
        .map(width -> width.getKey() + " ×" + width.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String redone(PassRun pass) {
    String steps =
        pass.redone().stream()
            .filter(step -> step.rows() > 0)
            .map(
                step ->
                    String.format(
                        Locale.ROOT,
                        "%d (%.2f %%) in %s",
                        step.rows(),
                        100.0 * step.rows() / pass.rows(),
                        step.width()))
            .collect(Collectors.joining(", "));
    return steps.isEmpty() ? "none" : steps;
  }

  private static String ms(double milliseconds) {
    return String.format(Locale.ROOT, milliseconds < 100 ? "%.3f" : "%.1f", milliseconds);
  }

  private static String shortest(double seconds) {
    return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
  }
}
