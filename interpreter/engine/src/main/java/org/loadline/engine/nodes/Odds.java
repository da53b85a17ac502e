package org.loadline.engine.nodes;

import com.oracle.truffle.api.CompilerDirectives;

/**
 * What a compiler is told about how often a condition holds.
 *
 * <p>No profile is taken: without a word it reckons that every check fails in one row of two, and
 * moves nothing that a check guards out of its loop.
 */
public final class Odds {
  private static final double MOSTLY = 0.9;

  private Odds() {}

  /** A condition that holds in hardly any row, as that a number overflows. */
  public static boolean rare(boolean condition) {
    return CompilerDirectives.injectBranchProbability(
        CompilerDirectives.SLOWPATH_PROBABILITY, condition);
  }

  /** A condition that holds much more often than not, as that a loop goes on. */
  public static boolean mostly(boolean condition) {
    return CompilerDirectives.injectBranchProbability(MOSTLY, condition);
  }
}
