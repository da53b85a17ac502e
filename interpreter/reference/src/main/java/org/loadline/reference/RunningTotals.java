package org.loadline.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * Sums, counts and means over all rows of an entity, of which only what rows changed is worked out
 * again.
 *
 * <p>Kept are aggregates over one variable whose parts read nothing but its row and what is the
 * same for all. While a row faults, the aggregate is worked out in full, for the words of its
 * fault.
 */
final class RunningTotals {
  private final Map<Expr.Aggregate, Dependencies.Node.Total> known;
  private final Map<Expr.Aggregate, Total> totals = new IdentityHashMap<>();
  private final Map<Dependencies.Node.Total, Total> byNode = new HashMap<>();

  RunningTotals(Map<Expr.Aggregate, Dependencies.Node.Total> known) {
    this.known = known;
  }

  /** Whether what each row adds can be kept. */
  static boolean canKeep(Expr.Aggregate e) {
    boolean kind =
        switch (e.kind()) {
          case SUM, COUNT, ANY, ALL, MEAN -> true;
          case MIN, MAX, WEIGHTED_MEAN -> false;
        };
    return kind
        && e.binders().size() == 1
        && e.binders().getFirst().rows() instanceof Rows.All
        && isClosed(e);
  }

  /** Whether it reads no slot but those that it binds. */
  private static boolean isClosed(Expr.Aggregate e) {
    Set<Integer> bound = new HashSet<>();
    List<Expr> ahead = new ArrayList<>(List.of(e));
    List<Expr.Local> locals = new ArrayList<>();
    while (!ahead.isEmpty()) {
      Expr at = ahead.removeLast();
      switch (at) {
        case Expr.Local local -> locals.add(local);
        case Expr.Aggregate inner -> inner.binders().forEach(b -> bound.add(b.slot()));
        case Expr.Pick inner -> bound.add(inner.binder().slot());
        default -> {}
      }
      ahead.addAll(Parts.of(at));
    }
    return locals.stream().allMatch(local -> bound.contains(local.slot()));
  }

  /** What one row gives: nothing if the filter leaves it out. */
  private record Given(Optional<Value> value) {}

  /** One aggregate and what its rows give. */
  private static final class Total {
    private final Map<Integer, Given> given = new HashMap<>();
    private final Set<Integer> changed = new HashSet<>();
    private final Set<Integer> faulting = new HashSet<>();
    private boolean all = true;
    private Exact sum = Exact.ZERO;
    private int kept;
    private int holding;

    private void take(int row, Given now) {
      Given before = given.put(row, now);
      if (before != null) {
        before.value().ifPresent(value -> add(value, -1));
      }
      now.value().ifPresent(value -> add(value, 1));
    }

    private void drop(int row) {
      Given before = given.remove(row);
      if (before != null) {
        before.value().ifPresent(value -> add(value, -1));
      }
    }

    private void add(Value value, int sign) {
      kept += sign;
      switch (value) {
        case Exact number -> sum = sign > 0 ? sum.plus(number) : sum.minus(number);
        case Flag(boolean holds) -> holding += holds ? sign : 0;
        default -> {}
      }
    }
  }

  /** A row is to be worked out again; whether that was not known before. */
  boolean drop(Dependencies.Node.Total node, int row) {
    Total total = byNode.get(node);
    return total != null && !total.all && total.changed.add(row);
  }

  /** All rows are to be worked out again; whether that was not known before. */
  boolean dropAll(Dependencies.Node.Total node) {
    Total total = byNode.get(node);
    if (total == null || total.all) {
      return false;
    }
    total.all = true;
    return true;
  }

  void reset() {
    totals.clear();
    byNode.clear();
  }

  /** The value of an aggregate that is kept, unless a row faults or there are none to choose. */
  Optional<Value> value(Expr.Aggregate e, Frame frame, Formulas formulas, RowCounts counts) {
    Dependencies.Node.Total node = known.get(e);
    if (node == null) {
      return Optional.empty();
    }
    Total total = totals.computeIfAbsent(e, first -> new Total());
    byNode.put(node, total);
    bringUp(total, e, node.entity(), frame, formulas, counts);
    if (!total.faulting.isEmpty()) {
      return Optional.empty();
    }
    return switch (e.kind()) {
      case SUM -> total.sum.exceedsLimit() ? Optional.empty() : Optional.of(total.sum);
      case COUNT -> Optional.of(Exact.of(total.kept));
      case ANY -> Optional.of(Flag.of(total.holding > 0));
      case ALL -> Optional.of(Flag.of(total.holding == total.kept));
      case MEAN ->
          total.kept == 0 || total.sum.exceedsLimit()
              ? Optional.empty()
              : Optional.of(total.sum.dividedBy(Exact.of(total.kept)));
      case MIN, MAX, WEIGHTED_MEAN -> Optional.empty();
    };
  }

  /** How many rows there are. */
  interface RowCounts {
    int of(EntityRef entity);
  }

  private static void bringUp(
      Total total,
      Expr.Aggregate e,
      EntityRef entity,
      Frame frame,
      Formulas formulas,
      RowCounts counts) {
    if (total.all) {
      total.all = false;
      total.changed.clear();
      total.faulting.clear();
      total.given.clear();
      total.sum = Exact.ZERO;
      total.kept = 0;
      total.holding = 0;
      for (int row = 0; row < counts.of(entity); row++) {
        bringUp(total, e, row, frame, formulas);
      }
      return;
    }
    List<Integer> rows = List.copyOf(total.changed);
    total.changed.clear();
    rows.forEach(row -> bringUp(total, e, row, frame, formulas));
  }

  private static void bringUp(
      Total total, Expr.Aggregate e, int row, Frame frame, Formulas formulas) {
    frame.set(e.binders().getFirst().slot(), new RowNumber(row));
    try {
      boolean keeps = e.filter().isEmpty() || formulas.holds(e.filter().get(), frame);
      Optional<Value> value =
          keeps ? Optional.of(formulas.value(e.body(), frame)) : Optional.empty();
      total.take(row, new Given(value));
      total.faulting.remove(row);
    } catch (Failure failure) {
      total.drop(row);
      total.faulting.add(row);
    }
  }
}
