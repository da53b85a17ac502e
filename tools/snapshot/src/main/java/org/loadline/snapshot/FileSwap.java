package org.loadline.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files that are made under other names and take their own when all of them are whole. */
final class FileSwap implements AutoCloseable {
  private final Path folder;
  private final Map<Path, Path> made = new LinkedHashMap<>();

  FileSwap(Path folder) {
    this.folder = folder;
  }

  OutputStream open(String name) throws IOException {
    // Not a temporary file of the file system, which only its owner may read.
    Path temporary = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
    made.put(folder.resolve(name), temporary);
    return Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW);
  }

  /** Puts every file in its place. */
  List<Path> commit() throws IOException {
    List<Path> files = new ArrayList<>(made.keySet());
    for (Path file : files) {
      Path temporary = made.get(file);
      if (temporary != null) {
        move(temporary, file);
        made.remove(file);
      }
    }
    return files;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException noSuchMove) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes what was not put in its place. */
  @Override
  public void close() throws IOException {
    for (Path temporary : made.values()) {
      Files.deleteIfExists(temporary);
    }
  }
}
