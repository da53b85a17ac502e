package org.loadline.values;

/** The absence of an optional value. */
public enum None implements Value {
  INSTANCE;

  /** Returns the word an author writes. */
  @Override
  public String toString() {
    return "none";
  }
}
