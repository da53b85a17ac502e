package org.loadline.engine.code;

import java.util.List;
import java.util.Optional;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int256;

/** A number that is there already. */
public sealed interface NumberRead extends NumberOp {
  /**
   * A number that is known, or {@code none} or {@code unlimited}.
   *
   * @param value the number, if it is neither of these
   * @param number the whole number that it is in its form, over {@code divisor}
   */
  record Constant(NumberForm form, Slots slots, Exact value, Int256 number, Int256 divisor)
      implements NumberRead {
    @Override
    public List<Op> operands() {
      return List.of();
    }
  }

  /**
   * A number that stands in slots.
   *
   * @param failing the mark may be a failure
   */
  record Slot(NumberForm form, Slots slots, boolean failing) implements NumberRead {
    @Override
    public List<Op> operands() {
      return List.of();
    }

    @Override
    public boolean mayFail() {
      return failing;
    }
  }

  /** The divisor of a fraction that stands in slots, as a whole number. */
  record DivisorSlot(NumberForm form, Slots from) implements NumberRead {
    @Override
    public List<Op> operands() {
      return List.of();
    }
  }

  /**
   * The number in a cell; a missing row is the path's own failure.
   *
   * @param form as the cells are held, or exact
   * @param held how the cells are held
   * @param failing whether a cell may be a fault
   * @param exceeding whether a cell may be too large for how cells are held
   */
  record Cell(
      NumberForm form,
      Slots slots,
      NumberForm held,
      CellSlots cells,
      boolean failing,
      boolean exceeding,
      boolean own,
      PlaceOp row)
      implements NumberRead {
    @Override
    public List<PlaceOp> operands() {
      return List.of(row);
    }

    @Override
    public boolean mayFail() {
      return failing || row.mayBeNone() || NumberRead.super.mayFail();
    }

    @Override
    public boolean mayOverflow() {
      return exceeding || NumberRead.super.mayOverflow();
    }
  }

  /** The number that a value of a scan stood at. */
  record AtElement(NumberForm form, Slots slots, StoodOp stood) implements NumberRead {
    @Override
    public List<StoodOp> operands() {
      return List.of(stood);
    }
  }

  /**
   * The constant number of a place; a failure where there is none.
   *
   * @param form a decimal, or exact
   * @param own an {@code else} answers for a place without number
   */
  record Chosen(NumberForm form, PlaceOp place, List<Optional<Exact>> numbers, boolean own)
      implements NumberRead {
    public Chosen {
      numbers = List.copyOf(numbers);
    }

    @Override
    public List<PlaceOp> operands() {
      return List.of(place);
    }

    @Override
    public boolean mayFail() {
      return numbers.stream().anyMatch(Optional::isEmpty) || NumberRead.super.mayFail();
    }
  }

  /** A place as a number, which is left in a slot too: so members are ranked. */
  record OfPlace(NumberForm form, PlaceOp place, int slot) implements NumberRead {
    /**
     * @param most the greatest place that there may be
     */
    public OfPlace(PlaceOp place, int slot, int most) {
      this(NumberForm.decimal(Width.LONG, 0, Interval.of(0, most)), place, slot);
    }

    @Override
    public List<PlaceOp> operands() {
      return List.of(place);
    }

    @Override
    public boolean mayFail() {
      return place.mayBeNone() || NumberRead.super.mayFail();
    }
  }
}
