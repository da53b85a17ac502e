package org.loadline.engine.code;

import java.util.List;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;

/** A place that is looked for: a row by its keys, a row of a table, an element of an order. */
public sealed interface PlaceFound extends PlaceOp {
  @Override
  default boolean mayBeNone() {
    return false;
  }

  /**
   * The row with given keys, among the children of a row if there is a parent.
   *
   * @param parent any place if {@code hasParent} is false
   */
  record ByKey(
      EntityRef entity,
      boolean hasParent,
      PlaceOp parent,
      List<Integer> fields,
      List<ValueOp> keys,
      boolean own)
      implements PlaceFound {
    public ByKey {
      fields = List.copyOf(fields);
      keys = List.copyOf(keys);
    }

    @Override
    public List<Op> operands() {
      return Operands.of(keys, parent);
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }

  /** What a key below all rows is. */
  enum Empty {
    /** Proved not to happen. */
    NEVER,
    FAULT,
    OWN_FAILURE
  }

  /**
   * Where the rows of an owner stand, or the count of all rows if there is no owner.
   *
   * @param each how many rows each owner has, one owner's after the other's; 0 if that differs
   * @param list -1 if the rows of an owner follow one another
   */
  record Rows(int each, int starts, int list, int count) {}

  /**
   * The last of an owner's rows that starts at the key or below; the starts rise.
   *
   * @param starts where rows start, at the scale of the key
   * @param dropped how many of the lowest bits, which are zero in every start, the starts lack
   * @param own whether a missing owner is the lookup's own failure
   * @param positive whether neither keys nor starts are below zero
   */
  record ByBound(
      PlaceOp owner,
      NumberOp key,
      CellSlots starts,
      int dropped,
      Rows rows,
      Empty empty,
      boolean own,
      boolean positive)
      implements PlaceFound {
    @Override
    public List<Op> operands() {
      return List.of(owner, key);
    }

    @Override
    public boolean mayFail() {
      return empty != Empty.NEVER || owner.mayBeNone() || PlaceFound.super.mayFail();
    }
  }

  /**
   * Where a number lies among points that rise: {@code 2i + 1} at point {@code i}, {@code 2i} below
   * it and above the one before.
   *
   * @param exactly whether fractions of any size are compared
   */
  record Region(NumberOp key, List<Exact> points, boolean exactly) implements PlaceFound {
    public Region {
      points = List.copyOf(points);
    }

    @Override
    public List<NumberOp> operands() {
      return List.of(key);
    }
  }

  /**
   * Two places as one, row by row.
   *
   * @param size how many columns there are
   */
  record InGrid(PlaceOp row, PlaceOp column, int size) implements PlaceFound {
    @Override
    public List<PlaceOp> operands() {
      return List.of(row, column);
    }
  }

  /**
   * The row that constants name for a place; a failure where they name none.
   *
   * @param rows {@link #NONE} where there is none
   */
  record Chosen(PlaceOp place, List<Integer> rows, boolean own) implements PlaceFound {
    public Chosen {
      rows = List.copyOf(rows);
    }

    @Override
    public List<PlaceOp> operands() {
      return List.of(place);
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }

  /** The first or the last element of an order. */
  record End(SliceOp slice, boolean last, boolean own) implements PlaceFound {
    @Override
    public List<SliceOp> operands() {
      return List.of(slice);
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }

  /** The place that a value of a scan stood at. */
  record AtElement(StoodOp stood) implements PlaceFound {
    @Override
    public List<StoodOp> operands() {
      return List.of(stood);
    }

    @Override
    public boolean mayBeNone() {
      return true;
    }
  }

  /** The row that a lookup of a rare make finds. */
  record AskedLookup(Question.OfLookup question) implements PlaceFound {
    @Override
    public List<Question> operands() {
      return List.of(question);
    }
  }

  /** The place that a fact of a rare make is. */
  record AskedFact(Question.OfFact question) implements PlaceFound {
    @Override
    public List<Question> operands() {
      return List.of(question);
    }

    @Override
    public boolean mayBeNone() {
      return true;
    }
  }
}
