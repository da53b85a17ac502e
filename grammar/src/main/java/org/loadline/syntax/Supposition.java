package org.loadline.syntax;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;

/** One difference that is supposed by {@code given}. */
public sealed interface Supposition {
  Span span();

  /**
   * {@code market.mark = V where C}, {@code param = V}: an input, of rows or of no row. {@code
   * family} are the members that say which column of a family is meant; {@code subject} is all that
   * stands before the {@code =}.
   */
  record Input(
      List<Name> path,
      List<Name> family,
      Expression value,
      Optional<Expression> where,
      Span subject,
      Span span)
      implements Supposition {
    public Input {
      path = List.copyOf(path);
      family = List.copyOf(family);
    }
  }

  /** {@code also debt { account = account, amount = 5 USD }}: one row more. */
  record Row(Name entity, List<GivenRow.Setting> settings, Span span) implements Supposition {
    public Row {
      settings = List.copyOf(settings);
    }
  }
}
