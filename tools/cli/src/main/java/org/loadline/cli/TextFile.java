package org.loadline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small files that are read whole. */
final class TextFile {
  private TextFile() {}

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException gone) {
      throw Refusal.misuse(UseProblem.NO_SUCH_PATH, "path", path.toString());
    } catch (IOException unreadable) {
      String problem =
          unreadable instanceof java.nio.charset.CharacterCodingException
              ? "it is no UTF-8 text"
              : "the system refuses";
      throw Refusal.misuse(MandateUse.UNREADABLE, "path", path.toString(), "problem", problem);
    }
  }
}
