package org.loadline.page.kit;

/**
 * Text in which every character shows: what would hide, turn the text around or break a document
 * stands as a sign of its own.
 */
final class Visible {
  private Visible() {}

  /** Keeps line ends and tabs. */
  static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> shown.append(of(c)));
    return shown.toString();
  }

  private static String of(int character) {
    if (character == '\n' || character == '\t') {
      return Character.toString(character);
    }
    if (character < 0x20) {
      return Character.toString(0x2400 + character);
    }
    if (character == 0x7f) {
      return "\u2421";
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "\ufffd";
      default -> Character.toString(character);
    };
  }
}
