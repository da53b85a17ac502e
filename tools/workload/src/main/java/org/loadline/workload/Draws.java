package org.loadline.workload;

/** The splitmix64 sequence of a seed, one draw after the other. */
final class Draws {
  private long state;

  Draws(long seed) {
    state = seed;
  }

  /** {@return a number from 0 up to, but not including, {@code bound}} */
  long below(long bound) {
    return (next() >>> 1) % bound;
  }

  int below(int bound) {
    return (int) below((long) bound);
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
