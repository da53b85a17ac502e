package org.loadline.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvm.polyglot.Context;
import org.loadline.engine.load.RunData;

/** Takes a pass through its rows in chunks, on one thread or several. */
final class RowRunner {
  /** Few enough that a run can be stopped between chunks, enough that a call costs nothing. */
  private static final int CHUNK = 2048;

  private final Context context;
  private final int threads;

  RowRunner(Context context, int threads) {
    this.context = context;
    this.threads = threads;
  }

  void run(CompiledPass pass, RunData data) {
    int rows = pass.rows(data);
    byte[] overflowed = new byte[rows];
    AtomicInteger next = new AtomicInteger();
    if (threads == 1 || rows <= CHUNK) {
      chunks(pass, data, rows, overflowed, next);
      return;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(
            pool.submit(
                () -> {
                  context.enter();
                  try {
                    chunks(pass, data, rows, overflowed, next);
                  } finally {
                    context.leave();
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

  private static void chunks(
      CompiledPass pass, RunData data, int rows, byte[] overflowed, AtomicInteger next) {
    int from = next.getAndAdd(CHUNK);
    while (from < rows) {
      pass.run(data, from, Math.min(rows, from + CHUNK), overflowed);
      from = next.getAndAdd(CHUNK);
    }
  }
}
