package org.loadline.page.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.values.Exact;

/** Numbers as people read them; all of them can be checked by eye. */
class FigureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0                | 0",
        "7                | 7",
        "-7               | −7",
        "1234.5           | 1,234",
        "1235.5           | 1,236",
        "123.456          | 123.5",
        "0.0123456        | 0.01235",
        "0.5              | 0.5",
        "9999999          | 9,999,999",
        "10000000         | 10 million",
        "12345678.9       | 12.35 million",
        "-12345678.9      | −12.35 million",
        "999960000        | 1 billion",
        "2500000000       | 2.5 billion",
        "7200000000000    | 7.2 trillion",
        "7200000000000000 | 7,200 trillion",
      })
  void oneByItself(String number, String brief) {
    assertEquals(brief, Figure.of(exact(number), "").brief());
  }

  @Test
  void whatIsLeftOutIsKeptBeside() {
    Figure figure = Figure.of(exact("-12345678.9"), "USD");
    assertEquals("−12.35 million USD", figure.brief());
    assertEquals("−12345678.9 USD", figure.full());
    assertFalse(Figure.of(exact("1234"), "USD").isRounded());
    assertEquals("0.333333333333333333~", Figure.of(Exact.ofFraction(1, 3), "").full());
    assertEquals("0.3333", Figure.of(Exact.ofFraction(1, 3), "").brief());
  }

  @Test
  void aChangeHasASign() {
    assertEquals("+5 USD", Figure.change(exact("5"), "USD").brief());
    assertEquals("−5 USD", Figure.change(exact("-5"), "USD").brief());
    assertEquals("0", Figure.change(exact("0"), "").brief());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.125        | 12.5%",
        "1            | 100%",
        "0.03456      | 3.46%",
        "12.3456      | 1,235%",
        "-0.000000001 | −<0.0001%",
        "0            | 0%",
      })
  void sharesInPercent(String ratio, String text) {
    assertEquals(text, Figure.percent(exact(ratio), false));
  }

  @Test
  void aChangeInPercentHasASign() {
    assertEquals("+3.46%", Figure.percent(exact("0.03456"), true));
    assertEquals("−50%", Figure.percent(exact("-0.5"), true));
  }

  @Test
  void numbersSideBySideShowHowTheyDiffer() {
    assertEquals(List.of("1,000,000", "1,000,000.25"), briefs("1000000", "1000000.25"));
    assertEquals(List.of("1.23400", "1.23500"), briefs("1.23400001", "1.2350002"));
    assertEquals(List.of("157,505,989", "152,129,975"), briefs("157505988.8", "152129975.4"));
    assertEquals(List.of("5", "5"), briefs("5", "5"));
  }

  @Test
  void countsHaveTheirName() {
    assertEquals("1 row", Figure.count(1, "row", "rows"));
    assertEquals("1,200 rows", Figure.count(1200, "row", "rows"));
  }

  private static List<String> briefs(String... numbers) {
    List<Exact> all = Stream.of(numbers).map(FigureTest::exact).toList();
    return Figure.alike(all, "").stream().map(Figure::brief).toList();
  }

  private static Exact exact(String number) {
    return Exact.of(new BigDecimal(number));
  }
}
