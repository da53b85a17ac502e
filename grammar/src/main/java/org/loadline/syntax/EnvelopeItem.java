package org.loadline.syntax;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;

/** A line of an envelope. */
public sealed interface EnvelopeItem {
  Span span();

  /** {@code fee within 1% .. 2%}, {@code tiers.rate}: what may change, and how. */
  record Permitted(List<Name> subject, List<Limit> limits, Span span) implements EnvelopeItem {
    public Permitted {
      subject = List.copyOf(subject);
      limits = List.copyOf(limits);
    }
  }

  /** {@code changes together a, tiers.rate}. */
  record Together(List<List<Name>> members, Span span) implements EnvelopeItem {
    public Together {
      members = members.stream().map(List::copyOf).toList();
    }
  }

  /** {@code require "title" for each tiers: rate >= was rate}: what the new policy must satisfy. */
  record Requirement(Optional<String> title, Optional<Name> table, Expression condition, Span span)
      implements EnvelopeItem {}
}
