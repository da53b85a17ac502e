package org.loadline.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.loadline.values.Reading.Unread.MALFORMED;
import static org.loadline.values.Reading.Unread.TOO_LONG;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "-0.000, 0",
    "+7, 7",
    "007.50, 7.5",
    "-1.5e-3, -0.0015",
    "2E+3, 2000",
    "12e0, 12",
    ".5, 0.5",
    "7., 7",
    "1e18, 1000000000000000000",
    "1e-18, 0.000000000000000001",
    "123456789012345678901234567890.000000001, 123456789012345678901234567890.000000001",
  })
  void readsAndWritesCanonically(String text, String canonical) {
    Reading read = NumberText.parse(text);
    assertEquals(new Reading.Of(Exact.of(new BigDecimal(canonical))), read);
    assertEquals(canonical, NumberText.format(read.value().orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "+",
        ".",
        "-.",
        "e5",
        ".e5",
        "1e",
        "1e+",
        "1e1.5",
        "1e 5",
        "1 ",
        " 1",
        "1 000",
        "1,000",
        "1_000",
        "--1",
        "+-1",
        "1-",
        "1.2.3",
        "NaN",
        "Infinity",
        "-inf",
        "0x10",
        "1f",
        "1L",
        "٣",
        "１",
        "1\u0000",
        "½",
        "1e5e5",
        "ten",
        "1%"
      })
  void refusesWhatIsNoNumber(String text) {
    assertEquals(MALFORMED, NumberText.parse(text));
  }

  @Test
  void tellsTooLongFromMalformed() {
    String long1 = "1".repeat(1_200);
    assertEquals(TOO_LONG, NumberText.parse(long1));
    assertEquals(MALFORMED, NumberText.parse(long1 + "x"));
    assertEquals(TOO_LONG, NumberText.parse("1e513"));
    assertEquals(TOO_LONG, NumberText.parse("1e-513"));
    assertEquals(TOO_LONG, NumberText.parse("1e99999999999999999999"));
    assertEquals(TOO_LONG, NumberText.parse("10e512"));
    assertEquals(TOO_LONG, NumberText.parse("0.1e-512"));
    assertEquals(TOO_LONG, NumberText.parse("1".repeat(300) + "." + "1".repeat(300)));
  }

  @Test
  void readsUpToTheLimit() {
    Exact greatest = Exact.of(BigInteger.TEN.pow(512));
    assertEquals(new Reading.Of(greatest), NumberText.parse("1e512"));
    assertEquals(new Reading.Of(Exact.ONE.dividedBy(greatest)), NumberText.parse("1e-512"));
    assertEquals(new Reading.Of(Exact.ONE), NumberText.parse("1." + "0".repeat(1_000)));
    assertEquals(new Reading.Of(greatest.minus(Exact.ONE)), NumberText.parse("9".repeat(512)));
  }

  @Test
  void hostileTextIsQuick() {
    List<String> hostile =
        List.of("9".repeat(5_000_000), "1e" + "9".repeat(1_000), "1e999999999", "1e-2147483648");
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> hostile.forEach(text -> assertEquals(TOO_LONG, NumberText.parse(text))));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 0.333333333333333333~",
    "-2, 3, -0.666666666666666667~",
    "1, 7, 0.142857142857142857~",
    "1000000, 3, 333333.333333333333333333~",
    "1, 3000000000000000000, 0.000000000000000000~",
    "-1, 3000000000000000000, 0.000000000000000000~",
    "1, 8, 0.125",
    "-1, 400, -0.0025",
    "100, 1, 100",
  })
  void marksAFractionWithoutEnd(long numerator, long denominator, String expected) {
    assertEquals(expected, NumberText.format(Exact.ofFraction(numerator, denominator)));
  }

  @Test
  void everyDecimalSurvivesTheRoundTrip() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      BigInteger unscaled = new BigInteger(1 + random.nextInt(200), random);
      Exact value = Exact.ofUnscaled(unscaled, random.nextInt(80) - 20);
      Exact signed = random.nextBoolean() ? value : value.negate();
      assertEquals(new Reading.Of(signed), NumberText.parse(NumberText.format(signed)));
    }
  }
}
