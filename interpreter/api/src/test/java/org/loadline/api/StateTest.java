package org.loadline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loadline.data.PolicyState;
import org.loadline.data.Snapshot;

class StateTest {
  private static final String TEXT =
      """
      policy breaker

      system { now : instant }

      choice regime { open, halted }

      entity market {
          key symbol
          drop : ratio
          base : ratio
      }

      for each market {
          state mode : regime starts open
              = halted when drop / base >= 10%
              | halted when was mode is halted and held < 15 minutes
              | open   otherwise
          state runs : count starts 0 = was runs + 1
          waited = held mode
      }
      state every : number starts 0 = was every + sum(markets.runs)
      report market.waited
      """;

  private final Policy policy = Policy.compile("breaker.risk", TEXT).orThrow();

  private Snapshot at(String time, Map<String, String> drops) {
    SnapshotInput input = policy.snapshot().system("now", Instant.parse(time));
    drops.forEach(
        (symbol, drop) -> {
          int base = drop.equals("broken") ? 0 : 1;
          String number = drop.equals("broken") ? "1" : drop;
          input.row("market", Map.of("symbol", symbol, "drop", number, "base", base));
        });
    return input.load().snapshot().orElseThrow();
  }

  private static PolicyState.Kept kept(PolicyState state, String symbol) {
    return state.rows().get(new PolicyState.Of("market", List.of(symbol)));
  }

  @Test
  void theStatesOfOneRunAreHandedToTheNext() {
    for (Policy on : List.of(policy, policy.on(Engines.reference()))) {
      PolicyState first =
          on.evaluate(at("2026-01-01T00:00:00Z", Map.of("BTC", "0.2", "ETH", "0"))).state();
      assertEquals("1", kept(first, "BTC").values().get("mode").toString().replaceAll("\\D", ""));

      PolicyResults second =
          on.evaluate(at("2026-01-01T00:10:00Z", Map.of("BTC", "0", "SOL", "0")), first);
      assertEquals("10 minutes", second.rows("market").get("BTC").cell("waited").toString());
      PolicyState next = second.state();
      assertEquals(
          List.of("[]", "[BTC]", "[SOL]"),
          next.rows().keySet().stream().map(of -> of.identity().toString()).toList());
      assertEquals("2", kept(next, "BTC").values().get("runs").toString());
      assertEquals("1", kept(next, "SOL").values().get("runs").toString());
      assertEquals("5", next.rows().get(PolicyState.Of.WHOLE).values().get("every").toString());
    }
  }

  @Test
  void aRowWithAFaultKeepsWhatItHad() {
    PolicyState first =
        policy.evaluate(at("2026-01-01T00:00:00Z", Map.of("BTC", "0.2", "ETH", "0"))).state();
    PolicyState second =
        policy
            .evaluate(at("2026-01-01T00:10:00Z", Map.of("BTC", "broken", "ETH", "0")), first)
            .state();
    assertEquals(kept(first, "BTC"), kept(second, "BTC"));
    assertEquals("2", kept(second, "ETH").values().get("runs").toString());
  }

  @Test
  void timeGoingBackKeepsEverything() {
    PolicyState first = policy.evaluate(at("2026-01-01T00:00:00Z", Map.of("BTC", "0.2"))).state();
    PolicyState second =
        policy.evaluate(at("2025-01-01T00:00:00Z", Map.of("BTC", "0")), first).state();
    assertEquals(first, second);
  }

  @Test
  void aStateOfAnotherPolicyIsRefused() {
    PolicyState other =
        Policy.compile("other.risk", "policy other\nstate a : number starts 0 = was a + 1\n")
            .orThrow()
            .program()
            .name()
            .transform(name -> new PolicyState(name, List.of("a : number"), Map.of()));
    Snapshot snapshot = at("2026-01-01T00:00:00Z", Map.of("BTC", "0.2"));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> policy.evaluate(snapshot, other));
    assertTrue(refused.getMessage().contains("`other`"), refused.getMessage());
  }

  @Test
  void ticksHaveTheLastStatesOfTheOpening() {
    PolicyState first = policy.evaluate(at("2026-01-01T00:00:00Z", Map.of("BTC", "0.2"))).state();
    LiveBook book = policy.open(at("2026-01-01T00:10:00Z", Map.of("BTC", "0")), first);
    book.system("now", Instant.parse("2026-01-01T00:20:00Z")).evaluate();
    assertEquals("20 minutes", book.results().rows("market").get("BTC").cell("waited").toString());
    assertEquals("2", kept(book.results().state(), "BTC").values().get("runs").toString());
  }
}
