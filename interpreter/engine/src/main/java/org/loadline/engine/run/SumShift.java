package org.loadline.engine.run;

import com.oracle.truffle.api.CallTarget;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.FactRef;
import org.loadline.engine.load.FactChanges;
import org.loadline.engine.load.FactColumn;
import org.loadline.engine.load.RunData;
import org.loadline.engine.load.SomeChildren;
import org.loadline.values.Exact;

/**
 * Brings sums over children up to date: what the children that changed add now comes to them, and
 * what these added before goes. Sums are whole numbers of one scale, so nothing is lost on the way,
 * however often.
 */
final class SumShift {
  private final int[] rows;
  private final Map<FactRef, FactColumn> less = new LinkedHashMap<>();
  private final Map<FactRef, FactColumn> more = new LinkedHashMap<>();
  private final byte[] overflowed;

  private SumShift(int[] rows) {
    this.rows = rows;
    this.overflowed = new byte[rows.length];
  }

  /**
   * Works out what children added before, and add now.
   *
   * @param wanted the facts of the pass that read what changed
   */
  static SumShift of(
      ChildRoots roots,
      Set<FactRef> wanted,
      RowRunner runner,
      SomeChildren children,
      RunData before,
      RunData data) {
    SumShift shift = new SumShift(children.parents());
    Set<FactRef> facts = roots.facts(wanted);
    for (FactRef fact : facts) {
      shift.less.put(fact, new FactColumn(roots.form(fact), shift.rows.length));
      shift.more.put(fact, new FactColumn(roots.form(fact), shift.rows.length));
    }
    CallTarget root = roots.root(facts, data);
    RunData then = before.excerpt(children, roots.columns(), shift.less);
    RunData now = data.excerpt(children, roots.columns(), shift.more);
    // One after the other while the cells that both read are at hand.
    runner.run(
        shift.rows.length,
        (from, to) -> {
          root.call(then, from, to, shift.overflowed);
          root.call(now, from, to, shift.overflowed);
        });
    return shift;
  }

  /** The rows that have such children, ascending. */
  int[] rows() {
    return rows;
  }

  /** The facts that it is known for. */
  Set<FactRef> facts() {
    return more.keySet();
  }

  /**
   * Brings the sums in a column up to date.
   *
   * @return the rows that stay as they are: it does not come to a number that the column holds, or
   *     a child needs more bits than were tried
   */
  BitSet apply(FactRef fact, FactColumn column) {
    BitSet left = new BitSet();
    for (int at = 0; at < rows.length; at++) {
      if (overflowed[at] != 0) {
        left.set(rows[at]);
      }
    }
    FactChanges.shift(column, rows, part(less, fact), part(more, fact), left);
    return left;
  }

  /**
   * Makes the sums in a column what they were.
   *
   * @param left the rows that stayed as they were
   */
  void takeBack(FactRef fact, FactColumn column, BitSet left) {
    FactChanges.shift(column, rows, part(more, fact), part(less, fact), left);
  }

  private static FactColumn part(Map<FactRef, FactColumn> parts, FactRef fact) {
    return Objects.requireNonNull(parts.get(fact));
  }

  /** What the sum of a fact over all rows changes by, if none is left; empty if that is unknown. */
  Optional<Exact> change(FactRef fact) {
    int[] places = new int[rows.length];
    Arrays.setAll(places, at -> at);
    return FactChanges.of(part(more, fact)).above(places, part(less, fact));
  }
}
