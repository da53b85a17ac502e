package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.SortKey;
import org.loadline.data.Keys;
import org.loadline.values.Flag;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** Orders rows by measures that are worked out once; rows that are equal keep their order. */
final class SweepOrder {
  private SweepOrder() {}

  private record Measured(int row, List<Value> measures) {}

  /** The rows in order, each measured with the row in {@code slot}. */
  static List<Integer> ranked(
      List<Integer> rows, int slot, List<SortKey> keys, Frame frame, Formulas formulas) {
    if (keys.isEmpty()) {
      return rows;
    }
    List<Measured> measured = new ArrayList<>();
    for (int row : rows) {
      frame.set(slot, new RowNumber(row));
      List<Value> measures = new ArrayList<>();
      keys.forEach(key -> measures.add(formulas.value(key.measure(), frame)));
      measured.add(new Measured(row, measures));
    }
    measured.sort((left, right) -> compare(keys, left.measures(), right.measures()));
    return measured.stream().map(Measured::row).toList();
  }

  static int compare(List<SortKey> keys, List<Value> left, List<Value> right) {
    for (int i = 0; i < keys.size(); i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return keys.get(i).descending() ? -order : order;
      }
    }
    return 0;
  }

  private static int compare(Value left, Value right) {
    if (left instanceof Text(String a) && right instanceof Text(String b)) {
      return Keys.compareTexts(a, b);
    }
    if (left instanceof RowNumber(int a) && right instanceof RowNumber(int b)) {
      return Integer.compare(a, b);
    }
    if (left instanceof Flag(boolean a) && right instanceof Flag(boolean b)) {
      return Boolean.compare(a, b);
    }
    return Ranking.compare(left, right);
  }
}
