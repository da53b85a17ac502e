package org.loadline.engine.code;

import java.util.List;
import java.util.Optional;
import org.loadline.engine.plan.Width;

/** Puts elements in order, and carries values over an order. */
public sealed interface OrderOp extends StatementOp {
  /**
   * Makes room for an order when a pass begins.
   *
   * @param stable whether what is equal by all keys stays as it was, instead of going by identity
   */
  record OrderRoom(List<KeyOp> keys, boolean stable, int slot) implements OrderOp {
    public OrderRoom {
      keys = List.copyOf(keys);
    }

    /** None: of the keys only their forms matter. */
    @Override
    public List<Op> operands() {
      return List.of();
    }
  }

  /** Takes an element into an order, with what it is ranked by. */
  record Collect(List<KeyOp> operands, int elementSlot, int orderSlot) implements OrderOp {
    public Collect {
      operands = List.copyOf(operands);
    }
  }

  /**
   * Puts the elements of a collection in order, for all who read it.
   *
   * @param rows a loop whose body collects
   * @param owner whose children they are, if the order depends on nothing else
   * @param once whether the order depends on nothing at all
   * @param slot where the order stands as long as the pass runs
   */
  record Order(StatementOp rows, Optional<PlaceOp> owner, boolean once, int slot)
      implements OrderOp {
    /** Whether those who read it may meet its failure. */
    public boolean leavesFailure() {
      return rows.mayFail() || owner.filter(o -> o.mayFail() || o.mayBeNone()).isPresent();
    }

    @Override
    public List<Op> operands() {
      return Operands.present(Optional.of(rows), owner);
    }

    @Override
    public boolean mayFail() {
      return false;
    }
  }

  /** What a value that is recorded stands in. */
  sealed interface Recorded {
    /** How many words a record of it takes, its mark aside; 0 for an exact fraction. */
    int stride();

    record OfNumber(Slots slots) implements Recorded {
      @Override
      public int stride() {
        return slots.width() == Width.EXACT ? 0 : slots.width().words();
      }
    }

    /** A flag or a place. */
    record OfPlace(int slot, int markSlot) implements Recorded {
      @Override
      public int stride() {
        return 1;
      }
    }
  }

  /** Makes room for what a {@link Scan} records when a pass begins. */
  record ScanRoom(List<Recorded> records, int slot) implements OrderOp {
    public ScanRoom {
      records = List.copyOf(records);
    }

    @Override
    public List<Op> operands() {
      return List.of();
    }
  }

  /**
   * Carries values over the elements of an order, and records what they stand at before each and at
   * last.
   *
   * @param once whether it depends on no row at all
   * @param always whether it depends on more than its order
   * @param trailSlot where the records stand as long as the pass runs
   */
  record Scan(
      SliceOp order,
      StatementOp start,
      StatementOp turn,
      List<Recorded> records,
      boolean once,
      boolean always,
      int elementSlot,
      int trailSlot)
      implements OrderOp {
    public Scan {
      records = List.copyOf(records);
    }

    @Override
    public List<Op> operands() {
      return List.of(order, start, turn);
    }

    @Override
    public boolean mayFail() {
      return false;
    }
  }
}
