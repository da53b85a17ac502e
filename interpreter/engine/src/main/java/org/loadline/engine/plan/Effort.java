package org.loadline.engine.plan;

/**
 * How wide numbers are carried where their ranges do not decide it. A row that overflows is worked
 * out again with the next effort; the last one never overflows.
 */
public enum Effort {
  /** 64 bits, checked. */
  NARROW(Width.LONG),
  /** 64 bits where that is proved to be enough, else 128, checked unless proved. */
  WIDE(Width.WIDE),
  /** Exact fractions of any size. */
  EXACT(Width.EXACT);

  private final Width widest;

  Effort(Width widest) {
    this.widest = widest;
  }

  /** The widest numbers of this effort. */
  public Width widest() {
    return widest;
  }

  /** The width for a range, and whether it must be checked. */
  public Fit fit(Interval range) {
    if (this == EXACT) {
      return new Fit(Width.EXACT, false, range);
    }
    for (Width width : Width.values()) {
      if (width.compareTo(widest) <= 0 && width.holds(range)) {
        return new Fit(width, false, range);
      }
    }
    return new Fit(widest, true, range.within(widest.range()));
  }

  public Effort next() {
    return this == NARROW ? WIDE : EXACT;
  }

  /** A width, whether results must be checked against it, and the range that is left. */
  public record Fit(Width width, boolean checked, Interval range) {}
}
