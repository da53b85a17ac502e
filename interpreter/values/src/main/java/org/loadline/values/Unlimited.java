package org.loadline.values;

/** The quantity above every number: it compares and is passed on, and takes no arithmetic. */
public enum Unlimited implements Value {
  INSTANCE;

  /** Returns the word an author writes. */
  @Override
  public String toString() {
    return "unlimited";
  }
}
