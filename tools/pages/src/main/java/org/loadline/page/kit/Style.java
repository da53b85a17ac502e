package org.loadline.page.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheet: the colours, then {@code page.css}. */
final class Style {
  private Style() {}

  /** Free of characters that would be escaped, since browsers do not undo that in a style. */
  static String sheet() {
    String sheet = variables() + rules();
    if (sheet.chars().anyMatch(c -> "&<>\"'".indexOf(c) >= 0)) {
      throw new IllegalStateException("a style sheet must do without markup and quotes");
    }
    return sheet;
  }

  private static String variables() {
    return "\n:root { "
        + Palette.lightVariables()
        + " }\n@media (prefers-color-scheme: dark) { :root { "
        + Palette.darkVariables()
        + " } }\n@media print { :root { "
        + Palette.lightVariables()
        + " } }\n";
  }

  private static String rules() {
    try (InputStream in = Objects.requireNonNull(Style.class.getResourceAsStream("page.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
