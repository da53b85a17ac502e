package org.loadline.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.loadline.impact.Watch;

/** A bar on standard error while mixtures of two policies are worked out, if a person looks on. */
final class PlanProgress implements Watch, AutoCloseable {
  /** What is done before this many milliseconds shows nothing. */
  private static final int PATIENCE = 1_500;

  private final Console console;
  private final long start = System.nanoTime();
  private long most;
  private Optional<ProgressBar> bar = Optional.empty();

  PlanProgress(Console console) {
    this.console = console;
  }

  @Override
  public void starts(long policies) {
    most = policies;
  }

  @Override
  public void worked(long policies) {
    if (!console.errIsTerminal() || System.nanoTime() - start < PATIENCE * 1_000_000L) {
      return;
    }
    if (bar.isEmpty()) {
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName("Attributing")
                  .setInitialMax(most)
                  .setUnit(" policies", 1)
                  .setStyle(ProgressBarStyle.ASCII)
                  .setUpdateIntervalMillis(200)
                  .setConsumer(new ConsoleProgressBarConsumer(console.err(), console.width()))
                  .build());
    }
    bar.get().stepTo(policies);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    console.err().flush();
  }
}
