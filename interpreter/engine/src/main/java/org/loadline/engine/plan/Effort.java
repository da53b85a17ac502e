package org.loadline.engine.plan;

/**
 * How wide numbers are carried where their ranges do not decide it. A row that overflows is worked
 * out again with the next effort; the last one never overflows.
 */
public enum Effort {
  /** 64 bits, checked. */
  NARROW(Width.LONG),
  /**
   * As few bits as are proved to be enough; 128, checked, where few numbers can be expected to need
   * more.
   */
  WIDE(Width.WIDE),
  /** As few bits as are proved to be enough; 256, checked, where no number of bits is. */
  QUAD(Width.QUAD),
  /** Exact fractions of any size. */
  EXACT(Width.EXACT);

  /**
   * The extremes of two factors hardly ever meet in one row, so where a range leaves 128 bits by no
   * more than this, numbers seldom do. A pass whose rows often do goes on to the next effort.
   */
  private static final int SELDOM_REACHED = 24;

  private final Width widest;

  Effort(Width widest) {
    this.widest = widest;
  }

  /** The widest numbers of this effort. */
  public Width widest() {
    return widest;
  }

  /** The least effort that carries numbers of a width. */
  public static Effort of(Width width) {
    return switch (width) {
      case LONG -> NARROW;
      case WIDE -> WIDE;
      case QUAD -> QUAD;
      case EXACT -> EXACT;
    };
  }

  public Effort join(Effort other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The width for a range, and whether it must be checked. */
  public Fit fit(Interval range) {
    if (this == EXACT) {
      return new Fit(Width.EXACT, false, range);
    }
    boolean beyond = range.bits() > Width.WIDE.range().bits() + SELDOM_REACHED;
    Width most = this == WIDE && beyond ? Width.QUAD : widest;
    Width enough = Width.of(range);
    return enough.compareTo(most) <= 0
        ? new Fit(enough, false, range)
        : new Fit(most, true, range.within(most.range()));
  }

  /** Every number that it carries without being proved to need more; empty of exact fractions. */
  public Interval widestRange() {
    return this == EXACT ? Interval.ZERO : widest.range();
  }

  public Effort next() {
    return switch (this) {
      case NARROW -> WIDE;
      case WIDE -> QUAD;
      case QUAD, EXACT -> EXACT;
    };
  }

  /** A width, whether results must be checked against it, and the range that is left. */
  public record Fit(Width width, boolean checked, Interval range) {}
}
