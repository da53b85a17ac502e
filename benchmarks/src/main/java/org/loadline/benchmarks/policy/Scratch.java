package org.loadline.benchmarks.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone with everything in it once it is closed. */
public record Scratch(Path path) implements AutoCloseable {
  public static Scratch create() throws IOException {
    return new Scratch(Files.createTempDirectory("loadline-benchmark"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
