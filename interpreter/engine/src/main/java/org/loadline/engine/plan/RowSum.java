package org.loadline.engine.plan;

import java.util.List;
import java.util.Optional;
import org.loadline.core.FactRef;

/** A sum of one fact over all rows of its entity: what a row adds to it can be told apart. */
public final class RowSum {
  private RowSum() {}

  /** The fact that a term sums over all rows and nothing else; empty for any other term. */
  public static Optional<FactRef> of(Term term) {
    return term.shape()
                instanceof
                Shape.Loop(
                    Shape.Total total,
                    List<Term> variables,
                    Optional<Term> filter,
                    Term body,
                    boolean own)
            && total == Shape.Total.SUM
            && filter.isEmpty()
            && variables.size() == 1
            && variables.getFirst().shape() instanceof Shape.Variable(int depth, Domain.All all)
            && body.shape()
                instanceof Shape.Read(ColumnKey.OfFact(FactRef fact), var row, boolean answered)
            && row.equals(Optional.of(variables.getFirst()))
        ? Optional.of(fact)
        : Optional.empty();
  }
}
