package org.loadline.mandate;

/**
 * What one limit says of a change.
 *
 * <p>{@code limit} is the limit as a policy writes it, {@code says} one sentence with the numbers,
 * without a full stop.
 */
public record Reason(Kind kind, Finding finding, String limit, String says) {
  /** Which limit it is. */
  public enum Kind {
    WITHIN,
    AT_MOST,
    CLOCK,
    NEVER_TO_ZERO,
    TOGETHER
  }

  /** What it came to. */
  public enum Finding {
    KEPT("kept"),
    BROKEN("broken"),
    /** Nothing is known that it could be held against. */
    UNCHECKED("not checked");

    private final String word;

    Finding(String word) {
      this.word = word;
    }

    /** The word that reports use. */
    public String word() {
      return word;
    }
  }

  @Override
  public String toString() {
    return finding == Finding.UNCHECKED
        ? "`" + limit + "` not checked: " + says
        : says + ": `" + limit + "`" + (finding == Finding.KEPT ? " is kept" : " is broken");
  }
}
