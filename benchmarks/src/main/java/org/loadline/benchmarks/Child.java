package org.loadline.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.loadline.benchmarks.policy.Scratch;
import org.loadline.benchmarks.race.Measurement;

/** These benchmarks again, in a process whose JVM is of another kind. */
final class Child {
  private Child() {}

  /** {@return what a section measures there, at one size} */
  static List<Measurement> measure(Options options, Section section, int accounts, Side side)
      throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Path file = scratch.path().resolve("report.json");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(side.options(options.project().resolve("benchmarks/target/dist/modules")));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(Main.class.getName());
      command.addAll(options.forChild(section, accounts));
      command.addAll(List.of("--side=" + side, "--json=" + file));
      int code =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      if (code != 0) {
        throw new IllegalStateException("The process for " + side + " ended with " + code + ".");
      }
      return Report.read(file).measurements();
    }
  }
}
