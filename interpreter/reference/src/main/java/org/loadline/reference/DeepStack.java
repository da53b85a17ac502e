package org.loadline.reference;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Lets facts read facts to any depth that a program can have.
 *
 * <p>After some depth the rest is worked out on a thread with a large stack, while this one waits.
 */
final class DeepStack {
  private static final int DEEP = 60;
  private static final long LARGE = 1L << 30;

  private int depth;

  <T> T run(Supplier<T> work) {
    depth++;
    try {
      return depth == DEEP ? elsewhere(work) : work.get();
    } finally {
      depth--;
    }
  }

  private static <T> T elsewhere(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable task =
        () -> {
          try {
            result.complete(work.get());
          } catch (RuntimeException | Error failure) {
            result.completeExceptionally(failure);
          }
        };
    Thread thread = new Thread(null, task, "deep evaluation", LARGE);
    thread.start();
    return result.join();
  }
}
