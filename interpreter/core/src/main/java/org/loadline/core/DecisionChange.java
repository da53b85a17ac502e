package org.loadline.core;

import java.util.ArrayList;
import java.util.List;

/** Which way a value goes when its decision has an arm more or less, or is decided anew. */
final class DecisionChange {
  private final FormulaChange change;

  DecisionChange(FormulaChange change) {
    this.change = change;
  }

  /** An arm more or less, or a decision in the place of one of its values. */
  Trend of(FormulaChange.At a, FormulaChange.At b) {
    if (a.formula() instanceof Expr.Decision x && b.formula() instanceof Expr.Decision y) {
      return x.arms().size() < y.arms().size()
          ? armAdded(a, x, b, y)
          : x.arms().size() > y.arms().size() ? armAdded(b, y, a, x).reversed() : Trend.UNKNOWN;
    }
    if (b.formula() instanceof Expr.Decision y) {
      return all(values(y).stream().map(v -> change.of(a, b.of(v)).trend()).toList());
    }
    if (a.formula() instanceof Expr.Decision x) {
      return all(values(x).stream().map(v -> change.of(a.of(v), b).trend()).toList());
    }
    return Trend.UNKNOWN;
  }

  private static List<Expr> values(Expr.Decision decision) {
    List<Expr> values = new ArrayList<>();
    decision.arms().forEach(arm -> values.add(arm.value()));
    decision.otherwise().ifPresent(values::add);
    return values;
  }

  private static Trend all(List<Trend> trends) {
    Trend all = trends.stream().reduce(Trend.SAME, Trend::or);
    return all == Trend.EITHER ? Trend.UNKNOWN : all;
  }

  /** The longer decision has arms that the shorter has not; where they hold the value is theirs. */
  private Trend armAdded(
      FormulaChange.At few, Expr.Decision x, FormulaChange.At many, Expr.Decision y) {
    int added = 0;
    Trend trend = Trend.SAME;
    List<Expr> rest = values(x);
    for (Expr.Decision.Arm arm : y.arms()) {
      int at = y.arms().indexOf(arm) - added;
      if (at < x.arms().size() && isSame(few, x.arms().get(at), many, arm)) {
        continue;
      }
      added++;
      for (Expr value : rest.subList(Math.min(at, rest.size() - 1), rest.size())) {
        Trend to =
            change.isNew(many)
                ? change.of(few.of(value), many.of(arm.value())).trend()
                : change.of(many.of(arm.value()), few.of(value)).trend().reversed();
        trend = trend.or(to);
      }
    }
    boolean fits =
        added == y.arms().size() - x.arms().size()
            && x.otherwise()
                .map(o -> few.of(o).shape())
                .equals(y.otherwise().map(o -> many.of(o).shape()));
    return fits && trend != Trend.EITHER ? trend : Trend.UNKNOWN;
  }

  private static boolean isSame(
      FormulaChange.At a, Expr.Decision.Arm x, FormulaChange.At b, Expr.Decision.Arm y) {
    return a.of(x.condition()).shape().equals(b.of(y.condition()).shape())
        && a.of(x.value()).shape().equals(b.of(y.value()).shape());
  }
}
