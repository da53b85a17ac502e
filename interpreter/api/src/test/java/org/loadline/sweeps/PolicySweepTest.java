package org.loadline.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loadline.api.Policy;
import org.loadline.data.Snapshot;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.sweep.Event;
import org.loadline.sweep.Sweeps;

/** Waterfalls as hosts run them. */
class PolicySweepTest {
  private static final String TEXT =
      """
      policy fund
      unit USD
      system { insurance : USD in steps of 0.01 }
      entity account {
          key id
          cash : USD in steps of 0.01 holds
          debt : USD in steps of 0.01 owes
      }
      entity loss {
          of account
          key number : count
          size : USD in steps of 0.01
      }
      for each account {
          equity    = cash - debt
          shortfall = max(0, -equity)
          losses_of = count(losses)
      }
      report account.equity, account.losses_of
      waterfall cover of account when shortfall > 0 {
          covers shortfall
          serve in order of shortfall descending
          live shortfall
          step fund { move shortfall from insurance to account.cash, at most insurance }
          step note { create loss { account = account, number = losses_of + 1 } }
          remainder open
      }
      waterfall sweep of account when cash > 100 USD {
          serve in order of id
          step all { move 1 USD from account.cash to insurance }
      }
      """;

  private static Snapshot rows(Policy policy) {
    return policy
        .snapshot()
        .system("insurance", 50)
        .row("account", Map.of("id", "bob", "cash", 0, "debt", 40))
        .row("account", Map.of("id", "ann", "cash", 200, "debt", 0))
        .row("account", Map.of("id", "abe", "cash", 10, "debt", 30))
        .row("loss", Map.of("account", "bob", "number", 5, "size", 3))
        .load()
        .snapshot()
        .orElseThrow();
  }

  @Test
  void whatIsLeftCanBeEvaluatedAndSweptAgain() {
    Policy policy = Policy.compile("fund.risk", TEXT).orThrow();
    Sweeps done = policy.sweep(rows(policy));
    assertEquals(
        List.of("bob", "bob", "abe", "abe", "ann"),
        done.ledger().stream().map(line -> line.served()).toList());
    var after = policy.evaluate(done.after());
    assertEquals("0", after.rows("account").get("bob").cell("equity").toString());
    assertEquals("-10", after.rows("account").get("abe").cell("equity").toString());
    assertEquals("2", after.rows("account").get("bob").cell("losses_of").toString());
    Sweeps again = policy.sweep(done.after());
    assertEquals(1, again.sweeps().getFirst().counts().over());
  }

  @Test
  void bothWaysToRunAddTheSameRows() {
    Policy policy = Policy.compile("fund.risk", TEXT).orThrow();
    Snapshot rows = rows(policy);
    Sweeps fast = policy.sweep(rows);
    assertEquals(Told.of(policy.on(new ReferenceEvaluator()).sweep(rows)), Told.of(fast));
    assertEquals(
        List.of("loss bob/2", "loss abe/1"),
        fast.ledger().stream()
            .filter(line -> line.event() instanceof Event.Created)
            .map(line -> ((Event.Created) line.event()).row())
            .toList());
  }

  @Test
  void aRowThatIsThereAlreadyCannotBeCreated() {
    String twice = TEXT.replace("losses_of + 1", "losses_of + 4");
    Policy policy = Policy.compile("fund.risk", twice).orThrow();
    Snapshot rows = rows(policy);
    Sweeps fast = policy.sweep(rows, List.of("cover"));
    assertEquals(
        Told.of(policy.on(new ReferenceEvaluator()).sweep(rows, List.of("cover"))), Told.of(fast));
    assertEquals(1, fast.sweeps().getFirst().counts().faulted());
    assertEquals(1, fast.sweeps().getFirst().counts().served());
  }

  @Test
  void waterfallsAreNamed() {
    Policy policy = Policy.compile("fund.risk", TEXT).orThrow();
    Snapshot rows = rows(policy);
    assertEquals(1, policy.sweep(rows, List.of("sweep")).sweeps().size());
    assertThrows(
        IllegalArgumentException.class, () -> policy.sweep(rows, List.of("no such waterfall")));
  }
}
