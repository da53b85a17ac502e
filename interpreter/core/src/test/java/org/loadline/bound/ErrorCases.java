package org.loadline.bound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Policies that are wrong, with everything that is said about them.
 *
 * <p>A case begins with {@code === its title}; {@code ---} stands between the policy and what is
 * said: code, line and column, message, and on the next line the hint.
 */
record ErrorCases(String file, String title, String policy, String said) {
  static List<ErrorCases> all() {
    return List.of("names.cases", "declarations.cases", "tables.cases").stream()
        .flatMap(file -> of(file).stream())
        .toList();
  }

  private static List<ErrorCases> of(String file) {
    return Arrays.stream(text(file).split("(?m)^=== "))
        .filter(section -> !section.isBlank())
        .map(section -> read(file, section))
        .toList();
  }

  private static ErrorCases read(String file, String section) {
    int line = section.indexOf('\n');
    String[] parts = section.substring(line + 1).split("(?m)^---\n");
    return new ErrorCases(file, section.substring(0, line), parts[0], parts[1]);
  }

  private static String text(String file) {
    try (InputStream stream = ErrorCases.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String toString() {
    return file + ": " + title;
  }
}
