package org.loadline.mandate;

/** What becomes of a change. */
public enum Verdict {
  ALLOWED("allowed"),
  /** It takes effect only in part. */
  CLIPPED("clipped"),
  REFUSED("refused");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** The word that reports use. */
  public String word() {
    return word;
  }
}
