package org.loadline.engine.run;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;
import org.loadline.engine.load.RunData;
import org.loadline.engine.statistics.PassRun;

/** Takes a pass through its rows in chunks, on one thread or several. */
final class RowRunner {
  /** Few enough that a run can be stopped between chunks, enough that a call costs nothing. */
  private static final int CHUNK = 2048;

  /** Where threads share few rows, each takes its part in so many chunks, but none is too small. */
  private static final int SHARE = 8;

  private static final int LEAST = 512;

  private final Workers workers;

  RowRunner(Workers workers) {
    this.workers = workers;
  }

  /** Works out the rows from one number up to another. */
  interface Stretch {
    void run(int from, int to);
  }

  /** Works out all rows of a pass. What that took is worked out for who asks. */
  Supplier<PassRun> run(CompiledPass pass, RunData data) {
    AtomicLongArray redone = pass.counts();
    int rows = pass.rows(data);
    byte[] overflowed = new byte[rows];
    run(rows, (from, to) -> pass.run(data, from, to, overflowed, redone));
    pass.close(data);
    return () -> pass.statistics(data, redone);
  }

  /** Works out listed rows, which are clear. */
  void run(ListedRoots pass, RunData data, int[] rows) {
    run(rows.length, (from, to) -> pass.run(data, rows, from, to));
  }

  /** Works out rows by a stretch at a time. */
  void run(int rows, Stretch stretch) {
    int threads = rows <= CHUNK ? 1 : workers.threads();
    Chunks chunks = new Chunks(rows, threads, stretch);
    if (threads == 1) {
      chunks.work();
    } else {
      Thread caller = Thread.currentThread();
      workers
          .helpers()
          .together(
              threads - 1,
              () -> {
                if (Thread.currentThread() == caller) {
                  chunks.work();
                } else {
                  chunks.help();
                }
              });
    }
    chunks.rethrow();
  }

  /**
   * Rows that are handed out from the first to the last; after a failure no more are. Those before
   * it are out by then and are worked out, so that a run ends with the first failure, however many
   * threads there are.
   */
  private final class Chunks {
    private final int rows;
    private final int size;
    private final Stretch stretch;
    private final AtomicInteger next = new AtomicInteger();
    private int failedAt = Integer.MAX_VALUE;
    private Optional<Throwable> failure = Optional.empty();

    Chunks(int rows, int threads, Stretch stretch) {
      this.rows = rows;
      this.size = threads == 1 ? CHUNK : Math.clamp(rows / (threads * SHARE), LEAST, CHUNK);
      this.stretch = stretch;
    }

    /** Works as a thread that has not entered yet. */
    void help() {
      try {
        workers.enter().run();
      } catch (RuntimeException | Error closed) {
        fail(rows, closed);
        return;
      }
      try {
        work();
      } finally {
        workers.leave().run();
      }
    }

    void work() {
      for (int from = next.getAndAdd(size); from < rows; from = next.getAndAdd(size)) {
        try {
          if (workers.stopped()) {
            throw new CancellationException("the run was stopped");
          }
          stretch.run(from, Math.min(rows, from + size));
        } catch (RuntimeException | Error thrown) {
          fail(from, thrown);
        }
      }
    }

    /** Of several failures the first in the order of rows stays, whoever met it. */
    private synchronized void fail(int from, Throwable thrown) {
      next.set(rows);
      if (from < failedAt) {
        failedAt = from;
        failure = Optional.of(thrown);
      }
    }

    synchronized void rethrow() {
      if (failure.isPresent()) {
        switch (failure.get()) {
          case Error error -> throw error;
          case RuntimeException exception -> throw exception;
          default -> throw new IllegalStateException(failure.get());
        }
      }
    }
  }
}
