package org.loadline.cli.render;

/** The colours of a terminal, or none. */
public enum Ink {
  PLAIN,
  COLOURED;

  public String error(String text) {
    return paint("1;31", text);
  }

  public String warning(String text) {
    return paint("1;33", text);
  }

  /** For a gap in the data, which is nobody's mistake in the policy. */
  public String data(String text) {
    return paint("1;35", text);
  }

  public String good(String text) {
    return paint("32", text);
  }

  public String strong(String text) {
    return paint("1", text);
  }

  public String hint(String text) {
    return paint("36", text);
  }

  public String faint(String text) {
    return paint("2", text);
  }

  /** A text without the colours that it was given. */
  public static String without(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  private String paint(String code, String text) {
    return switch (this) {
      case PLAIN -> text;
      case COLOURED -> text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    };
  }
}
