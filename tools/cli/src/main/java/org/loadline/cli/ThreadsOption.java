package org.loadline.cli;

import picocli.CommandLine.Option;

/** How many threads share the rows of a run. */
final class ThreadsOption {
  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Threads that share the rows; the results are the same (default: ${DEFAULT-VALUE}).")
  private int threads = 1;

  /** The number that was given; none at all is refused. */
  int count() {
    Refusal.unlessAtLeast(1, "--threads", threads);
    return threads;
  }
}
