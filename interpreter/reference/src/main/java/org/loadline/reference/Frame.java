package org.loadline.reference;

import java.util.Arrays;
import java.util.Optional;
import org.loadline.core.FactRef;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * The slots that one formula works on: its row, its parameters, the variables of its aggregates;
 * and what a fault in it says it happened in.
 *
 * <p>A parameter whose argument faulted holds the fault, which is raised when it is read.
 */
final class Frame {
  private final Outcome[] slots;
  private final Optional<FactRef> definition;
  private Optional<RowAt> row;

  private Frame(Outcome[] slots, Optional<FactRef> definition, Optional<RowAt> row) {
    this.slots = slots;
    this.definition = definition;
    this.row = row;
  }

  /** A frame whose slot 0 holds the row, if there is one. */
  static Frame of(int slots, Optional<FactRef> definition, Optional<RowAt> row) {
    Frame frame = new Frame(new Outcome[Math.max(slots, 1)], definition, row);
    row.ifPresent(at -> frame.set(0, new RowNumber(at.row())));
    return frame;
  }

  /** A frame with the same slots, about another row, which slot 0 holds. */
  Frame at(RowAt other) {
    Frame frame = new Frame(Arrays.copyOf(slots, slots.length), definition, Optional.of(other));
    frame.set(0, new RowNumber(other.row()));
    return frame;
  }

  /** The row has another number, because one was added before it. */
  void renumber(RowAt same) {
    row = Optional.of(same);
    set(0, new RowNumber(same.row()));
  }

  void set(int slot, Value value) {
    slots[slot] = new Outcome.Known(value);
  }

  void set(int slot, Outcome outcome) {
    slots[slot] = outcome;
  }

  Outcome slot(int slot) {
    return slots[slot];
  }

  Optional<FactRef> definition() {
    return definition;
  }

  Optional<RowAt> row() {
    return row;
  }

  /** As {@link #copy}, for what happens at no row in particular. */
  Frame withoutRow() {
    return new Frame(Arrays.copyOf(slots, slots.length), definition, Optional.empty());
  }

  /** A frame with the same slots, which later changes to this one do not reach. */
  Frame copy() {
    return new Frame(Arrays.copyOf(slots, slots.length), definition, row);
  }
}
