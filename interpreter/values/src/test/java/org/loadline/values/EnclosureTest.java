package org.loadline.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnclosureTest {
  private static final Exact UNIT = Exact.ofUnscaled(BigInteger.ONE, 18);

  private final Random random = new Random(9);

  private static void assertHolds(Exact value, Enclosure enclosure) {
    Exact scaled = value.times(Exact.of(BigInteger.TWO.pow(enclosure.bits())));
    assertTrue(Exact.of(enclosure.low()).compareTo(scaled) <= 0, "low");
    assertTrue(Exact.of(enclosure.high()).compareTo(scaled) >= 0, "high");
  }

  private static Enclosure enclose(Exact value, int bits) {
    return Enclosure.of(value.numerator(), value.denominator(), bits);
  }

  private Exact positive() {
    return Exact.ofFraction(random.nextInt(1 << 20), 1 + random.nextInt(1 << 12));
  }

  @Test
  void operationsKeepTheNumberInside() {
    for (int i = 0; i < 2_000; i++) {
      Exact a = positive();
      Exact b = positive();
      Exact signed = random.nextBoolean() ? b : b.negate();
      int bits = 4 + random.nextInt(20);
      Enclosure x = enclose(a, bits);
      assertHolds(a, x);
      assertHolds(signed, enclose(signed, bits));
      assertHolds(a.times(b), x.times(enclose(b, bits)));
      assertHolds(a.times(signed), x.times(signed.numerator(), signed.denominator()));
      assertHolds(a.plus(b), x.plus(enclose(b, bits)));
      assertHolds(Exact.ONE.minus(a), x.fromOne());
      assertHolds(a, x.to(bits - 3));
      for (int power : new int[] {-5, 0, 5}) {
        assertHolds(a.times(Exact.of(2).power(power)), x.scaled(power));
      }
    }
  }

  @Test
  void theNearestDecimalIsKnownOnceBothEndsAgree() {
    Exact tie = UNIT.times(Exact.ofFraction(5, 2));
    assertEquals(Optional.empty(), enclose(tie, 40).nearest());
    assertEquals(Optional.empty(), enclose(tie, 4_000).nearest());
    Exact above = tie.plus(Exact.of(2).power(-100));
    assertEquals(Optional.of(UNIT.times(Exact.of(3))), enclose(above, 160).nearest());
  }

  @Test
  void theMiddleAloneHasANearestDecimal() {
    // 2^-19 = 0.0000019073486328125
    Optional<Exact> even =
        Optional.of(Exact.ofUnscaled(BigInteger.valueOf(1_907_348_632_812L), 18));
    assertEquals(even, Enclosure.around(BigInteger.ONE, 1, 19).middle().nearest());
    Enclosure around = Enclosure.around(BigInteger.valueOf(5), 1, 1);
    assertEquals(new Enclosure(BigInteger.TEN, BigInteger.TEN, 2), around.middle());
    assertEquals(Optional.of(Exact.ofFraction(5, 2)), around.middle().nearest());
  }

  @Test
  void constantsHoldAtEveryWidth() {
    for (Constant constant : new Constant[] {Constant.LN_TWO, Constant.NORMAL_HEIGHT}) {
      BigInteger wide = constant.to(6_000);
      for (int bits = 1; bits < 6_000; bits += 97) {
        BigInteger difference = wide.shiftRight(6_000 - bits).subtract(constant.to(bits)).abs();
        assertTrue(difference.compareTo(BigInteger.ONE) <= 0, bits + " bits");
      }
    }
  }
}
