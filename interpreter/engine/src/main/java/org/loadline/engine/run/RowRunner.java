package org.loadline.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
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
    AtomicInteger next = new AtomicInteger();
    if (workers.threads() == 1 || rows <= CHUNK) {
      chunks(stretch, rows, next);
      return;
    }
    int threads = workers.threads();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(
            pool.submit(
                () -> {
                  workers.enter().run();
                  try {
                    chunks(stretch, rows, next);
                  } finally {
                    workers.leave().run();
                  }
                }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof CancellationException stopped) {
        throw stopped;
      }
      throw new IllegalStateException("a pass failed", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a pass was interrupted", interrupted);
    }
  }

  private void chunks(Stretch stretch, int rows, AtomicInteger next) {
    int from = next.getAndAdd(CHUNK);
    while (from < rows) {
      if (workers.stopped().getAsBoolean()) {
        throw new CancellationException("the run was stopped");
      }
      stretch.run(from, Math.min(rows, from + CHUNK));
      from = next.getAndAdd(CHUNK);
    }
  }
}
