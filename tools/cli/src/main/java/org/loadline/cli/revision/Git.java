package org.loadline.cli.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks the git program about the repository that the process stands in. */
final class Git {
  /** More than any policy or listing of a repository that holds one. */
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private Git() {}

  /** What git wrote, and whether it was content. */
  record Answer(boolean good, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8).strip();
    }
  }

  /** Runs git; what it complains of is dropped, as callers say it in their own words. */
  static Answer ask(String... arguments) throws RevisionException {
    List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(Map.of("LC_ALL", "C", "GIT_OPTIONAL_LOCKS", "0"));
    Process process;
    try {
      process = builder.start();
    } catch (IOException absent) {
      throw new RevisionException(RevisionException.Why.NO_GIT);
    }
    try {
      byte[] out = process.getInputStream().readNBytes(MOST_BYTES);
      process.getInputStream().close();
      return new Answer(process.waitFor() == 0, out);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } finally {
      process.destroy();
    }
  }

  private static java.io.File nothing() {
    return new java.io.File(
        System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
  }
}
