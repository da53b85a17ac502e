package org.loadline.engine.nodes;

/** What a cell or slot holds instead of a value, as small numbers. */
public final class Mark {
  public static final int PRESENT = 0;
  public static final int NONE = 1;
  public static final int UNLIMITED = 2;

  /** A fault, or a field that nobody gave. */
  public static final int FAULT = 3;

  /** In slots only: {@link Failure#OWN}. */
  public static final int OWN_FAILURE = 4;

  /** In columns only: a number that does not fit the column and is kept beside it. */
  public static final int BEYOND = 5;

  private Mark() {}
}
