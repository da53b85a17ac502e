package org.loadline.cli;

/** Numbers of things in words. */
final class Counts {
  private Counts() {}

  /** {@code no errors}, {@code 1 error}, {@code 2 errors}. */
  static String of(long count, String singular) {
    return of(count, singular, singular + "s");
  }

  static String of(long count, String singular, String plural) {
    return count == 1 ? "1 " + singular : (count == 0 ? "no" : count) + " " + plural;
  }
}
