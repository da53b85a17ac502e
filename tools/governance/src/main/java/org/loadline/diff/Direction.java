package org.loadline.diff;

/** Whether a change makes a policy tighter for those whom it governs. */
public enum Direction {
  TIGHTENS("tightens"),
  LOOSENS("loosens"),
  /** It changes none of what the policy declares as requirement or allowance. */
  NEUTRAL("neutral"),
  /** It does either, for one or another row, or which of them is not known before a run. */
  UNKNOWN("unknown");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  /** The word that reports use. */
  public String word() {
    return word;
  }
}
