package org.loadline.engine.code;

import java.util.List;
import java.util.Optional;
import org.loadline.values.Int256;

/**
 * What one aggregate does with each row. A fault in one leaves the others of the same loop alone:
 * it is kept in the mark, and whoever reads the aggregate meets it.
 */
public sealed interface AccumulatorOp extends StatementOp {
  /** Whether a row may leave it a fault to keep. */
  default boolean failing() {
    return operands().stream().anyMatch(Op::mayFail);
  }

  @Override
  default boolean mayFail() {
    return false;
  }

  /**
   * The sum of decimals of one scale, of fractions of one divisor, or of exact fractions.
   *
   * @param divisor what every summand is divided by
   */
  record Sum(NumberOp body, Slots slots, boolean checked, Int256 divisor) implements AccumulatorOp {
    @Override
    public List<NumberOp> operands() {
      return List.of(body);
    }

    @Override
    public boolean mayOverflow() {
      return checked || AccumulatorOp.super.mayOverflow();
    }
  }

  /**
   * The sum of numbers of 128 bits that use 96 of them at most, or of such numbers times a factor
   * of few bits, without a carry.
   *
   * @param factor what each number is multiplied by, if it is
   */
  record HalvesSum(NumberOp number, Optional<NumberOp> factor, Slots slots, Room room)
      implements AccumulatorOp {
    @Override
    public List<Op> operands() {
      return Operands.present(Optional.of(number), factor);
    }

    @Override
    public boolean mayOverflow() {
      return room.checked() || AccumulatorOp.super.mayOverflow();
    }
  }

  /**
   * How many bits of a number's upper word a {@link HalvesSum} has room for, without the sign.
   *
   * @param checked whether a number may have more
   */
  record Room(int bits, boolean checked) {
    /** Where a number is cut. */
    public static final int CUT = Integer.SIZE;

    /**
     * The room there is, if there is any.
     *
     * @param number how many bits a number has at most, without its sign
     * @param times how many bits the greatest factor times the count of numbers has
     */
    public static Optional<Room> of(int number, int times) {
      // Summed up, either part stays within 63 bits: the upper begins at bit 32 of the number, the
      // lower has 32 bits before it is multiplied. So 95 bits are for a number and its factors, and
      // of these a number's lower word has 64.
      int bits = CUT - 1 - times;
      return bits < 0 ? Optional.empty() : Optional.of(new Room(bits, number > bits + Long.SIZE));
    }
  }

  /**
   * A sum in several parts, which are put together after the last row.
   *
   * @param together adds the parts and leaves the sum in its slots
   */
  record SplitSum(int markSlot, List<AccumulatorOp> parts, StatementOp together)
      implements AccumulatorOp {
    public SplitSum {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Op> operands() {
      return Operands.of(parts, together);
    }

    @Override
    public boolean failing() {
      return parts.stream().anyMatch(AccumulatorOp::failing);
    }
  }

  /** How many rows there are. */
  record Count(Slots slots) implements AccumulatorOp {
    @Override
    public List<Op> operands() {
      return List.of();
    }
  }

  /** Whether a condition holds for all rows, or for any; every row is looked at. */
  record Quantifier(FlagOp body, boolean all, int slot, int markSlot) implements AccumulatorOp {
    @Override
    public List<FlagOp> operands() {
      return List.of(body);
    }
  }

  /**
   * Where a {@link Best} keeps its result.
   *
   * @param seen a slot that says whether there was a row
   * @param element the variable of the loop
   * @param row the row with the best number
   * @param mark the mark of the result
   * @param own an {@code else} answers for having no rows
   */
  record Found(int seen, int element, int row, int mark, boolean own) {}

  /**
   * The least or greatest number of all rows, and the first row that has it. Fails without rows.
   *
   * @param byIdentity of equal numbers the row that comes first in the order of identity is taken
   * @param order the candidate on the left, the best so far on the right; its right slots hold the
   *     number at the end
   */
  record Best(NumberOp measure, boolean greatest, boolean byIdentity, Compared order, Found found)
      implements AccumulatorOp {
    @Override
    public List<NumberOp> operands() {
      return List.of(measure);
    }
  }
}
