package org.loadline.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A sign on standard error that a long run goes on, if a person looks on. */
final class RunProgress implements AutoCloseable {
  /** A run that is done before this many milliseconds shows nothing. */
  private static final int PATIENCE = 1_000;

  private final Optional<Thread> waiting;

  private RunProgress(Optional<Thread> waiting) {
    this.waiting = waiting;
  }

  static RunProgress of(Console console) {
    return new RunProgress(
        console.errIsTerminal()
            ? Optional.of(Thread.ofPlatform().daemon().start(() -> show(console)))
            : Optional.empty());
  }

  private static void show(Console console) {
    try {
      Thread.sleep(PATIENCE);
      try (ProgressBar bar = bar(console)) {
        while (true) {
          Thread.sleep(PATIENCE);
          bar.refresh();
        }
      }
    } catch (InterruptedException done) {
      console.err().flush();
    }
  }

  private static ProgressBar bar(Console console) {
    return new ProgressBarBuilder()
        .setTaskName("Running")
        .setInitialMax(-1)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .setConsumer(new ConsoleProgressBarConsumer(console.err(), console.width()))
        .build();
  }

  @Override
  public void close() {
    waiting.ifPresent(
        thread -> {
          thread.interrupt();
          try {
            thread.join();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
