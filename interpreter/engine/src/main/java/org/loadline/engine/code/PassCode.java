package org.loadline.engine.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.loadline.engine.load.DataKey;

/**
 * All that a pass does, for one effort.
 *
 * @param slots how many its frame has
 * @param rowSlot where the row at hand stands
 * @param arrays the slots of the arrays that it works with
 * @param texts the slots of the places of texts
 * @param before once, for all rows
 * @param clear forgets what a row leaves in slots
 */
public record PassCode(
    String name,
    int slots,
    int rowSlot,
    SequencedMap<DataKey, Integer> arrays,
    SequencedMap<String, Integer> texts,
    List<StatementOp> before,
    List<StatementOp> perRow,
    List<Total> totals,
    StatementOp.Clear clear) {
  public PassCode {
    arrays = new LinkedHashMap<>(arrays);
    texts = new LinkedHashMap<>(texts);
    before = List.copyOf(before);
    perRow = List.copyOf(perRow);
    totals = List.copyOf(totals);
  }
}
