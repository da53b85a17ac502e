package org.loadline.core;

/** A figure of a waterfall's run that a formula reads from a slot. */
public record SweepValue(int slot, WaterfallRef waterfall, Figure figure) {

  /** What of a run is meant. */
  public sealed interface Figure {
    /** What a step absorbed of all losses; its place among the steps. */
    record Absorbed(int step) implements Figure {}

    /** What was to be covered, over all served rows. */
    record Loss() implements Figure {}

    /** What is left of it. */
    record Remainder() implements Figure {}

    /** How many rows were served to the end. */
    record Served() implements Figure {}

    /** How many rows were left as they were, because an entry refused or faulted. */
    record Undone() implements Figure {}
  }
}
