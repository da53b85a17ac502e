package org.loadline.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.loadline.impact.Distribution;
import org.loadline.impact.Distribution.Bin;
import org.loadline.page.kit.Element;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.values.Exact;

/** How a number spreads over rows: filled under the new policy, an outline under the old one. */
public final class Histogram {
  private static final int BOTTOM = 132;
  private static final int TOP = 24;
  private static final int HEIGHT = 156;
  private static final int ABOUT_TICKS = 4;

  private final Distribution spread;
  private final List<Bin> bars;
  private final Axis across;
  private final Axis up;

  private Histogram(Distribution spread) {
    this.spread = spread;
    this.bars =
        Stream.of(List.of(spread.below()), spread.bins(), List.of(spread.above()))
            .flatMap(List::stream)
            .toList();
    // A bin's width on either side is for what lies beyond.
    this.across =
        Axis.across(spread.from().minus(spread.step()), spread.to().plus(spread.step()), 0, 100);
    int most = bars.stream().mapToInt(b -> Math.max(b.before(), b.after())).max().orElse(0);
    this.up = Axis.up(Exact.ZERO, Exact.of(Math.max(most, 1)), BOTTOM, TOP);
  }

  public static Element of(Distribution spread) {
    return new Histogram(spread).figure();
  }

  private Element figure() {
    Element drawing =
        Svg.drawing("How " + spread.name() + " is distributed", description(), HEIGHT)
            .add(filled())
            .add(outline())
            .add(Svg.line("base", "0%", "" + BOTTOM, "100%", "" + BOTTOM))
            .add(ticks())
            .add(Svg.label("tick", "0%", "12", "start", "rows, at most " + most()));
    Phrase caption =
        Phrase.ofCode(spread.name())
            .plain(unit() + ": filled under the new policy, outlined under the old." + rest());
    return Lines.figure(caption, drawing);
  }

  private String unit() {
    return spread.unit().isEmpty() ? "" : " in " + spread.unit();
  }

  private String rest() {
    List<String> said = new ArrayList<>();
    said(spread.below(), "below " + number(spread.from()), said);
    said(spread.above(), "from " + number(spread.to()) + " on", said);
    said(spread.endless(), "unlimited", said);
    return said.isEmpty() ? "" : " At the ends: " + String.join("; ", said) + ".";
  }

  private static void said(Bin bin, String where, List<String> said) {
    if (bin.before() > 0 || bin.after() > 0) {
      String before = Figure.count(bin.before());
      said.add(where + " " + before + " rows, now " + Figure.count(bin.after()));
    }
  }

  private String description() {
    return "Rows in steps of "
        + number(spread.step())
        + " from "
        + number(spread.from())
        + " to "
        + number(spread.to())
        + ", old and new: "
        + String.join(
            ", ", spread.bins().stream().map(b -> b.before() + " and " + b.after()).toList())
        + ".";
  }

  private int most() {
    return up.to().intValueExact();
  }

  private List<Element> filled() {
    List<Element> filled = new ArrayList<>();
    for (int at = 0; at < bars.size(); at++) {
      Exact rows = Exact.of(bars.get(at).after());
      if (rows.signum() > 0) {
        String width = across.between(start(at), start(at + 1));
        String height = up.between(Exact.ZERO, rows);
        String kind = isTail(at) ? "fill tail" : "fill";
        filled.add(Svg.rectangle(kind, across.at(start(at)), up.at(rows), width, height));
      }
    }
    return filled;
  }

  private List<Element> outline() {
    List<Element> outline = new ArrayList<>();
    Exact last = Exact.ZERO;
    for (int at = 0; at <= bars.size(); at++) {
      Exact rows = Exact.of(at == bars.size() ? 0 : bars.get(at).before());
      String x = across.at(start(at));
      if (!rows.equals(last)) {
        outline.add(Svg.line("old", x, up.at(last), x, up.at(rows)));
      }
      if (rows.signum() > 0) {
        outline.add(Svg.line("old", x, up.at(rows), across.at(start(at + 1)), up.at(rows)));
      }
      last = rows;
    }
    return outline;
  }

  private List<Element> ticks() {
    List<Element> ticks = new ArrayList<>();
    Axis inner = Axis.across(spread.from(), spread.to(), 0, 100);
    for (Exact tick : inner.ticks(ABOUT_TICKS)) {
      String x = across.at(tick);
      ticks.add(Svg.line("base", x, "" + BOTTOM, x, "" + (BOTTOM + 4)));
      ticks.add(Svg.label("tick", x, "" + (BOTTOM + 18), "middle", number(tick)));
    }
    return ticks;
  }

  private boolean isTail(int bar) {
    return bar == 0 || bar == bars.size() - 1;
  }

  /** Where a bar starts; the first holds what lies below the bins. */
  private Exact start(int bar) {
    return spread.start(bar - 1);
  }

  private static String number(Exact value) {
    return Figure.of(value, "").brief();
  }
}
