package org.loadline.engine.plan;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;

/**
 * Facts that are worked out together, row by row of one entity or once; each goes into a column.
 *
 * @param row the variable for the row at hand
 * @param summed the children of the row, if every fact is a sum over them, or a count: what some of
 *     them add is what the pass comes to over these
 */
public record Pass(
    Optional<Term> row,
    List<Filled> filled,
    List<Totalled> totals,
    List<Substituted> substituted,
    Optional<Domain.Children> summed) {
  public Pass {
    filled = List.copyOf(filled);
    totals = List.copyOf(totals);
    substituted = List.copyOf(substituted);
  }

  public Pass(Optional<Term> row, List<Filled> filled) {
    this(row, filled, List.of(), List.of(), Optional.empty());
  }

  /**
   * A fact and the term that it is.
   *
   * @param cloneOf the fact or the input that it is in a supposed world, or for given arguments
   */
  public record Filled(Fact fact, Term term, Optional<ColumnKey> cloneOf) {
    public Filled(Fact fact, Term term) {
      this(fact, term, Optional.empty());
    }
  }

  /**
   * A fact whose formula stands, as a term, where the fact is read.
   *
   * @param supposed whether it is what it is in a supposed world, or for a row of a written table
   */
  public record Substituted(Fact fact, Term term, boolean supposed) {}

  /**
   * A sum over all rows of the pass that is added up while they are worked out.
   *
   * @param total where it is read, as if it were a fact of the whole
   * @param body what a row adds; empty if rows are counted
   */
  public record Totalled(FactRef total, Optional<Term> filter, Optional<Term> body) {}
}
