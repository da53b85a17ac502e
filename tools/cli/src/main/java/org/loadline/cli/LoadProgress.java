package org.loadline.cli;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.loadline.snapshot.Progress;

/** A bar on standard error while a long snapshot is read, if a person looks on. */
final class LoadProgress implements Progress, AutoCloseable {
  /** Reading that is done before this many milliseconds shows nothing. */
  private static final int PATIENCE = 700;

  private final Console console;
  private final long start = System.nanoTime();
  private Optional<ProgressBar> bar = Optional.empty();

  private LoadProgress(Console console) {
    this.console = console;
  }

  static LoadProgress of(Console console) {
    return new LoadProgress(console);
  }

  @Override
  public void read(String file, long rows, long bytes) {
    if (!console.errIsTerminal() || System.nanoTime() - start < PATIENCE * 1_000_000L) {
      return;
    }
    if (bar.isEmpty()) {
      bar = Optional.of(open());
    }
    bar.get().setExtraMessage(file);
    bar.get().stepTo(rows);
  }

  private ProgressBar open() {
    return new ProgressBarBuilder()
        .setTaskName("Reading")
        .setInitialMax(-1)
        .setUnit(" rows", 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .startsFrom(0, Duration.ZERO)
        .setConsumer(new ConsoleProgressBarConsumer(console.err(), console.width()))
        .build();
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    console.err().flush();
  }
}
