package org.loadline.engine.code;

import java.util.List;
import org.loadline.engine.plan.NumberForm;

/** Fills the cell of a row; what fails is a fault of that row. */
public sealed interface Fill extends StatementOp {
  @Override
  default boolean mayFail() {
    return false;
  }

  /**
   * With a number.
   *
   * @param slots at least as wide as the number and the cells
   * @param held how the column holds it
   */
  record OfNumber(NumberOp value, Slots slots, CellSlots cells, int rowSlot, NumberForm held)
      implements Fill {
    @Override
    public List<NumberOp> operands() {
      return List.of(value);
    }
  }

  /** With a place. */
  record OfPlace(PlaceOp value, CellSlots cells, int rowSlot) implements Fill {
    @Override
    public List<PlaceOp> operands() {
      return List.of(value);
    }
  }
}
