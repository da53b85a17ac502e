package org.loadline.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loadline.values.Exact;
import org.loadline.values.Rounding;

class SharingTest {
  private static final Exact CENT = Exact.ofFraction(1, 100);

  private static Sharing.Taker taker(String weight) {
    return new Sharing.Taker(number(weight), Optional.empty(), CENT);
  }

  private static Sharing.Taker taker(String weight, String cap) {
    return new Sharing.Taker(number(weight), Optional.of(number(cap)), CENT);
  }

  private static Exact number(String text) {
    return Exact.of(new BigDecimal(text));
  }

  private static List<Exact> numbers(String... texts) {
    return List.of(texts).stream().map(SharingTest::number).toList();
  }

  private static List<Exact> refilled(String amount, Sharing.Taker... takers) {
    return Sharing.divide(
        number(amount), List.of(takers), true, IntStream.range(0, takers.length).boxed().toList());
  }

  private static List<Exact> once(String amount, Sharing.Taker... takers) {
    return Sharing.divide(
        number(amount), List.of(takers), false, IntStream.range(0, takers.length).boxed().toList());
  }

  @Test
  void sharesGoByWeight() {
    assertEquals(numbers("10", "20"), refilled("30", taker("1"), taker("2")));
  }

  @Test
  void whatACapKeepsOutGoesToTheOthersIfRefilled() {
    assertEquals(
        numbers("5", "25", "70"), refilled("100", taker("1", "5"), taker("1", "25"), taker("1")));
    assertEquals(
        numbers("5", "25", "33.33"), once("100", taker("1", "5"), taker("1", "25"), taker("1")));
  }

  @Test
  void capsKeepTheRestInTheLoss() {
    assertEquals(numbers("5", "25"), refilled("100", taker("1", "5"), taker("9", "25")));
  }

  @Test
  void stepsLostToRoundingGoOneEachInOrder() {
    // The published case: 3,000 over gains of 7,200, 800 and 800 leaves two steps.
    Sharing.Taker[] whole = {
      new Sharing.Taker(number("7200"), Optional.empty(), Exact.ONE),
      new Sharing.Taker(number("800"), Optional.empty(), Exact.ONE),
      new Sharing.Taker(number("800"), Optional.empty(), Exact.ONE)
    };
    assertEquals(numbers("2455", "273", "272"), refilled("3000", whole));
    assertEquals(
        numbers("2454", "273", "273"),
        Sharing.divide(number("3000"), List.of(whole), true, List.of(1, 2, 0)));
  }

  @Test
  void aTakerAtItsCapGetsNoLostStep() {
    assertEquals(
        numbers("0.33", "0.34", "0.33"),
        refilled("1", taker("1", "0.335"), taker("1"), taker("1")));
  }

  @Test
  void aTakerWithoutWeightTakesNothing() {
    assertEquals(numbers("0", "1"), refilled("1", taker("0"), taker("3")));
    assertEquals(numbers("0", "0"), once("1", taker("0"), taker("0")));
  }

  @Test
  void nobodyTakesMoreThanOneStepBeyondTheExactShare() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      Exact amount = Exact.ofFraction(random.nextInt(100_000), 100);
      List<Sharing.Taker> takers = new ArrayList<>();
      int count = 1 + random.nextInt(8);
      for (int t = 0; t < count; t++) {
        Exact weight = Exact.ofFraction(random.nextInt(50), 1 + random.nextInt(7));
        Optional<Exact> cap =
            random.nextBoolean()
                ? Optional.of(
                    Exact.ofFraction(random.nextInt(30_000), 100 * (1 + random.nextInt(3))))
                : Optional.empty();
        takers.add(new Sharing.Taker(weight, cap, CENT));
      }
      check(amount, takers, random.nextBoolean());
    }
  }

  private static void check(Exact amount, List<Sharing.Taker> takers, boolean refilled) {
    List<Integer> order = IntStream.range(0, takers.size()).boxed().toList();
    List<Exact> takes = Sharing.divide(amount, takers, refilled, order);
    Exact sum = takes.stream().reduce(Exact.ZERO, Exact::plus);
    assertTrue(sum.compareTo(amount) <= 0, "no more than there is");
    boolean roomLeft = false;
    for (int i = 0; i < takers.size(); i++) {
      Sharing.Taker taker = takers.get(i);
      assertTrue(takes.get(i).signum() >= 0);
      assertTrue(takes.get(i).dividedBy(CENT).isWhole());
      if (taker.cap().isPresent()) {
        assertTrue(takes.get(i).compareTo(taker.cap().get()) <= 0, "within the cap");
      }
      boolean uncapped = taker.cap().isEmpty() && taker.takesPart();
      roomLeft |= uncapped;
    }
    if (refilled && roomLeft) {
      Exact left = Rounding.FLOOR.round(amount.minus(sum), CENT);
      assertTrue(
          left.compareTo(CENT.times(Exact.of(takers.size()))) < 0, "all of it, but for steps");
    }
  }
}
