package org.loadline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loadline.data.Evaluator;
import org.loadline.data.Snapshot;

class PolicyTest {
  private static final String TEXT =
      """
      policy lending

      unit USD
      param limit = 0.8 within 0 .. 1

      choice standing { healthy, over }

      entity account {
          key id
          cash  : USD
          owed  : USD or none
      }

      for each account {
          debt     = owed else 0
          load     = debt / cash
          standing = over when debt > cash * limit | healthy otherwise
      }

      total = sum(accounts.debt)
      """;

  private static Policy policy() {
    return Policy.compile("lending.risk", TEXT).orThrow();
  }

  private static Snapshot snapshot(Policy policy) {
    return policy
        .snapshot()
        .row("account", Map.of("id", "alice", "cash", new BigDecimal("100.5"), "owed", 90))
        .row("account", Map.of("id", "bob", "cash", 3L, "owed", "1"))
        .row("account", Map.of("id", "carol", "cash", 0, "owed", Optional.empty()))
        .load()
        .snapshot()
        .orElseThrow();
  }

  @Test
  void resultsByEntityAndKey() {
    Policy policy = policy();
    PolicyResults results = policy.evaluate(snapshot(policy));
    ResultRows accounts = results.rows("account");
    assertEquals(new BigDecimal("91"), results.cell("total").decimal().orElseThrow());
    assertEquals("over", accounts.get("alice").cell("standing").toString());
    assertEquals("0.333333333333333333~", accounts.get("bob").cell("load").toString());
    assertTrue(accounts.get("bob").cell("load").decimal().isEmpty());
  }

  @Test
  void aFaultIsAValue() {
    Policy policy = policy();
    ResultRows accounts = policy.evaluate(snapshot(policy)).rows("account");
    assertTrue(accounts.get("carol").cell("load").fault().isPresent());
    assertFalse(accounts.get("carol").cell("standing").fault().isPresent());
  }

  @Test
  void anErrorIsData() {
    CompileResult result = Policy.compile("wrong.risk", "policy wrong\n\nx = y\n");
    assertTrue(result.policy().isEmpty());
    assertFalse(result.diagnostics().isEmpty());
    assertThrows(IllegalArgumentException.class, result::orThrow);
  }

  @Test
  void paramsAreReplacedWithinTheirBounds() {
    Policy policy = policy();
    Policy lax = policy.with(Map.of("limit", new BigDecimal("0.9")));
    assertEquals(
        "healthy",
        lax.evaluate(snapshot(policy)).rows("account").get("alice").cell("standing").toString());
    assertThrows(IllegalArgumentException.class, () -> policy.with(Map.of("limit", 2)));
  }

  @Test
  void everyEngineGivesTheSame() {
    Policy policy = policy();
    Snapshot snapshot = snapshot(policy);
    try (var truffle = Engines.truffle(2)) {
      for (Evaluator engine : List.of(Engines.reference(), truffle)) {
        assertEquals("91", policy.on(engine).evaluate(snapshot).cell("total").toString());
      }
    }
  }

  @Test
  void threadsShareAPolicy() {
    Policy policy = policy();
    Snapshot snapshot = snapshot(policy);
    List<String> totals =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> policy.evaluate(snapshot).cell("total").toString())
            .distinct()
            .toList();
    assertEquals(List.of("91"), totals);
  }

  @Test
  void limitsHold() {
    Policy policy = policy();
    Snapshot snapshot = snapshot(policy);
    assertThrows(
        IllegalArgumentException.class,
        () -> policy.within(Limits.ofWork(5)).evaluate(snapshot));
    assertThrows(
        CancellationException.class,
        () -> policy.within(Limits.NONE.until(() -> true)).evaluate(snapshot));
  }
}
