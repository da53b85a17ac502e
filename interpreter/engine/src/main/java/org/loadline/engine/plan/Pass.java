package org.loadline.engine.plan;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;

/**
 * Facts that are worked out together, row by row of one entity or once; each goes into a column.
 *
 * <p>{@code row} is the variable for the row at hand.
 */
public record Pass(Optional<Term> row, List<Filled> filled, List<Totalled> totals) {
  public Pass {
    filled = List.copyOf(filled);
    totals = List.copyOf(totals);
  }

  public Pass(Optional<Term> row, List<Filled> filled) {
    this(row, filled, List.of());
  }

  /** A fact and the term that it is. */
  public record Filled(Fact fact, Term term) {}

  /**
   * A sum over all rows of the pass that is added up while they are worked out.
   *
   * @param total where it is read, as if it were a fact of the whole
   * @param body what a row adds; empty if rows are counted
   */
  public record Totalled(FactRef total, Optional<Term> filter, Optional<Term> body) {}
}
