package org.loadline.cli.render;

import org.loadline.source.Visible;

/**
 * Characters as a terminal shows them: how many columns each takes, and something visible in place
 * of what would move the cursor or turn the text around.
 */
public final class Glyphs {
  private static final int TAB = 4;

  /** First and last of the ranges that take two columns. */
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x2e80, 0x303e},
    {0x3041, 0xa4cf},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff},
    {0x1f900, 0x1f9ff},
    {0x20000, 0x3fffd},
  };

  private Glyphs() {}

  /** What is shown for a character that stands at a column, counted from 0. */
  static String shown(int character, int column) {
    if (character == '\t') {
      return " ".repeat(TAB - column % TAB);
    }
    return Visible.shown(character);
  }

  /** The columns that a text takes that {@link #shown} or {@link #line} has made. */
  public static int width(String shown) {
    return shown.codePoints().map(Glyphs::width).sum();
  }

  /** A text on one line: breaks become blanks, and nothing moves the cursor. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : c)
        .forEach(c -> line.append(shown(c, 0)));
    return line.toString();
  }

  /** A text on one line of at most so many characters; what is left out of its middle shows. */
  public static String line(String text, int most) {
    if (text.length() <= most) {
      return line(text);
    }
    int half = (most - 1) / 2;
    return line(text.substring(0, half)) + "…" + line(text.substring(text.length() - half));
  }

  private static int width(int character) {
    switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
        return 0;
      }
      default -> {}
    }
    for (int[] range : WIDE) {
      if (character >= range[0] && character <= range[1]) {
        return 2;
      }
    }
    return 1;
  }
}
