package org.loadline.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A page in a file, which is whole or not there. */
final class PageFile {
  private PageFile() {}

  /** Writes a page in UTF-8 in place of what the file held; ends the command if it cannot. */
  static void write(Path file, String page) {
    Path absolute = file.toAbsolutePath();
    // Not a temporary file of the file system, which only its owner may read.
    Path part =
        absolute.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try {
        Files.writeString(part, page);
        move(part, absolute);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw Refusal.misuse(
          UseProblem.CANNOT_WRITE,
          "path",
          file.toString(),
          "reason",
          e instanceof AccessDeniedException ? "access is denied" : "the system refuses");
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
