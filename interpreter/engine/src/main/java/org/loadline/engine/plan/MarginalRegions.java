package org.loadline.engine.plan;

import java.util.List;
import java.util.Optional;
import org.loadline.model.Table;
import org.loadline.model.Table.CellRule;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * What a written marginal table gives in one region of its keys: the whole charge below the row in
 * which the key ends, and its rate times the rest.
 */
final class MarginalRegions {
  private final Table table;
  private final WrittenRows rows;
  private final int column;
  private final int sliced;

  MarginalRegions(Table table, int column) {
    this.table = table;
    this.rows = new WrittenRows(table);
    this.column = column;
    this.sliced = slicedKey();
  }

  /** The key that is cut into slices; the others choose rows. */
  int sliced() {
    return sliced;
  }

  private int slicedKey() {
    int last = -1;
    for (int key = 0; key < table.keys().size(); key++) {
      boolean number = table.keys().get(key).type().present() instanceof Type.Quantity;
      if (number && rows.cells(key).stream().anyMatch(MarginalRegions::isStretch)) {
        return key;
      }
      last = number ? key : last;
    }
    return last;
  }

  private static boolean isStretch(CellRule rule) {
    return !(rule instanceof CellRule.Exactly || rule instanceof CellRule.Otherwise);
  }

  /** The charge, around the given keys; empty if there is none. */
  Optional<Polynomial> charge(List<Optional<Value>> keys) {
    Exact key = WrittenRows.number(keys.get(sliced));
    if (key.signum() < 0) {
      return Optional.empty();
    }
    Polynomial charge = Polynomial.of(Exact.ZERO);
    Exact covered = Exact.ZERO;
    List<Integer> taking = rows.taking(keys, List.of(sliced));
    for (int row : taking) {
      CellRule cell = rows.cells(sliced).get(row);
      Optional<Exact> stop = WrittenRows.to(cell).filter(to -> to.compareTo(key) <= 0);
      Exact end = stop.orElse(key);
      if (end.compareTo(covered) > 0) {
        boolean reaches = table.clamp() && row == taking.getFirst();
        Exact from = WrittenRows.from(cell).orElse(Exact.ZERO).max(Exact.ZERO);
        if (!reaches && from.compareTo(covered) > 0) {
          return Optional.empty();
        }
        Polynomial to = stop.map(Polynomial::of).orElseGet(() -> Polynomial.ofKey(sliced));
        Exact rate = rows.cell(row, column).orElseThrow();
        charge = charge.plus(to.minus(Polynomial.of(covered)).times(rate));
        covered = end;
      }
    }
    boolean carriedOn = table.clamp() && covered.signum() > 0;
    return covered.compareTo(key) < 0 && !carriedOn ? Optional.empty() : Optional.of(charge);
  }
}
