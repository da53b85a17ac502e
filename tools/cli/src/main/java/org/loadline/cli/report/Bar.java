package org.loadline.cli.report;

import org.loadline.values.Exact;
import org.loadline.values.NumberText;
import org.loadline.values.Rounding;

/** A share as a bar of text and as a percentage. */
final class Bar {
  private static final int WIDTH = 24;
  private static final String[] PARTS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  private static final Exact EIGHTHS = Exact.of(WIDTH * PARTS.length);
  private static final Exact TENTH = Exact.ofFraction(1, 10);

  private Bar() {}

  /** As long as the share of the whole; empty below zero, full beyond all of it. */
  static String of(Exact part, Exact whole) {
    if (whole.signum() <= 0 || part.signum() <= 0) {
      return "";
    }
    Exact share = part.dividedBy(whole).min(Exact.ONE);
    int eighths = Rounding.CEIL.round(share.times(EIGHTHS), Exact.ONE).intValueExact();
    return "█".repeat(eighths / PARTS.length) + PARTS[eighths % PARTS.length];
  }

  /** The share in percent to one place; empty of nothing. */
  static String percent(Exact part, Exact whole) {
    if (whole.signum() == 0) {
      return "";
    }
    Exact percent = part.dividedBy(whole).times(Exact.of(100));
    String text = NumberText.format(Rounding.HALF_EVEN.round(percent, TENTH));
    return (text.indexOf('.') < 0 ? text + ".0" : text) + " %";
  }
}
