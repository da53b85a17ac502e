package org.loadline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loadline.data.Snapshot;

class LiveBookTest {
  private static final String TEXT =
      """
      policy perps

      unit USD
      unit base of market
      choice side { long, short }
      choice standing { healthy, liquidatable }

      entity market {
          key id
          tick : USD/base
          mark : USD/base in steps of tick
          skew(side) : number

          assume mark < 1_000_000 USD/base
      }

      entity account {
          key id
          cash  : USD within -1_000_000 .. 1_000_000
          limit : USD or none
      }

      entity position {
          of account
          of market
          size : base
      }

      system {
          now : instant
      }

      for each account {
          equity   = cash + sum(p.size * p.market.mark for p in positions)
          load     = 1_000 USD / equity
          standing = liquidatable when equity < 0 | healthy otherwise
      }

      total = sum(accounts.equity)
      late  = now > 2026-01-01T00:00Z
      bias  = sum(m.skew(long) for m in markets)

      report account.equity, account.standing, account.load, total, late, bias
      """;

  private static Policy policy(String engine) {
    Policy policy = Policy.compile("perps.risk", TEXT).orThrow();
    return engine.equals("reference") ? policy.on(Engines.reference()) : policy;
  }

  private static Snapshot snapshot(Policy policy) {
    return policy
        .snapshot()
        .row("market", market("BTC", "50000.5"))
        .row("market", market("ETH", "2500"))
        .row("account", Map.of("id", "alice", "cash", 1_000))
        .row("account", Map.of("id", "bob", "cash", 3L, "limit", "1"))
        .row("account", Map.of("id", "carol", "cash", 0))
        .row("position", Map.of("account", "alice", "market", "BTC", "size", "0.1"))
        .row("position", Map.of("account", "alice", "market", "ETH", "size", -2))
        .row("position", Map.of("account", "bob", "market", "ETH", "size", -1))
        .system("now", Instant.parse("2025-12-31T23:59:59Z"))
        .load()
        .snapshot()
        .orElseThrow();
  }

  private static Map<String, Object> market(String id, String mark) {
    return Map.of(
        "id", id, "mark", mark, "tick", "0.5", "skew", Map.of("long", "0.01", "short", "0.02"));
  }

  private static List<String> texts(Changes changes) {
    List<String> texts = new ArrayList<>();
    changes.forEach(c -> texts.add(c.toString()));
    assertEquals(texts.size(), changes.size());
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"truffle", "reference"})
  void aTickChangesWhatDependsOnIt(String engine) {
    Policy policy = policy(engine);
    LiveBook book = policy.open(snapshot(policy));
    PolicyResults earlier = book.results();
    Changes changes = book.set("market", "ETH", "mark", "3000.5").evaluate();
    assertEquals(
        List.of(
            "account alice.equity: 1000.05 → -0.95",
            "account bob.equity: -2497 → -2997.5",
            "account alice.standing: healthy → liquidatable",
            "account alice.load: 0.999950002499875006~ → -1052.631578947368421053~",
            "account bob.load: -0.400480576692030437~ → -0.333611342785654712~",
            "total: -1496.95 → -2998.45"),
        texts(changes));
    assertEquals("-1496.95", earlier.cell("total").toString());
    assertEquals("-2998.45", book.results().cell("total").toString());
    assertEquals(2, changes.of("account", "load").size());
    assertEquals("-2998.45", changes.of("total").orElseThrow().after().toString());
    assertTrue(changes.of("late").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"truffle", "reference"})
  void whatIsSetBetweenTwoEvaluationsIsOneTick(String engine) {
    Policy policy = policy(engine);
    LiveBook book = policy.open(snapshot(policy));
    book.set("market", "ETH", "mark", 1)
        .set("market", "ETH", "mark", 2_500)
        .set("market", "BTC", "skew", "long", "0.5")
        .set("position", List.of("bob", "ETH"), "size", 0)
        .set("account", "carol", "limit", Optional.empty())
        .system("now", Instant.parse("2026-06-01T00:00:00Z"));
    assertEquals(
        List.of(
            "account bob.equity: -2497 → 3",
            "account bob.standing: liquidatable → healthy",
            "account bob.load: -0.400480576692030437~ → 333.333333333333333333~",
            "total: -1496.95 → 1003.05",
            "late: false → true",
            "bias: 0.02 → 0.51"),
        texts(book.evaluate()));
    assertTrue(book.evaluate().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"truffle", "reference"})
  void aBrokenBoundOrAssumptionIsAFaultUntilItHolds(String engine) {
    Policy policy = policy(engine);
    LiveBook book = policy.open(snapshot(policy));
    book.set("market", "BTC", "mark", 1_000_000);
    Changes broken = book.evaluate();
    Cell equity = broken.of("account", "equity").getFirst().after();
    assertEquals("R6022", equity.fault().orElseThrow().what().code().code());
    assertEquals(1, broken.of("account", "equity").size());
    assertTrue(broken.of("total").orElseThrow().after().fault().isPresent());
    book.set("account", "bob", "cash", 1_000_001);
    assertEquals(List.of("equity", "standing", "load"), facts(book.evaluate()));
    book.set("market", "BTC", "mark", "50000.5").set("account", "bob", "cash", 3);
    assertEquals(
        List.of("equity", "equity", "standing", "standing", "load", "load", "total", "bias"),
        facts(book.evaluate()));
    assertEquals("-1496.95", book.results().cell("total").toString());
  }

  private static List<String> facts(Changes changes) {
    List<String> facts = new ArrayList<>();
    changes.forEach(c -> facts.add(c.fact()));
    return facts;
  }

  @Test
  void whatCannotBeSetChangesNothing() {
    Policy policy = policy("truffle");
    LiveBook book = policy.open(snapshot(policy));
    refused("There is no market `XRP`.", () -> book.set("market", "XRP", "mark", 1));
    refused("`market` has no field `price`.", () -> book.set("market", "BTC", "price", 1));
    refused("There is no system input `then`.", () -> book.system("then", 1));
    refused("R5101", () -> book.set("market", "BTC", "mark", "0.25"));
    refused("R5104", () -> book.set("market", "BTC", "mark", Optional.empty()));
    refused("as BigDecimal", () -> book.set("market", "BTC", "mark", 1.5));
    refused("say which", () -> book.set("market", "BTC", "skew", 1));
    refused("no column for", () -> book.set("market", "BTC", "mark", "long", 1));
    refused("rows are known by it", () -> book.set("market", "BTC", "id", "XBT"));
    refused("counted in steps of it", () -> book.set("market", "BTC", "tick", 1));
    refused(
        "what they refer to", () -> book.set("position", List.of("bob", "ETH"), "market", "BTC"));
    refused("There is no position", () -> book.set("position", "bob", "size", 1));
    assertTrue(book.evaluate().isEmpty());
    book.set("market", "BTC", "mark", 7).discard();
    assertTrue(book.evaluate().isEmpty());
  }

  private static void refused(String why, Runnable set) {
    String said = assertThrows(IllegalArgumentException.class, set::run).getMessage();
    assertTrue(said.contains(why), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"truffle", "reference"})
  void anEvaluationThatIsStoppedLeavesTheBookAsItWas(String engine) {
    AtomicBoolean stop = new AtomicBoolean();
    Policy policy = policy(engine).within(Limits.NONE.until(stop::get));
    LiveBook book = policy.open(snapshot(policy));
    book.set("market", "ETH", "mark", "3000.5");
    stop.set(true);
    assertThrows(CancellationException.class, book::evaluate);
    assertEquals("-1496.95", book.results().cell("total").toString());
    stop.set(false);
    assertEquals(6, book.evaluate().size());
  }

  @Test
  void numbersMayGrowBeyondWhatTheyWere() {
    Policy policy = policy("truffle");
    LiveBook book = policy.open(snapshot(policy));
    for (String size : List.of("1", "0.000000000000000001", "1" + "0".repeat(40), "0.1")) {
      book.set("position", List.of("alice", "BTC"), "size", size).evaluate();
      PolicyResults anew = policy.evaluate(book.snapshot());
      assertEquals(
          anew.cell("total").exact().orElseThrow(),
          book.results().cell("total").exact().orElseThrow());
    }
    assertEquals(new BigDecimal("-1496.95"), book.results().cell("total").decimal().orElseThrow());
  }
}
