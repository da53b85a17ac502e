package org.loadline.bound;

import org.loadline.source.Span;
import org.loadline.syntax.Declaration;

/**
 * Something of a refined policy that stands no longer: where it was, and where what replaces it is.
 *
 * @param what as people refer to it: {@code param fee}, {@code account.health}, {@code row t1 of
 *     tiers}
 * @param before what was replaced; of a row its table
 */
public record Replacement(String what, Span by, Span of, String base, Declaration before) {
  /** Where both are: {@code param fee, limits.risk:4 for base.risk:7}. */
  public String text() {
    return what + ", " + place(by) + " for " + place(of);
  }

  private static String place(Span span) {
    String name = span.source().name();
    return name.substring(name.lastIndexOf('/') + 1) + ":" + span.line();
  }
}
