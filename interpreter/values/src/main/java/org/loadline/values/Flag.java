package org.loadline.values;

/** A truth value. */
public record Flag(boolean value) implements Value {
  public static final Flag TRUE = new Flag(true);
  public static final Flag FALSE = new Flag(false);

  /** Returns the shared flag for a truth value. */
  public static Flag of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Returns the word an author writes. */
  @Override
  public String toString() {
    return value ? "true" : "false";
  }
}
