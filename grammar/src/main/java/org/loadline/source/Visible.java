package org.loadline.source;

/**
 * Characters as they can be shown: what would hide, move the cursor, turn the text around or break
 * a document stands as a sign of its own.
 */
public final class Visible {
  private Visible() {}

  /** What is shown for a character. */
  public static String shown(int character) {
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

  /** A text in which every character shows; line ends and tabs stay. */
  public static String lines(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> shown.append(c == '\n' || c == '\t' ? Character.toString(c) : shown(c)));
    return shown.toString();
  }
}
