package org.loadline.syntax;

/** The text of the {@code ///} lines above a definition, joined by line breaks; empty if none. */
public record Doc(String text) {
  public static final Doc NONE = new Doc("");
}
