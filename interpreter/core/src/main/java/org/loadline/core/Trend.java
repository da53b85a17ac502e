package org.loadline.core;

/** What a value does between its edges while the point of a search rises. */
enum Trend {
  /** It is the same at each point. */
  SAME,
  /** It is another one only beyond an edge. */
  EDGES,
  RISES,
  FALLS,
  /** It rises or falls, which of them may differ from edge to edge and from row to row. */
  EITHER,
  /** Nothing is known. */
  UNKNOWN;

  boolean moves() {
    return this != SAME;
  }

  Trend reversed() {
    return switch (this) {
      case RISES -> FALLS;
      case FALLS -> RISES;
      case SAME, EDGES, EITHER, UNKNOWN -> this;
    };
  }

  /** Of what moves as both do at once, as their sum. */
  Trend with(Trend other) {
    boolean still = ordinal() <= EDGES.ordinal() || other.ordinal() <= EDGES.ordinal();
    return still || (this == other && this != EITHER) ? later(other) : UNKNOWN;
  }

  /** Of what is one or the other between two edges. */
  Trend or(Trend other) {
    boolean opposed = this.reversed() == other && this != other;
    return opposed ? EITHER : later(other);
  }

  private Trend later(Trend other) {
    return ordinal() >= other.ordinal() ? this : other;
  }
}
