package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.RunLimits;
import org.loadline.data.SearchBeyondLimit;
import org.loadline.data.Snapshot;
import org.loadline.model.EntityRef;
import org.loadline.workload.Workload;

/** Several threads work one run out: what may end it ends it, and they go when the engine does. */
class ThreadsTest {
  private static final Path POLICY = Path.of("../../examples/perp-cross-margin/policy.risk");
  private static final int ACCOUNTS = 5_000;
  private static final int THREADS = 3;

  private final Workload workload = Workload.generate(ACCOUNTS, 2, Workload.PUBLISHED_SEED);
  private final Set<Thread> before = passThreads();
  private TruffleEvaluator engine;

  @BeforeEach
  void start() {
    engine = TruffleEvaluator.onThreads(THREADS);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private static Program program(String more) throws Exception {
    String text = Files.readString(POLICY).replaceFirst("(?m)^policy .*$", "");
    return Policies.policy(text + more);
  }

  private Results run(Program program, Snapshot snapshot) {
    return engine.evaluate(program, snapshot, ParamValues.written(program));
  }

  /** Threads of passes that are alive. */
  private static Set<Thread> passThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("loadline-pass"))
        .collect(Collectors.toSet());
  }

  private Set<Thread> ours() {
    Set<Thread> alive = passThreads();
    alive.removeAll(before);
    return alive;
  }

  @Test
  void threadsAreKeptForTheNextRunAndEndWithTheEngine() throws Exception {
    Program program = program("");
    Snapshot snapshot = Perps.snapshot(program, workload);
    List<String> first = Agreement.lines(run(program, snapshot));
    for (int i = 0; i < 20; i++) {
      assertEquals(first, Agreement.lines(run(program, snapshot)));
    }
    Set<Thread> threads = ours();
    assertFalse(threads.isEmpty());
    assertTrue(threads.size() < THREADS, threads::toString);
    assertTrue(threads.stream().allMatch(Thread::isDaemon));
    engine.close();
    for (Thread thread : threads) {
      thread.join(10_000);
      assertFalse(thread.isAlive(), thread::toString);
    }
    assertEquals(Set.of(), ours());
  }

  @Test
  void anInterruptIsLeftToTheCaller() throws Exception {
    Program program = program("");
    Snapshot snapshot = Perps.snapshot(program, workload);
    List<String> expected = Agreement.lines(run(program, snapshot));
    Thread.currentThread().interrupt();
    List<String> lines = Agreement.lines(run(program, snapshot));
    assertTrue(Thread.interrupted());
    assertEquals(expected, lines);
  }

  @Test
  void aRunThatIsStoppedEndsOnAllThreads() throws Exception {
    Program program = program("");
    Snapshot snapshot = Perps.snapshot(program, workload);
    AtomicInteger asked = new AtomicInteger();
    assertThrows(
        CancellationException.class,
        () ->
            engine.evaluate(
                program,
                snapshot,
                ParamValues.written(program),
                new RunLimits(
                    Long.MAX_VALUE, RunLimits.USUAL_TRIES, () -> asked.incrementAndGet() > 4)));
    assertTrue(asked.get() <= 4 + THREADS, asked::toString);
    assertEquals(ACCOUNTS, run(program, snapshot).snapshot().rowCount(entity(program)));
  }

  private static EntityRef entity(Program program) {
    return program.entity("account").orElseThrow().ref();
  }

  @Test
  void aSearchBeyondItsLimitIsToldAsOnOneThread() throws Exception {
    Program program =
        program(
            """

            for each account {
                found = first x in 0 .. 8 by 0.001 such that
                        remainder(floor(x * equity / 1 USD to 0.001), 7) > 6.9999 else none
            }
            report account.found
            """);
    Snapshot snapshot = Perps.snapshot(program, workload);
    SearchBeyondLimit beyond =
        assertThrows(
            SearchBeyondLimit.class,
            () ->
                engine.evaluate(
                    program,
                    snapshot,
                    ParamValues.written(program),
                    new RunLimits(Long.MAX_VALUE, 1_000, () -> false)));
    assertEquals("R3532", beyond.what().code().code());
  }
}
