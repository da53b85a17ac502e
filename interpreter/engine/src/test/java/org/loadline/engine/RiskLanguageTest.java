package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;

class RiskLanguageTest {
  private static final String TEXT =
      """
      policy small
      choice size { little, much }
      entity account { key id
        cash : number }
      for each account {
        half  = cash / 2
        third = cash / 3
        size  = much when cash > 10 | little otherwise
        rate  = 1 / cash
      }
      total = sum(accounts.cash)
      """;

  private static Context context() {
    return Context.newBuilder("risk").allowHostAccess(HostAccess.ALL).build();
  }

  private static void check(Value results) {
    assertEquals(25, results.getMember("total").asLong());
    Value accounts = results.getMember("accounts");
    assertEquals(2, accounts.getArraySize());
    Value alice = accounts.getArrayElement(0);
    assertEquals("alice", alice.getMember("id").asString());
    assertEquals("12.5", alice.getMember("half").asString());
    assertEquals("8.333333333333333333~", alice.getMember("third").asString());
    assertEquals("much", alice.getMember("size").asString());
    Value fault = accounts.getArrayElement(1).getMember("rate");
    assertTrue(fault.getMember("code").asString().startsWith("R6"));
    assertTrue(accounts.getArrayElement(0).getMemberKeys().contains("half"));
  }

  @Test
  void aPolicyIsCalledWithRows() {
    try (Context context = context()) {
      Value policy = context.eval("risk", TEXT);
      Map<String, Object> snapshot =
          Map.of(
              "accounts",
              ProxyArray.fromList(
                  List.of(
                      ProxyObject.fromMap(Map.of("id", "bob", "cash", 0)),
                      ProxyObject.fromMap(Map.of("id", "alice", "cash", "25")))));
      check(policy.execute(ProxyObject.fromMap(snapshot)));
    }
  }

  @Test
  void aPolicyIsCalledWithASnapshotOfTheHost() {
    try (Context context = context()) {
      Value policy = context.eval("risk", TEXT);
      Program program = Policies.policy(TEXT.replace("policy small\n", ""));
      check(
          policy.execute(
              Policies.snapshot(program, "account id=bob cash=0\naccount id=alice cash=25")));
    }
  }

  @Test
  void aPolicyIsCalledWithTheMapsOfTheHost() {
    try (Context context = context()) {
      Value policy = context.eval("risk", TEXT);
      List<Map<String, Object>> accounts =
          List.of(Map.of("id", "bob", "cash", 0), Map.of("id", "alice", "cash", "25"));
      check(policy.execute(Map.of("accounts", accounts)));
    }
  }

  @Test
  void whatThePolicyDoesNotKnowIsRefused() {
    try (Context context = context()) {
      Value policy = context.eval("risk", TEXT);
      refused(policy, Map.of("acounts", List.of()), "`acounts`");
      refused(policy, Map.of("accounts", List.of(Map.of("id", "a", "csh", 1))), "`csh`");
      refused(policy, Map.of("accounts", List.of(Map.of("id", "a", "cash", true))), "`true`");
      refused(policy, Map.of("accounts", List.of(Map.of("id", "a", "cash", 0.5))), "binary");
    }
  }

  private static void refused(Value policy, Map<String, Object> snapshot, String said) {
    PolyglotException failure =
        assertThrows(PolyglotException.class, () -> policy.execute(snapshot));
    assertTrue(failure.isGuestException());
    assertTrue(failure.getMessage().contains(said), failure.getMessage());
  }

  @Test
  void aTextWithErrorsIsASyntaxError() {
    try (Context context = context()) {
      PolyglotException failure =
          assertThrows(
              PolyglotException.class, () -> context.eval("risk", "policy p\n\nx = = 3\n"));
      assertTrue(failure.isSyntaxError());
      assertEquals(3, failure.getSourceLocation().getStartLine());
    }
  }
}
