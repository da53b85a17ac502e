package org.loadline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainValuesTest {
  private static final String TEXT =
      """
      policy kinds

      unit USD
      param factor = 2

      choice side { long, short }

      entity account {
          key id
          cash         : USD
          side         : side
          opened       : date
          seen         : instant
          age          : duration
          frozen       : flag
          name         : text
          weight(side) : ratio
      }

      entity friend {
          of account
          key id
      }

      for each account {
          doubled  = cash * factor
          facing   = side
          matures  = opened + 1 days
          next     = seen + 1 day
          older    = age * 2
          thawed   = not frozen
          called   = name
      }
      """;

  private static final Policy POLICY = Policy.compile("kinds.risk", TEXT).orThrow();

  private static Cell worked(String field, Object given, String fact) {
    var rows = POLICY.snapshot().row("account", Map.of("id", "a", field, given)).load();
    return POLICY.evaluate(rows.snapshot().orElseThrow()).rows("account").get("a").cell(fact);
  }

  @Test
  void eachKindIsReadAsItself() {
    assertEquals("3", worked("cash", new BigDecimal("1.5"), "doubled").toString());
    assertEquals("short", worked("side", "short", "facing").toString());
    assertEquals("true", worked("frozen", false, "thawed").toString());
    assertEquals("false", worked("frozen", "true", "thawed").toString());
    assertEquals("12", worked("name", 12, "called").toString());
  }

  @Test
  void momentsAndDaysAreShownByTheCalendar() {
    assertEquals("2026-03-01", worked("opened", LocalDate.of(2026, 2, 28), "matures").toString());
    Instant seen = Instant.parse("2026-02-28T08:00:00Z");
    assertEquals("2026-03-01T08:00Z", worked("seen", seen, "next").toString());
    assertEquals("3 hours", worked("age", Duration.ofMinutes(90), "older").toString());
  }

  @Test
  void aKeyMayBeAWholeNumber() {
    var rows =
        POLICY
            .snapshot()
            .row("account", Map.of("id", 5, "cash", 1))
            .row("account", Map.of("id", 6L, "cash", 2))
            .load();
    ResultRows accounts = POLICY.evaluate(rows.snapshot().orElseThrow()).rows("account");
    assertEquals("4", accounts.get("6").cell("doubled").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "cash, an amount in `USD`",
    "side, a member of `side`",
    "opened, a date",
    "seen, an instant",
    "age, a duration",
    "frozen, a flag",
  })
  void whatIsOfAnotherKindIsRefused(String field, String kind) {
    for (Object given : List.of("word", 'c', List.of(), 1.5)) {
      var refused =
          assertThrows(IllegalArgumentException.class, () -> worked(field, given, "doubled"));
      assertTrue(refused.getMessage().contains("`account." + field + "`"), refused::getMessage);
      assertTrue(refused.getMessage().contains(kind), refused::getMessage);
    }
  }

  @Test
  void aValueOfOneKindIsNoneOfAnother() {
    Map<String, List<Object>> wrong =
        Map.of(
            "cash", List.of(true, Instant.EPOCH, LocalDate.EPOCH, Duration.ZERO, "1 hour"),
            "side", List.of(1, true),
            "opened", List.of(5, Instant.EPOCH),
            "seen", List.of(5, LocalDate.EPOCH),
            "frozen", List.of(1),
            "name", List.of(true, LocalDate.EPOCH));
    wrong.forEach(
        (field, values) ->
            values.forEach(
                value ->
                    assertThrows(
                        IllegalArgumentException.class,
                        () -> worked(field, value, "doubled"),
                        () -> field + " " + value)));
  }

  @Test
  void aFamilyTakesAMapAndAReferenceAsManyValuesAsItHas() {
    assertThrows(IllegalArgumentException.class, () -> worked("weight", 1, "doubled"));
    assertThrows(IllegalArgumentException.class, () -> worked("weight", Map.of(0, 1), "doubled"));
    assertThrows(
        IllegalArgumentException.class,
        () -> POLICY.snapshot().row("friend", Map.of("id", "b", "account", List.of("a", "b"))));
  }

  @Test
  void aParamTakesWhatItsTypeTakes() {
    for (Object given : List.of(true, Optional.empty(), "unlimited", "two")) {
      assertThrows(IllegalArgumentException.class, () -> POLICY.with(Map.of("factor", given)));
    }
  }
}
