package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.loadline.cli.Said;
import org.loadline.core.Program;
import org.loadline.data.Snapshot;
import org.loadline.snapshot.Loaded;
import org.loadline.snapshot.SnapshotReader;

/**
 * A folder below the examples: a policy, one or more snapshots, and what each gives. Its name is
 * the way to it from there.
 */
record Example(String name) {
  private static final String FOLDER = "examples";

  /** The folder, as a command in the repository's root names it. */
  String path() {
    return FOLDER + "/" + name;
  }

  Path policy() {
    return folder().resolve("policy.risk");
  }

  /** The names of the folders that hold a snapshot, the one that runs by itself first. */
  List<String> snapshots() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith("snapshot"))
          .sorted()
          .toList();
    }
  }

  /** Where it is written what a snapshot gives. */
  Path expected(String snapshot) {
    return folder().resolve(snapshot.replaceFirst("snapshot", "expected"));
  }

  Snapshot load(Program program, String snapshot) {
    Loaded loaded = SnapshotReader.read(program, folder().resolve(snapshot));
    assertEquals(List.of(), loaded.problems());
    return loaded.snapshot().orElseThrow();
  }

  private Path folder() {
    return Said.ROOT.resolve(FOLDER).resolve(name);
  }

  /** Those that are no system: the plans of these are read. */
  static List<Example> stories() throws IOException {
    return all().stream().filter(example -> example.name().indexOf('/') < 0).toList();
  }

  static List<Example> all() throws IOException {
    Path root = Said.ROOT.resolve(FOLDER);
    try (Stream<Path> folders = Files.walk(root)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("policy.risk")))
          .map(folder -> new Example(root.relativize(folder).toString()))
          .sorted(Comparator.comparing(Example::name))
          .toList();
    }
  }
}
