package org.loadline.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.reference.RowFormulas.Contribution;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Value;

/**
 * The rows of an aggregate in the order in which they are told: those that decide what it comes to
 * first, so that a few of many rows are the ones to look at. Rows that decide alike stay in their
 * order.
 *
 * @param how says how they are ordered, as part of a sentence; empty where they stand as they are
 */
record Deciding(List<Contribution> rows, String how) {
  Deciding {
    rows = List.copyOf(rows);
  }

  /** The rows of an aggregate of which so many are told. */
  static Deciding of(Expr.Aggregate e, List<Contribution> rows, int told) {
    boolean all = rows.size() <= told;
    return switch (e.kind()) {
      case MIN -> sorted(rows, Deciding::compare, "the least first");
      case MAX -> sorted(rows, reversed(Deciding::compare), "the greatest first");
      case ANY -> sorted(rows, reversed(holding()), "those that hold first");
      case ALL -> sorted(rows, holding(), "those that do not hold first");
      case SUM, MEAN, WEIGHTED_MEAN ->
          all ? new Deciding(rows, "") : sorted(rows, reversed(size()), "the largest first");
      case COUNT -> new Deciding(rows, "");
    };
  }

  /** The rows that a pick compares; the one that it picks stands first. */
  static Deciding of(Expr.Pick e, List<Contribution> rows, Optional<Value> picked) {
    Comparator<Contribution> measure = Deciding::compare;
    Comparator<Contribution> best =
        Comparator.comparing(row -> picked.filter(row.variables().getFirst()::equals).isEmpty());
    return sorted(
        rows,
        best.thenComparing(e.greatest() ? reversed(measure) : measure),
        e.greatest() ? "the greatest first" : "the least first");
  }

  private static Deciding sorted(
      List<Contribution> rows, Comparator<Contribution> order, String how) {
    List<Contribution> sorted = new ArrayList<>(rows);
    sorted.sort(order);
    return new Deciding(sorted, sorted.equals(rows) ? "" : how);
  }

  private static Comparator<Contribution> reversed(Comparator<Contribution> order) {
    return order.reversed();
  }

  private static int compare(Contribution left, Contribution right) {
    return Ranking.compare(left.value(), right.value());
  }

  private static Comparator<Contribution> holding() {
    return Comparator.comparing(row -> row.value().equals(Flag.TRUE));
  }

  /** How much a row adds, upwards or downwards. */
  private static Comparator<Contribution> size() {
    return Comparator.comparing(
        row -> ((Exact) row.value()).times(row.weight().orElse(Exact.ONE)).abs());
  }
}
