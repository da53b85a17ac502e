package org.loadline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The books on which two policies are worked out. */
final class BookOptions {
  @Option(
      names = "--snapshot",
      paramLabel = "BOOK",
      description =
          "A folder of CSV files or one JSON document; may be repeated. By default what stands"
              + " beside a policy.")
  private List<Path> snapshots = List.of();

  @Option(
      names = "--new-snapshot",
      paramLabel = "BOOK",
      description = "Another book for the new policy, which holds what only that asks for.")
  private Optional<Path> newSnapshot = Optional.empty();

  @Option(
      names = "--books",
      paramLabel = "FOLDER",
      description = "Every folder in it is a book, in the order of their names.")
  private Optional<Path> folder = Optional.empty();

  /** The book of the new policy, if it has one of its own. */
  Optional<Path> forNew() {
    return newSnapshot;
  }

  /** All books; where none is named, what stands beside the first of these policies. */
  List<Path> books(String... policies) {
    List<Path> books = new ArrayList<>(snapshots);
    folder.ifPresent(path -> books.addAll(below(path)));
    if (books.isEmpty()) {
      Stream.of(policies).flatMap(text -> beside(text).stream()).findFirst().ifPresent(books::add);
    }
    if (books.isEmpty()) {
      throw Refusal.of(ExitCode.UNUSABLE_SNAPSHOT, PlanProblem.NO_BOOK);
    }
    if (newSnapshot.isPresent() && books.size() > 1) {
      throw Refusal.misuse(PlanProblem.ONE_BOOK_ONLY, "count", String.valueOf(books.size()));
    }
    return books;
  }

  private static Optional<Path> beside(String text) {
    try {
      Path path = Path.of(text);
      return Files.exists(path) ? Target.of(path).snapshot() : Optional.empty();
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static List<Path> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Refusal.misuse(UseProblem.NO_SUCH_PATH, "path", folder.toString());
    }
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> books = inside.filter(Files::isDirectory).sorted().toList();
      if (books.isEmpty()) {
        throw Refusal.of(
            ExitCode.UNUSABLE_SNAPSHOT, PlanProblem.NO_BOOKS, "path", folder.toString());
      }
      return books;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
