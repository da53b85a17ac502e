package org.loadline.bound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of a policy, where its own libraries are.
 *
 * <p>{@code real} is the folder itself, without links; {@code written} is how people wrote it.
 */
record LibraryFolder(Path real, Optional<Path> written) {
  private static final String ENDING = ".risk";
  private static final int DEEPEST = 8;
  private static final int MOST_LOOKED_AT = 10_000;

  /** The folder of a policy that exists; empty if the system does not say where that is. */
  static Optional<LibraryFolder> around(Path policy) {
    try {
      Path parent = policy.toAbsolutePath().getParent();
      return parent == null
          ? Optional.empty()
          : Optional.of(
              new LibraryFolder(parent.toRealPath(), Optional.ofNullable(policy.getParent())));
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  Path file(List<String> path) {
    return real.resolve(relative(path));
  }

  /** The name of the file as people know it: beside the policy, as they wrote its path. */
  String shown(List<String> path) {
    String relative = relative(path);
    return written.map(w -> w.resolve(relative).toString()).orElse(relative);
  }

  /** Whether a file that exists lies in this folder, after every link. */
  boolean holds(Path file) throws IOException {
    return file.toRealPath().startsWith(real);
  }

  /** The dotted names of the files that could be imported. */
  List<String> modules() {
    try (Stream<Path> files = Files.walk(real, DEEPEST)) {
      return files
          .limit(MOST_LOOKED_AT)
          .filter(file -> file.toString().endsWith(ENDING))
          .map(this::dotted)
          .sorted()
          .toList();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return List.of();
    }
  }

  private String dotted(Path file) {
    Path relative = real.relativize(file);
    String path =
        Stream.iterate(0, i -> i < relative.getNameCount(), i -> i + 1)
            .map(i -> relative.getName(i).toString())
            .collect(Collectors.joining("."));
    return path.substring(0, path.length() - ENDING.length());
  }

  private static String relative(List<String> path) {
    return String.join("/", path) + ENDING;
  }
}
