package org.loadline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loadline.data.Evaluator;
import org.loadline.data.SearchBeyondLimit;
import org.loadline.data.Snapshot;
import org.loadline.sweep.Sweeps;

/** Every engine keeps to limits, and so do waterfalls. */
class LimitsTest {
  /** Nothing is known of the condition, so every engine tries single points: 0, 1, 2, … */
  private static final String SEARCH =
      """
      policy search
      entity account { key id
                       size : number }
      for each account {
          found = first x in 0 .. 20_000 by 1 such that remainder(floor(x * size to 0.001), 7) = 6.999   else none
      }
      report account.found
      """;

  private static final String WATERFALLS =
      """
      policy falls
      unit USD
      system { fund : USD in steps of 1 }
      entity account {
          key id
          cash : USD in steps of 1
          debt : USD in steps of 1 owes
      }
      entity note { key id
                    of account
                    kept : USD in steps of 1 }
      for each account {
          short = max(0, debt - cash)
          part  = first x in 0 .. 200 by 1 such that remainder(floor(x * 3), 7) = 6   else 0
      }
      waterfall help of account when short > 0 {
          step help { create note { id = account.id, account = account }
                      move short from fund to account.cash, at most fund }
      }
      waterfall again of account when short > 0 {
          step again { move 1 USD * part from fund to account.cash, at most fund, in steps of 1 USD }
      }
      """;

  private static Evaluator engine(String name) {
    return switch (name) {
      case "reference" -> Engines.reference();
      case "threads" -> Engines.truffle(3);
      default -> Engines.truffle(1);
    };
  }

  private static Policy policy(String text, String engine) {
    return Policy.compile("limits.risk", text).orThrow().on(engine(engine));
  }

  private static Snapshot sizes(Policy policy, int rows, String size) {
    SnapshotInput input = policy.snapshot();
    for (int row = 0; row < rows; row++) {
      input.row("account", Map.of("id", "a" + row, "size", size));
    }
    return input.load().snapshot().orElseThrow();
  }

  private static Snapshot owing(Policy policy, int rows) {
    SnapshotInput input = policy.snapshot().system("fund", 1_000_000);
    for (int row = 0; row < rows; row++) {
      input.row("account", Map.of("id", "a" + row, "cash", 1, "debt", 3));
    }
    return input.load().snapshot().orElseThrow();
  }

  // ---- Searches

  @ParameterizedTest
  @ValueSource(strings = {"reference", "truffle", "threads"})
  void aSearchBeyondItsLimitEndsTheRunWithTheSameWords(String engine) {
    Policy policy = policy(SEARCH, engine);
    Snapshot snapshot = sizes(policy, 3, "1.003");
    assertEquals(
        "1333", policy.evaluate(snapshot).rows("account").get("a0").cell("found").toString());
    SearchBeyondLimit beyond =
        assertThrows(
            SearchBeyondLimit.class,
            () -> policy.within(Limits.NONE.withTries(500)).evaluate(snapshot));
    assertEquals(
        "R3532: This search works its condition out more than 500 times, which is what it may."
            + " limits.risk:5:13",
        beyond.getMessage());
  }

  @Test
  void theReferenceCountsPoints() {
    Policy policy = policy(SEARCH, "reference");
    Snapshot snapshot = sizes(policy, 3, "1.003");
    policy.within(Limits.NONE.withTries(1_334)).evaluate(snapshot);
    assertThrows(
        SearchBeyondLimit.class,
        () -> policy.within(Limits.NONE.withTries(1_333)).evaluate(snapshot));
  }

  @Test
  void onThreadsTheFirstSearchIsSaid() {
    String text =
        SEARCH.replace(
            "report account.found",
            """
            for each account {
                other = first y in 0 .. 20_000 by 1 such that remainder(floor(y * size to 0.001), 7) = 6.998 else none
                some  = found when size > 1 | other otherwise
            }
            report account.some\
            """);
    Policy policy = policy(text, "threads").within(Limits.NONE.withTries(50));
    SnapshotInput input = policy.snapshot();
    IntStream.range(100_000, 106_000)
        .forEach(
            row ->
                input.row(
                    "account",
                    Map.of(
                        "id",
                        "a" + row,
                        "size",
                        row < 102_600 ? "0" : row < 104_500 ? "1.003" : "0.503")));
    Snapshot snapshot = input.load().snapshot().orElseThrow();
    for (int run = 0; run < 3; run++) {
      SearchBeyondLimit beyond =
          assertThrows(SearchBeyondLimit.class, () -> policy.evaluate(snapshot));
      assertEquals("limits.risk:5:13", beyond.what().span().place());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "truffle"})
  void aSearchThroughOrderedWorkKeepsToIt(String engine) {
    String text =
        """
        policy ordered
        entity account { key id
                         size : number }
        total(x) = fold t = 0 over accounts ranked by size : t + remainder(floor(x * a.size to 0.001), 7)
        found = first x in 0 .. 20_000 by 1 such that total(x) = 6.999   else none
        report found
        """
            .replace("fold t = 0 over accounts ranked by size : t +", "sum(")
            .replace("7)\n", "7) for a in accounts ranked by size)\n");
    Policy policy = policy(text, engine);
    Snapshot snapshot = sizes(policy, 1, "1.003");
    assertEquals("1333", policy.evaluate(snapshot).cell("found").toString());
    assertThrows(
        SearchBeyondLimit.class,
        () -> policy.within(Limits.NONE.withTries(500)).evaluate(snapshot));
  }

  @Test
  void theWordsOfAFaultKeepToIt() {
    String text =
        """
        policy failing
        entity account { key id
                         size : number }
        for each account { found = first x in 0 .. 1_000_000_000_000 by 1 such that x * size < 0 }
        report account.found
        """;
    Policy policy = policy(text, "truffle");
    Cell found = policy.evaluate(sizes(policy, 1, "2")).rows("account").get("a0").cell("found");
    assertEquals("R3532", found.fault().orElseThrow().what().code().code());
    Policy few = policy(text.replace("1_000_000_000_000", "1_000"), "truffle");
    Cell near = few.evaluate(sizes(few, 1, "2")).rows("account").get("a0").cell("found");
    assertEquals("R6203", near.fault().orElseThrow().what().code().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "truffle", "threads"})
  void aTickBeyondTheLimitLeavesTheBookAsItWas(String engine) {
    Policy policy = policy(SEARCH, engine).within(Limits.NONE.withTries(500));
    LiveBook book = policy.open(sizes(policy, 3, "6.999"));
    book.set("account", "a1", "size", "1.003");
    assertThrows(SearchBeyondLimit.class, book::evaluate);
    assertEquals("1", book.results().rows("account").get("a1").cell("found").toString());
    assertThrows(SearchBeyondLimit.class, book::evaluate);
    book.set("account", "a1", "size", "3.4995");
    assertEquals(1, book.evaluate().size());
    assertEquals("2", book.results().rows("account").get("a1").cell("found").toString());
  }

  // ---- Being stopped

  @ParameterizedTest
  @ValueSource(strings = {"reference", "truffle", "threads"})
  void aRunCanBeStopped(String engine) {
    Policy policy = policy(SEARCH, engine);
    Snapshot snapshot = sizes(policy, 10, "1.003");
    assertThrows(
        CancellationException.class,
        () -> policy.within(Limits.NONE.until(() -> true)).evaluate(snapshot));
    AtomicInteger asked = new AtomicInteger();
    assertThrows(
        CancellationException.class,
        () ->
            policy
                .within(Limits.NONE.until(() -> asked.incrementAndGet() == 20))
                .evaluate(snapshot));
    assertEquals(20, asked.get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "truffle"})
  void aSweepCanBeStoppedAndIsAskedTheSameEachTime(String engine) {
    Policy policy = policy(WATERFALLS, engine);
    Snapshot snapshot = owing(policy, 40);
    List<Integer> counts =
        IntStream.range(0, 2)
            .map(
                run -> {
                  AtomicInteger asked = new AtomicInteger();
                  Sweeps sweeps =
                      policy
                          .within(Limits.NONE.until(() -> asked.incrementAndGet() < 0))
                          .sweep(snapshot);
                  assertEquals(40, sweeps.sweeps().getFirst().counts().served());
                  return asked.get();
                })
            .boxed()
            .toList();
    assertEquals(counts.get(0), counts.get(1));
    assertTrue(counts.get(0) > 1, counts::toString);
    AtomicInteger asked = new AtomicInteger();
    assertThrows(
        CancellationException.class,
        () ->
            policy
                .within(Limits.NONE.until(() -> asked.incrementAndGet() == counts.get(0)))
                .sweep(snapshot));
  }

  // ---- Work

  @ParameterizedTest
  @ValueSource(strings = {"reference", "truffle"})
  void aSweepKeepsToItsWork(String engine) {
    Policy policy = policy(WATERFALLS, engine);
    Snapshot snapshot = owing(policy, 3);
    // Two facts of three accounts, for each of two waterfalls.
    assertEquals(2, policy.within(Limits.ofWork(12)).sweep(snapshot).sweeps().size());
    assertEquals(
        "This run may work out 12 facts; its limit is 11.",
        assertThrows(
                IllegalArgumentException.class,
                () -> policy.within(Limits.ofWork(11)).sweep(snapshot))
            .getMessage());
    assertEquals(
        1, policy.within(Limits.ofWork(6)).sweep(snapshot, List.of("help")).sweeps().size());
    assertThrows(
        IllegalArgumentException.class,
        () -> policy.within(Limits.ofWork(5)).sweep(snapshot, List.of("help")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "truffle"})
  void rowsThatAWaterfallAddsCountForTheNext(String engine) {
    Policy policy =
        policy(
            WATERFALLS.replace(
                "for each account {", "for each note { twice = 2 * kept }\nfor each account {"),
            engine);
    Snapshot snapshot = owing(policy, 3);
    assertEquals(2, policy.within(Limits.ofWork(15)).sweep(snapshot).sweeps().size());
    assertEquals(
        "This run may work out 15 facts; its limit is 14.",
        assertThrows(
                IllegalArgumentException.class,
                () -> policy.within(Limits.ofWork(14)).sweep(snapshot))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "truffle"})
  void aSearchInAWaterfallKeepsToItsLimit(String engine) {
    String text =
        WATERFALLS
            .replace("short > 0 {\n    step again", "short >= 0 {\n    step again")
            .replace(
                "remainder(floor(x * 3), 7) = 6",
                "remainder(floor(x * 3), 7) + floor(x / 1_000) > 6");
    Policy policy = policy(text, engine);
    Snapshot snapshot = owing(policy, 3);
    assertEquals(3, policy.sweep(snapshot).sweeps().getLast().counts().served());
    SearchBeyondLimit beyond =
        assertThrows(
            SearchBeyondLimit.class,
            () -> policy.within(Limits.NONE.withTries(100)).sweep(snapshot));
    assertEquals("R3532", beyond.what().code().code());
  }
}
