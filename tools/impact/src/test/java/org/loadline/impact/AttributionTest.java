package org.loadline.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.values.Exact;

/** Which change causes what, on policies of which it can be worked out by hand. */
class AttributionTest {
  private static Map<String, Exact> parts(Impact impact, String name) {
    Attribution.Parts parts =
        impact.attribution().orElseThrow().parts().stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow();
    Exact sum =
        parts.parts().stream().map(Attribution.Part::amount).reduce(Exact.ZERO, Exact::plus);
    assertEquals(parts.amount().change(), sum);
    return parts.parts().stream()
        .collect(Collectors.toMap(Attribution.Part::player, Attribution.Part::amount));
  }

  private static List<String> players(Impact impact) {
    return impact.attribution().orElseThrow().players().stream()
        .map(Attribution.Player::id)
        .toList();
  }

  @Test
  void eachChangeOfValuesGetsItsPart() throws Exception {
    // Before 9.6 + 7.2 + 30 + 5; with the rate 12 + 9 + 37.5 + 5; with the cell 10.4 + 7.8 + 30 +
    // 5;
    // with both 13 + 9.75 + 37.5 + 5.
    Program now = Desk.policy("rate = 10%", "rate = 12.5%", "below 100 | 120%", "below 100 | 130%");
    Impact impact = Desk.impact(Desk.policy(Desk.POLICY), now);
    assertEquals(List.of("c1", "c2"), players(impact));
    assertEquals(
        Map.of("c1", Exact.ofFraction(11875, 1000), "c2", Exact.ofFraction(1575, 1000)),
        parts(impact, "account.margin"));
  }

  @Test
  void rowsAddedRemovedAndMovedAreTakenOneByOne() throws Exception {
    Program now =
        Desk.policy(
            "| below 50  | 100%   |\n",
            "| below 30  | 100%   |\n    | below 50  | 105%   |\n", "| below 100 | 120%   |\n", "");
    Impact impact = Desk.impact(Desk.policy(Desk.POLICY), now);
    Map<String, Exact> parts = parts(impact, "account.margin");
    // Of the book only debts of 60 and 80 meet a row that is other: 120% of them becomes 150%.
    assertEquals(Exact.ofFraction(42, 10), parts.values().stream().reduce(Exact.ZERO, Exact::plus));
    assertTrue(parts.size() > 1, parts.toString());
  }

  @Test
  void whatDoesNotCompileApartIsOne() throws Exception {
    Program now =
        Desk.policy(
            "param least = 5 USD\n",
            "param least = 5 USD\n\nparam surcharge = 2 USD\n",
            "max(weighted * rate, least)",
            "max(weighted * rate, least) + surcharge",
            "rate = 10%",
            "rate = 20%");
    Impact impact = Desk.impact(Desk.policy(Desk.POLICY), now);
    List<String> players = players(impact);
    assertEquals(2, players.size(), players.toString());
    String joined = players.stream().filter(p -> p.contains("+")).findFirst().orElseThrow();
    assertEquals(Exact.of(8), parts(impact, "account.margin").get(joined));
  }

  @Test
  void whatIsRenamedIsNoCauseAndItsReadersAreRead() throws Exception {
    Program now =
        Desk.policy(
            "    weighted = debt",
            "    exposed  = debt",
            "max(weighted * rate, least)",
            "max(exposed * rate, least)",
            "rate = 10%",
            "rate = 20%");
    Impact impact = Desk.impact(Desk.policy(Desk.POLICY), now);
    assertEquals(1, players(impact).size(), players(impact).toString());
    // 9.6 + 7.2 + 30 become twice as much, and the floor stays.
    assertEquals(
        List.of(Exact.ofFraction(468, 10)), List.copyOf(parts(impact, "account.margin").values()));
  }

  @Test
  void rowsThatComeOverALineAreAttributedToo() throws Exception {
    Program now = Desk.policy("rate = 10%", "rate = 12.5%", "least = 5 USD", "least = 6 USD");
    Impact impact = Desk.impact(Desk.policy(Desk.POLICY), now);
    Crossing crossing = impact.crossings().getFirst();
    assertEquals(List.of("c"), crossing.newly().first());
    Map<String, Exact> parts = parts(impact, "newly over the line of closing");
    assertEquals(List.of(Exact.ONE, Exact.ZERO), List.copyOf(new TreeMap<>(parts).values()));
  }

  @Test
  void rowsThatComeToAnOutcomeStandForThoseOverALine() throws Exception {
    int start = Desk.POLICY.indexOf("waterfall");
    int end = Desk.POLICY.indexOf("report");
    String lineless = Desk.POLICY.substring(0, start) + Desk.POLICY.substring(end);
    Program now =
        Desk.policy(
            lineless.replace("rate = 10%", "rate = 12.5%").replace("least = 5", "least = 6"));
    Impact impact = Desk.impact(Desk.policy(lineless), now);
    Map<String, Exact> parts = parts(impact, "newly to account.standing liquidatable");
    assertEquals(Map.of("c1", Exact.ONE, "c2", Exact.ZERO), parts);
  }

  @Test
  void drawnOrdersAddUpAsWell() throws Exception {
    Program old = Desk.policy(Desk.POLICY);
    Program now =
        Desk.policy(
            "rate = 10%",
            "rate = 12.5%",
            "below 100 | 120%",
            "below 100 | 130%",
            "least = 5 USD",
            "least = 7 USD");
    Impact impact = Desk.plan(old, now, new Orders(2, 20, 9)).on(Desk.book(Desk.BOOK));
    Attribution attribution = impact.attribution().orElseThrow();
    assertTrue(
        attribution.method()
                instanceof Attribution.Method.DrawnOrders(int orders, long seed, int policies)
            && orders == 20
            && seed == 9);
    assertTrue(
        attribution.parts().getFirst().parts().stream().allMatch(p -> p.error().isPresent()));
    assertEquals(3, parts(impact, "account.margin").size());
  }
}
