package org.loadline.snapshot;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with the files of a snapshot, at one place.
 *
 * <p>{@code value} is what stands there, shortened; it may be empty. With {@code stops} there is no
 * snapshot; without, one cell is unreadable and all else runs.
 */
public record DataProblem(
    String code, boolean stops, Place place, String value, String message, String hint) {

  private static final int MOST_SHOWN = 60;
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)\\}");

  /** As people read it, in up to three lines without a last line break. */
  public String text() {
    String said = code + ": " + message + "\n  " + place;
    return hint.isEmpty() ? said : said + "\n  Hint: " + hint;
  }

  /** Text of a file, short enough for a sentence and with nothing that breaks a line. */
  static String shown(String text) {
    int length = text.codePointCount(0, text.length());
    String some =
        length <= MOST_SHOWN
            ? text
            : text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN - 20))
                + "… ("
                + length
                + " characters)";
    StringBuilder shown = new StringBuilder();
    some.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> {
                  if (Character.isISOControl(c) || isUnseen(c)) {
                    shown.append(String.format("\\u%04x", c));
                  } else {
                    shown.appendCodePoint(c);
                  }
                }
              }
            });
    return shown.toString();
  }

  /** Characters that would not be seen, or would turn the line around. */
  private static boolean isUnseen(int character) {
    return Character.getType(character) == Character.FORMAT || character == 0xA0;
  }

  /** Prose with its names filled in, in one pass: text of a file may hold anything. */
  static String filled(String template, Map<String, String> values) {
    return NAME.matcher(template)
        .replaceAll(
            name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
  }
}
