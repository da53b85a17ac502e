package org.loadline.engine.plan;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Fact;

/**
 * Facts that are worked out together, row by row of one entity or once; each goes into a column.
 *
 * <p>{@code row} is the variable for the row at hand.
 */
public record Pass(Optional<Term> row, List<Filled> filled, List<Substituted> substituted) {
  public Pass {
    filled = List.copyOf(filled);
    substituted = List.copyOf(substituted);
  }

  public Pass(Optional<Term> row, List<Filled> filled) {
    this(row, filled, List.of());
  }

  /** A fact and the term that it is. */
  public record Filled(Fact fact, Term term) {}

  /** A fact whose formula stands, as a term, where the fact is read. */
  public record Substituted(Fact fact, Term term) {}
}
