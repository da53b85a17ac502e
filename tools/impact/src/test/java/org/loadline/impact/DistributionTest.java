package org.loadline.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.impact.Distribution.Bin;
import org.loadline.values.Exact;

class DistributionTest {
  @Test
  void everyValueIsInTheBinThatStartsAtOrBelowIt() {
    List<Exact> before = IntStream.range(0, 220).mapToObj(Exact::of).toList();
    List<Exact> after = List.of(Exact.ofFraction(999, 50), Exact.of(20), Exact.of(-7));
    Distribution spread = Distribution.of("health", "", before, after, Bin.EMPTY);
    assertEquals(Exact.of(10), spread.step());
    assertEquals(Exact.of(10), spread.from());
    assertEquals(Exact.of(210), spread.to());
    assertEquals(new Bin(10, 1), spread.bins().getFirst());
    assertEquals(new Bin(10, 1), spread.bins().get(1));
    assertEquals(new Bin(10, 1), spread.below());
    assertEquals(new Bin(10, 0), spread.above());
  }

  @Test
  void noRowIsLostWhateverTheValues() {
    List<Exact> before =
        IntStream.range(0, 999).mapToObj(i -> Exact.ofFraction(i * i, 7 + i)).toList();
    List<Exact> after = before.stream().map(v -> v.times(Exact.ofFraction(1, 3))).toList();
    Distribution spread = Distribution.of("x", "USD", before, after, Bin.EMPTY);
    assertEquals(
        999,
        spread.below().before()
            + spread.above().before()
            + spread.bins().stream().mapToInt(Bin::before).sum());
    assertEquals(
        999,
        spread.below().after()
            + spread.above().after()
            + spread.bins().stream().mapToInt(Bin::after).sum());
    assertTrue(spread.bins().size() <= 24, spread.bins().toString());
  }

  @Test
  void oneValueIsOneBin() {
    Distribution spread =
        Distribution.of("x", "", List.of(Exact.ofFraction(3, 2)), List.of(), new Bin(2, 3));
    assertEquals(List.of(new Bin(1, 0)), spread.bins());
    assertEquals(Exact.ONE, spread.from());
    assertEquals(new Bin(2, 3), spread.endless());
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "3,1,5", "7,1,10", "51,1000,0.1", "1,3,0.5", "0,1,1", "1,1000,0.001"})
  void stepsAreRound(long numerator, long denominator, java.math.BigDecimal step) {
    assertEquals(Exact.of(step), Distribution.roundStep(Exact.ofFraction(numerator, denominator)));
  }
}
