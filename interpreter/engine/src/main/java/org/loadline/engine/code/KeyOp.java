package org.loadline.engine.code;

import java.util.List;

/** What an element is ranked by. */
public sealed interface KeyOp extends Op {
  /**
   * A number.
   *
   * @param slots where the number is left first, of its own width
   */
  record OfNumber(NumberOp number, Slots slots, boolean descending) implements KeyOp {
    @Override
    public List<NumberOp> operands() {
      return List.of(number);
    }
  }

  /** A row, a member, a flag or a text, by its place. */
  record OfPlace(PlaceOp place, boolean descending, boolean text) implements KeyOp {
    @Override
    public List<PlaceOp> operands() {
      return List.of(place);
    }

    @Override
    public boolean mayFail() {
      return place.mayBeNone() || KeyOp.super.mayFail();
    }
  }
}
