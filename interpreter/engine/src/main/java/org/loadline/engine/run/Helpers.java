package org.loadline.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Threads that help those that run passes. They wait for the next pass for a while, end when they
 * are closed, and keep no process alive.
 */
public final class Helpers implements AutoCloseable {
  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> Thread.ofPlatform().name("loadline-pass").daemon().unstarted(work));

  /**
   * Does work on the calling thread and on up to {@code others} more, and comes back when nobody is
   * at it; the work throws nothing. A thread that has not begun when the calling one is through is
   * not waited for, and never begins. Interrupts are left to the caller.
   */
  void together(int others, Runnable work) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < others; i++) {
      Part part = new Part(work);
      parts.add(part);
      try {
        pool.execute(part);
      } catch (RejectedExecutionException closed) {
        break;
      }
    }
    work.run();
    boolean interrupted = false;
    for (Part part : parts) {
      interrupted |= part.end();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What one thread is asked to do. */
  private static final class Part implements Runnable {
    private final Runnable work;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);

    Part(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      if (taken.compareAndSet(false, true)) {
        try {
          work.run();
        } finally {
          done.countDown();
        }
      }
    }

    /** Takes it back if nobody has begun it, else waits for its end; true if interrupted. */
    boolean end() {
      boolean interrupted = false;
      while (!taken.compareAndSet(false, true)) {
        try {
          done.await();
          return interrupted;
        } catch (InterruptedException meanwhile) {
          interrupted = true;
        }
      }
      return interrupted;
    }
  }

  /** Lets the threads go; who asks from now on works alone. */
  @Override
  public void close() {
    pool.shutdown();
  }
}
