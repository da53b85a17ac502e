package org.loadline.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Writes a file whole or not at all: who reads it meanwhile sees the old text or the new one. */
final class WholeFile {
  private WholeFile() {}

  /** Gives a file that is there another text; its permissions stay, and so do links to it. */
  static void replace(Path file, String text) {
    try {
      exchange(file, text);
    } catch (IOException e) {
      throw refused(UseProblem.NOT_REPLACED, file, e);
    }
  }

  /** Gives a file that text, whether it is there or not. */
  static void write(Path file, String text) {
    try {
      put(file, text);
    } catch (IOException e) {
      throw refused(UseProblem.CANNOT_WRITE, file, e);
    }
  }

  /** The same for those who say themselves why it cannot be done. */
  static void put(Path file, String text) throws IOException {
    if (Files.exists(file)) {
      exchange(file, text);
      return;
    }
    // Not a temporary file of the file system, which only its owner may read.
    Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.writeString(beside, text, StandardOpenOption.CREATE_NEW);
      move(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void exchange(Path named, String text) throws IOException {
    Path file = named.toRealPath();
    Path beside = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".tmp");
    try {
      Files.writeString(beside, text);
      copyPermissions(file, beside);
      move(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static Refusal refused(UseProblem problem, Path file, IOException why) {
    return Refusal.misuse(
        problem,
        "path",
        file.toString(),
        "reason",
        why instanceof AccessDeniedException ? "access is denied" : "the system refuses");
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    var given = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    var mine = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (given != null && mine != null) {
      mine.setPermissions(given.readAttributes().permissions());
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unable) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
