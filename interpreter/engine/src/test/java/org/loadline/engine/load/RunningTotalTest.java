package org.loadline.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;

/** Parts come as whole numbers of any scale and as fractions, and the sum is the same. */
class RunningTotalTest {
  private static final NumberForm CENTS = NumberForm.decimal(Width.LONG, 2, Interval.of(-999, 999));

  private final FactColumn column = column(CENTS);
  private final RunningTotal total = new RunningTotal(column);

  private static FactColumn column(NumberForm form) {
    return new FactColumn(new ColumnForm.OfNumbers(form, true, true), 1);
  }

  private static BigInteger whole(long number) {
    return BigInteger.valueOf(number);
  }

  private static Exact hundredths(long number) {
    return Exact.ofUnscaled(whole(number), 2);
  }

  @Test
  void wholeNumbersAreAddedUpAtTheScaleOfTheColumn() {
    total.add(whole(150), 2);
    total.add(whole(-275), 2);
    total.close();
    assertEquals(hundredths(-125), column.number(0));
    assertEquals(Mark.PRESENT, column.mark(0));
  }

  @Test
  void otherScalesAndFractionsAreAddedToThem() {
    total.add(whole(150), 2);
    total.add(whole(5), 1);
    total.add(Exact.of(3).dividedBy(Exact.of(8)));
    total.close();
    assertEquals(Exact.ofUnscaled(whole(2375), 3), column.number(0));
    assertEquals(Mark.BEYOND, column.mark(0));
  }

  @Test
  void aSumOutsideTheRangeStandsBesideTheColumn() {
    total.add(whole(999), 2);
    total.add(whole(1), 2);
    total.close();
    assertEquals(Exact.of(10), column.number(0));
    assertEquals(Mark.BEYOND, column.mark(0));
  }

  @Test
  void aPartThatIsAFaultMakesTheSumOne() {
    total.add(whole(1), 2);
    total.fault();
    total.close();
    assertEquals(Mark.FAULT, column.mark(0));
  }

  @Test
  void aSumBeyondTheLimitIsAFault() {
    total.add(Exact.ofUnscaled(BigInteger.ONE, -Exact.MAX_PLACES));
    total.add(whole(1), 2);
    total.close();
    assertEquals(Mark.FAULT, column.mark(0));
  }

  @Test
  void aColumnOfFractionsTakesBoth() {
    FactColumn exact = column(NumberForm.EXACT);
    RunningTotal fractions = new RunningTotal(exact);
    fractions.add(whole(25), 2);
    fractions.add(Exact.ONE);
    fractions.close();
    assertEquals(hundredths(125), exact.number(0));
  }
}
