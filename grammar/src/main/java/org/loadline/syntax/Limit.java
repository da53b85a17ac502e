package org.loadline.syntax;

import java.util.Optional;
import org.loadline.source.Span;

/** What governance may do with a param or a column. */
public sealed interface Limit {
  Span span();

  /** {@code within 0% .. 5%}. */
  record Within(Range range, Span span) implements Limit {}

  /**
   * {@code changing by at most 0.5 points once in 30 days}: {@code ofItsValue} for {@code 5% of its
   * value}.
   */
  record ChangingBy(Expression most, boolean ofItsValue, Optional<Clock> clock, Span span)
      implements Limit {}

  /** {@code refused}: a change beyond the limit does not take effect. */
  record Refused(Span span) implements Limit {}

  /** {@code clipped}: a change beyond the limit is cut back to it. */
  record Clipped(Span span) implements Limit {}

  /** {@code changes together with other}. */
  record Together(Name other, Span span) implements Limit {}

  /** {@code never to zero}: a change to zero does not take effect. */
  record NeverToZero(Span span) implements Limit {}

  /** {@code once in 3 days} or {@code in any 30 days}. */
  record Clock(Kind kind, Expression period, Span span) {
    /** From the last change, or over a sliding window. */
    public enum Kind {
      ONCE_IN,
      IN_ANY
    }
  }
}
