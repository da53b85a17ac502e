package org.loadline.reference;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Lets facts read facts to any depth that a program can have.
 *
 * <p>From some depth of formulas on, the rest is worked out on a thread with a large stack, while
 * this one waits.
 */
final class DeepStack {
  private static final int DEEP = 300;
  private static final long LARGE = 1L << 30;

  private boolean isLarge;

  /** Runs some work that stands {@code depth} formulas deep. */
  <T> T run(int depth, Supplier<T> work) {
    if (isLarge || depth < DEEP) {
      return work.get();
    }
    isLarge = true;
    try {
      return elsewhere(work);
    } finally {
      isLarge = false;
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
    new Thread(null, task, "deep evaluation", LARGE).start();
    try {
      return result.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
