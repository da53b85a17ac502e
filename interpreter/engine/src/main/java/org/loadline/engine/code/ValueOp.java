package org.loadline.engine.code;

import java.util.List;

/** A value as an object, for what is done rarely or behind a boundary. */
public sealed interface ValueOp extends Op {
  /** A number, of any size. */
  record OfNumber(NumberOp number) implements ValueOp {
    @Override
    public List<NumberOp> operands() {
      return List.of(number);
    }
  }

  /**
   * A number that may be {@code none} or {@code unlimited}, put into slots first.
   *
   * @param stored what stands there then
   */
  record OfMarkedNumber(StatementOp.StoreNumber store, NumberRead.Slot stored) implements ValueOp {
    @Override
    public List<Op> operands() {
      return List.of(store, stored);
    }
  }

  /** What a place stands for. */
  enum Meaning {
    ROW,
    MEMBER,
    TEXT,
    FLAG
  }

  /** A place that may be {@code none}. */
  record OfOptionalPlace(PlaceOp place, Meaning meaning) implements ValueOp {
    @Override
    public List<PlaceOp> operands() {
      return List.of(place);
    }
  }

  /** A place that is not missing. */
  record OfPlace(PlaceOp place, Meaning meaning) implements ValueOp {
    @Override
    public List<PlaceOp> operands() {
      return List.of(place);
    }

    @Override
    public boolean mayFail() {
      return place.mayBeNone() || ValueOp.super.mayFail();
    }
  }
}
