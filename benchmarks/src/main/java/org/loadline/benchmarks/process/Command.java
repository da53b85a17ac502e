package org.loadline.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loadline.benchmarks.policy.Scratch;

/**
 * A command line.
 *
 * @param accepted exit codes that are not a failure
 */
record Command(String name, List<String> words, List<Integer> accepted) {
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  /**
   * What a run of it took.
   *
   * @param errors what it wrote to standard error
   * @param peakKib the most memory it held at once; empty where the system does not tell
   */
  record Run(double milliseconds, List<String> errors, Optional<Long> peakKib) {}

  Command {
    words = List.copyOf(words);
    accepted = List.copyOf(accepted);
  }

  /** Runs it to its end and takes the time. */
  double milliseconds() throws IOException, InterruptedException {
    long start = System.nanoTime();
    int code =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    double spent = (System.nanoTime() - start) / 1e6;
    check(code);
    return spent;
  }

  /** Runs it to its end and watches it, which takes a little time of its own. */
  Run watched() throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Path errors = scratch.path().resolve("errors");
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(words)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(errors.toFile())
              .start();
      Optional<Long> peak = Optional.empty();
      while (process.isAlive()) {
        Optional<Long> seen = peak(process.pid());
        peak = seen.isPresent() ? seen : peak;
        Thread.sleep(20);
      }
      double spent = (System.nanoTime() - start) / 1e6;
      check(process.exitValue());
      return new Run(spent, Files.readAllLines(errors, StandardCharsets.UTF_8), peak);
    }
  }

  private static Optional<Long> peak(long pid) {
    try {
      Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
      return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private void check(int code) {
    if (!accepted.contains(code)) {
      throw new IllegalStateException("`" + String.join(" ", words) + "` ended with " + code + ".");
    }
  }
}
