package org.loadline.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.model.ChangeRule;
import org.loadline.model.Param;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

class ParamsTest {
  private static final String HEAD =
      """
      unit USD
      unit EUR
      choice mode { strict, lenient }
      quantum = 0.01 USD
      twice = quantum * 2
      """;

  private static Param param(String text) {
    return Bindings.bound(HEAD + "param p " + text).param("p").orElseThrow();
  }

  private static Exact number(String text) {
    return Exact.of(new BigDecimal(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "= 1.25%;                       0.0125;   ''",
        "= 5 bps;                       0.0005;   ''",
        "= 0.5 points;                  0.005;    ''",
        "= -2 * (3 + 4) - 1;            -15;      ''",
        "= 1 / 8;                       0.125;    ''",
        "= power(2, 10);                1024;     ''",
        "= 100 USD less 15%;            85;       USD",
        "= 3 USD / 4 EUR;               0.75;     USD/EUR",
        "= 1_000 USD + 0;               1000;     USD",
        "= twice + quantum;             0.03;     USD",
        "= USD;                         1;        USD",
        "= 30 days;                     2592000;  time",
        "= 1 hour + 30 minutes;         5400;     time",
        "= 1 / 2 seconds;               0.5;      1/time",
        ": USD = 100;                   100;      USD",
        ": duration = 2 weeks;          1209600;  time",
        ": count = 3;                   3;        ''",
      })
  void constantsAreWorkedOutExactly(String text, String value, String unit) {
    Param param = param(text);
    assertEquals(number(value), param.value());
    assertEquals(unit, ((Type.Quantity) param.type()).unit().toString());
  }

  @Test
  void valuesOfEveryKind() {
    assertKind(Flag.TRUE, Type.FLAG, "= true");
    assertKind(new Text("BTC-PERP"), Type.TEXT, "= \"BTC-PERP\"");
    assertKind(Exact.of(20_596), Type.DATE, "= 2026-05-23");
    assertKind(Exact.of(20_597), Type.DATE, "= 2026-05-23 + 1 day");
    assertKind(Exact.of(1_779_494_400), Type.INSTANT, "= 2026-05-23T00:00Z");
    assertEquals(new Member(1), param("= lenient").value());
    assertEquals(new Member(0), param(": mode = strict").value());
    assertKind(
        Unlimited.INSTANCE, new Type.Quantity(usd(), Type.Form.DECIMAL, true), ": USD = unlimited");
    assertKind(None.INSTANCE, new Type.OrNone(Type.DATE), ": date = none");
  }

  private static Unit usd() {
    return Unit.of("USD", Optional.empty());
  }

  private static void assertKind(Value value, Type type, String text) {
    Param param = param(text);
    assertEquals(value, param.value());
    assertEquals(type, param.type());
  }

  @Test
  void limits() {
    Param param =
        Bindings.bound(
                """
                param p = 1.25% within 0% .. 5%, changing by at most 0.5 points once in 30 days,
                    clipped, never to zero
                param q = 1
                """)
            .param("p")
            .orElseThrow();
    assertEquals(number("0.05"), param.within().orElseThrow().most());
    assertEquals(
        new ChangeRule(
            Optional.of(number("0.005")),
            false,
            Optional.of(new ChangeRule.Clock(false, Exact.of(2_592_000))),
            ChangeRule.Beyond.CLIPPED,
            true,
            List.of()),
        param.change());
  }

  @Test
  void aShareOfTheValueInAWindow() {
    ChangeRule rule = param("= 5 USD changing by at most 10% of its value in any 3 days").change();
    assertTrue(rule.ofItsValue());
    assertEquals(Optional.of(number("0.1")), rule.most());
    assertEquals(Optional.of(new ChangeRule.Clock(true, Exact.of(259_200))), rule.clock());
    assertEquals(ChangeRule.Beyond.REFUSED, rule.beyond());
  }

  @Test
  void whatChangesTogetherIsNamedFromEverySide() {
    var bound =
        Bindings.bound(
            """
            param p = 1 changes together with q
            param q = 1
            param r = 2
            table t by id {
                | id | rate |
                | a  | 1%   |
            }
            changes together q, r, t.rate
            """);
    assertEquals(List.of("q"), bound.param("p").orElseThrow().change().together());
    assertEquals(List.of("r", "t.rate"), bound.param("q").orElseThrow().change().together());
    assertEquals(List.of("q", "t.rate"), bound.param("r").orElseThrow().change().together());
    assertEquals(List.of("q", "r"), bound.columnRules().getFirst().change().together());
  }

  @Test
  void anAmountHasTheUnitOfTheParam() {
    assertEquals(
        Optional.of(Exact.of(2)), param("= 5 USD changing by at most 2 USD").change().most());
  }

  @Test
  void withoutLimitsAChangeIsFree() {
    assertEquals(ChangeRule.FREE, param("= 5").change());
  }
}
