package org.loadline.snapshot;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** What lies behind an exception of a library or the file system. */
final class Reasons {
  private Reasons() {}

  static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> kind) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return Optional.of(kind.cast(at));
      }
    }
    return Optional.empty();
  }

  /** Why a file cannot be read, in words that name no path of the machine. */
  static String of(IOException thrown) {
    return switch (thrown) {
      case AccessDeniedException denied -> "access is denied";
      case NoSuchFileException gone -> "it is no longer there";
      default -> "the file system reports an error";
    };
  }
}
