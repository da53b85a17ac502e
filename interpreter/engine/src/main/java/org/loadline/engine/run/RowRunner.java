package org.loadline.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.loadline.engine.load.RunData;
import org.loadline.engine.statistics.PassRun;

/** Takes a pass through its rows in chunks, on one thread or several. */
final class RowRunner {
  /** Few enough that a run can be stopped between chunks, enough that a call costs nothing. */
  private static final int CHUNK = 2048;

  private final Workers workers;

  RowRunner(Workers workers) {
    this.workers = workers;
  }

  /** Works out the rows from one number up to another. */
  private interface Stretch {
    void run(int from, int to);
  }

  PassRun run(CompiledPass pass, RunData data) {
    AtomicLongArray redone = pass.counts();
    int rows = pass.rows(data);
    byte[] overflowed = new byte[rows];
    run(rows, (from, to) -> pass.run(data, from, to, overflowed, redone));
    pass.close(data);
    return pass.statistics(data, redone);
  }

  /** Works out listed rows, which are clear. */
  void run(ListedRoots pass, RunData data, int[] rows) {
    run(rows.length, (from, to) -> pass.run(data, rows, from, to));
  }

  private void run(int rows, Stretch stretch) {
    Chunks chunks = new Chunks(stretch, rows);
    if (workers.threads() == 1 || rows <= CHUNK) {
      chunks.work();
    } else {
      onThreads(chunks);
    }
    chunks.end();
  }

  private void onThreads(Chunks chunks) {
    int threads = workers.threads();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(
            pool.submit(
                () -> {
                  workers.enter().run();
                  try {
                    chunks.work();
                  } finally {
                    workers.leave().run();
                  }
                }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a pass failed", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a pass was interrupted", interrupted);
    }
  }

  /**
   * The rows of a pass, handed out in order. Where some fail, those before them are still worked
   * out, so that what the run ends with is the first failure, however many threads there are.
   */
  private final class Chunks {
    private final Stretch stretch;
    private final int rows;
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentSkipListMap<Integer, RuntimeException> failures =
        new ConcurrentSkipListMap<>();

    Chunks(Stretch stretch, int rows) {
      this.stretch = stretch;
      this.rows = rows;
    }

    void work() {
      int from = next.getAndAdd(CHUNK);
      while (from < rows && !comesAfterFailure(from)) {
        try {
          if (workers.stopped()) {
            throw new CancellationException("the run was stopped");
          }
          stretch.run(from, Math.min(rows, from + CHUNK));
        } catch (RuntimeException failure) {
          failures.put(from, failure);
        }
        from = next.getAndAdd(CHUNK);
      }
    }

    private boolean comesAfterFailure(int from) {
      Map.Entry<Integer, RuntimeException> first = failures.firstEntry();
      return first != null && first.getKey() < from;
    }

    void end() {
      Map.Entry<Integer, RuntimeException> first = failures.firstEntry();
      if (first != null) {
        throw first.getValue();
      }
    }
  }
}
