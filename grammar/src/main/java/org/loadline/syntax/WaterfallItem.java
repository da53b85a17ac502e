package org.loadline.syntax;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;

/** A line of a waterfall. */
public sealed interface WaterfallItem {
  Span span();

  /** {@code covers shortfall}: the fact to be brought to zero. */
  record Covers(Name loss, Span span) implements WaterfallItem {}

  /** {@code serve in order of health then id again after each}. */
  record Serve(List<OrderKey> order, boolean again, Span span) implements WaterfallItem {
    public Serve {
      order = List.copyOf(order);
    }
  }

  /** {@code fix seized, fee}: worked out when the row's turn comes. Each is a path. */
  record Fix(List<List<Name>> names, Span span) implements WaterfallItem {
    public Fix {
      names = names.stream().map(List::copyOf).toList();
    }
  }

  /** {@code live shortfall}: as the last entry left it. Each is a path. */
  record Live(List<List<Name>> names, Span span) implements WaterfallItem {
    public Live {
      names = names.stream().map(List::copyOf).toList();
    }
  }

  /** {@code carry rounds : count starts 0}: a value that the sweep carries from row to row. */
  record Carry(
      Name name, TypeExpression type, Optional<Step> step, Expression starts, Doc doc, Span span)
      implements WaterfallItem {}

  /** {@code stop when C}: no further row is served. */
  record Stop(Expression condition, Span span) implements WaterfallItem {}

  /** {@code step insurance when C { … }}. */
  record StepOf(
      Name name, Optional<Expression> when, List<WaterfallEntry> entries, Doc doc, Span span)
      implements WaterfallItem {
    public StepOf {
      entries = List.copyOf(entries);
    }
  }

  /** {@code remainder uncovered}: what is left when the row has been served. */
  record Remainder(Name name, Doc doc, Span span) implements WaterfallItem {}
}
