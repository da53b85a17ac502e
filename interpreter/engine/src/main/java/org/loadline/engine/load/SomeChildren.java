package org.loadline.engine.load;

import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;

/**
 * Some children, laid out side by side in the order of the rows that have them, and these rows by
 * place. Cells that stand far from one another are fetched by loops that do nothing else, which
 * takes much less time than to wait for each where it is used.
 */
public final class SomeChildren {
  private final EntityRef child;
  private final int field;
  private final int[] parents;
  private final int[] starts;
  private final int[] rows;
  private final int all;
  private final Map<Object, Object> ofInputs = new IdentityHashMap<>();
  private final Map<Object, Object> ofFacts = new IdentityHashMap<>();
  private final Map<Object, Object> used = new IdentityHashMap<>();

  private SomeChildren(
      EntityRef child, int field, int[] parents, int[] starts, int[] rows, int all) {
    this.child = child;
    this.field = field;
    this.parents = parents;
    this.starts = starts;
    this.rows = rows;
    this.all = all;
  }

  /**
   * @param references the row that each child refers to; below zero if there is none
   * @param wanted which children
   */
  static SomeChildren of(
      EntityRef child, int field, ChildIndex index, int[] references, BitSet wanted) {
    int[] rows =
        index.consecutive() ? list(references, wanted) : byParent(index, references, wanted);
    int[] parents = new int[rows.length];
    int[] starts = new int[rows.length + 1];
    int places = 0;
    for (int at = 0; at < rows.length; at++) {
      int parent = references[rows[at]];
      if (places == 0 || parents[places - 1] != parent) {
        starts[places] = at;
        parents[places++] = parent;
      }
    }
    starts[places] = rows.length;
    return new SomeChildren(
        child,
        field,
        Arrays.copyOf(parents, places),
        Arrays.copyOf(starts, places + 1),
        rows,
        references.length);
  }

  private static int[] list(int[] references, BitSet wanted) {
    int[] rows = new int[wanted.cardinality()];
    int count = 0;
    for (int row = wanted.nextSetBit(0); row >= 0; row = wanted.nextSetBit(row + 1)) {
      if (references[row] >= 0) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private static int[] byParent(ChildIndex index, int[] references, BitSet wanted) {
    BitSet parents = new BitSet();
    for (int row = wanted.nextSetBit(0); row >= 0; row = wanted.nextSetBit(row + 1)) {
      if (references[row] >= 0) {
        parents.set(references[row]);
      }
    }
    int[] rows = new int[wanted.cardinality()];
    int count = 0;
    for (int of = parents.nextSetBit(0); of >= 0; of = parents.nextSetBit(of + 1)) {
      for (int at = index.starts()[of]; at < index.starts()[of + 1]; at++) {
        if (wanted.get(index.rows()[at])) {
          rows[count++] = index.rows()[at];
        }
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /** The rows that have such children, ascending: the one at each place. */
  public int[] parents() {
    return parents;
  }

  /** How many children there are. */
  public int size() {
    return rows.length;
  }

  /**
   * The array that stands for one of all children.
   *
   * @param ofChild the columns that are read of the children, and of no other row
   */
  Object array(DataKey key, Object array, Set<ColumnKey> ofChild) {
    return switch (key) {
      case DataKey.ChildStarts(EntityRef of, int by) when of.equals(child) && by == field -> starts;
      case DataKey.Cells cells when ofChild.contains(cells.column()) -> gather(cells, array);
      default -> array;
    };
  }

  /**
   * Once for each array: what did not change is the same before and after, and often the next time.
   * Those of facts are filled in place.
   */
  private synchronized Object gather(DataKey.Cells key, Object array) {
    Map<Object, Object> among = key.column() instanceof ColumnKey.OfFact ? ofFacts : ofInputs;
    Object known = among.get(array);
    Object some = known == null ? gathered(array) : known;
    among.put(array, some);
    used.put(array, some);
    return some;
  }

  /** Forgets what was not asked for since the last time, and what may not stay as it is. */
  public synchronized void settle() {
    ofInputs.keySet().retainAll(used.keySet());
    used.clear();
    ofFacts.clear();
  }

  private Object gathered(Object array) {
    return switch (array) {
      case long[] cells -> longs(cells);
      case int[] cells when cells.length > 0 -> {
        int[] some = new int[rows.length];
        for (int at = 0; at < rows.length; at++) {
          some[at] = cells[rows[at]];
        }
        yield some;
      }
      case byte[] cells when cells.length > 0 -> {
        byte[] some = new byte[rows.length];
        for (int at = 0; at < rows.length; at++) {
          some[at] = cells[rows[at]];
        }
        yield some;
      }
      case Exact[] cells when cells.length > 0 -> {
        Exact[] some = new Exact[rows.length];
        for (int at = 0; at < rows.length; at++) {
          some[at] = cells[rows[at]];
        }
        yield some;
      }
      case FactColumn column -> column.at(rows);
      default -> array;
    };
  }

  /** Several cells of a row may stand side by side. */
  private long[] longs(long[] cells) {
    int step = all == 0 ? 0 : cells.length / all;
    long[] some = new long[rows.length * step];
    for (int at = 0; at < rows.length; at++) {
      for (int cell = 0; cell < step; cell++) {
        some[at * step + cell] = cells[rows[at] * step + cell];
      }
    }
    return some;
  }
}
