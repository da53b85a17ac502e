package org.loadline.core;

/** A reference to a waterfall of a {@link Program}, by its place there; the name is for people. */
public record WaterfallRef(int index, String name) {
  @Override
  public String toString() {
    return name;
  }
}
