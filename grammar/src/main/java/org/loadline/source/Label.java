package org.loadline.source;

/** A place that a diagnostic points at, with a few words on what is there; they may be empty. */
public record Label(Span span, String text) {
  public static Label at(Span span) {
    return new Label(span, "");
  }
}
