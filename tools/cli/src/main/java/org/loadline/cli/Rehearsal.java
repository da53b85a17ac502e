package org.loadline.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands on one example and says nothing, for a JVM that records what it loads.
 *
 * <p>What is recorded comes from a cache at later starts; so each command that is to start quickly
 * stands here.
 */
final class Rehearsal {
  private Rehearsal() {}

  /** Argument: a folder with a policy and a snapshot. */
  public static void main(String[] arguments) {
    String folder = arguments[0];
    for (List<String> command :
        List.of(
            List.of("check", folder),
            List.of("check", "--json", folder),
            List.of("test", folder),
            List.of("explain", folder),
            List.of("run", folder, "--verbose"),
            List.of("run", folder, "--format", "json"))) {
      Main.run(silent(), command.toArray(String[]::new));
    }
  }

  private static Console silent() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Console(nowhere, nowhere, false, false, Map.of());
  }
}
