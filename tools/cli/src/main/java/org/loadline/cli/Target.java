package org.loadline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A policy as named on the command line, with the snapshot beside it if there is one. */
record Target(Path policy, Optional<Path> snapshot) {
  static final String POLICY = "policy.risk";
  private static final String ENDING = ".risk";

  /** A policy, or a folder that holds {@code policy.risk}. */
  static Target of(Path named) {
    mustExist(named);
    if (!Files.isDirectory(named)) {
      return beside(named);
    }
    Path policy = named.resolve(POLICY);
    if (!Files.isRegularFile(policy)) {
      throw Refusal.misuse(UseProblem.NO_POLICY, "path", named.toString());
    }
    return beside(policy);
  }

  /** A file, with the snapshot in its folder if there is one. */
  static Target beside(Path policy) {
    Optional<Path> snapshot =
        Stream.of("snapshot", "snapshot.json")
            .map(policy::resolveSibling)
            .filter(Files::exists)
            .findFirst();
    return new Target(policy, snapshot);
  }

  /** Every file that a path means: itself, or the policies and libraries below a folder, sorted. */
  static List<Path> files(Path named) {
    mustExist(named);
    if (!Files.isDirectory(named)) {
      return List.of(named);
    }
    try (Stream<Path> below = Files.walk(named)) {
      List<Path> files =
          below
              .filter(file -> file.getFileName().toString().endsWith(ENDING))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw Refusal.misuse(UseProblem.NO_FILES, "path", named.toString());
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void mustExist(Path named) {
    if (!Files.exists(named)) {
      throw Refusal.misuse(UseProblem.NO_SUCH_PATH, "path", named.toString());
    }
  }
}
