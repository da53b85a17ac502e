package org.loadline.snapshot;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Threads that read, started when there is much to read; one thread alone is the caller's own. */
final class Workers implements AutoCloseable {
  /** Of a table, the least that is worth a thread. */
  private static final int BLOCK = 1 << 19;

  private final int threads;
  private final int block;
  private Optional<ExecutorService> executor = Optional.empty();

  Workers(int threads) {
    this(threads, BLOCK);
  }

  Workers(int threads, int block) {
    this.threads = threads;
    this.block = block;
  }

  /** How many bytes one thread reads at once. */
  int block() {
    return block;
  }

  int threads() {
    return threads;
  }

  /** Does something here and now. */
  static <T> Future<T> here(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    task.run();
    return task;
  }

  /** Does something on another thread, if there are several. */
  <T> Future<T> start(Callable<T> work) {
    if (threads == 1) {
      return here(work);
    }
    if (executor.isEmpty()) {
      var daemons = Thread.ofPlatform().daemon().name("loadline-reading-", 1).factory();
      executor = Optional.of(Executors.newFixedThreadPool(threads, daemons));
    }
    return executor.get().submit(work);
  }

  /** What came of it, once it is done. */
  static <T> T of(Future<T> started) throws IOException {
    try {
      return started.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  @Override
  public void close() {
    executor.ifPresent(ExecutorService::shutdownNow);
  }
}
