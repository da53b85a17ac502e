package org.loadline.evidence;

/**
 * One thing that was checked of a document: what, whether it holds, and one sentence without a full
 * stop.
 */
public record Check(String what, Finding finding, String says) {
  /** What a check came to. */
  public enum Finding {
    HOLDS("holds"),
    BROKEN("broken"),
    /** What it needs was not given. */
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
}
