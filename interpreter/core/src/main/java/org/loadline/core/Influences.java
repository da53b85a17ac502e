package org.loadline.core;

/**
 * Says of what a policy works out which way it moves when something that it reads rises.
 *
 * <p>What is said holds for every book that the policy takes, row by row, as far as both values can
 * be worked out and neither is {@code none}; {@link Influence.Way#UNKNOWN} is said where that is
 * not proved. Params without limits are taken as written, and one that moves keeps its sign.
 */
public final class Influences {
  private final Program program;
  private final KnownRanges ranges;

  public Influences(Program program) {
    this(program, program);
  }

  /** Those of a program of which params and cells of tables may also be those of another. */
  public Influences(Program program, Program other) {
    this.program = program;
    this.ranges = new KnownRanges(program, other);
  }

  /** How a reported fact moves. */
  public Influence of(Output output, Cause cause) {
    return of(output.fact(), cause);
  }

  /** How a fact moves. */
  public Influence of(FactRef fact, Cause cause) {
    return new InfluenceWalk(program, ranges, cause).of(fact);
  }
}
