package org.loadline.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the generator writes is what the example in the repository holds. */
class SnapshotFolderTest {
  private static final Path EXAMPLE = Path.of("../../examples/perp-cross-margin/snapshot");

  @Test
  void writesTheFilesOfTheExample(@TempDir Path folder) throws IOException {
    SnapshotFolder.write(Workload.published(1_000), folder);

    assertEquals(names(EXAMPLE), names(folder));
    for (String name : names(EXAMPLE)) {
      assertEquals(
          Files.readString(EXAMPLE.resolve(name)), Files.readString(folder.resolve(name)), name);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
