package org.loadline.mandate;

/**
 * One clause of an envelope, and whether a new policy is inside it.
 *
 * <p>{@code text} is the clause as it is written, or what it comes to; {@code says} one sentence
 * with the numbers, without a full stop.
 */
public record Clause(Kind kind, String text, Finding finding, String says) {
  /** What a clause is about. */
  public enum Kind {
    /** On which days the envelope holds. */
    VALIDITY("validity"),
    /** A param or a column that may change. */
    PERMISSION("may change"),
    /** A limit of the policy itself, which an envelope does not lift. */
    LIMIT("limit of the policy"),
    /** A change that nothing permits. */
    UNNAMED("not named"),
    /** A condition of the new policy. */
    REQUIREMENT("require");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What reports call it. */
    public String words() {
      return words;
    }
  }

  /** What a clause came to. */
  public enum Finding {
    INSIDE("inside"),
    OUTSIDE("outside"),
    /** Something is not known that it asks for, so nothing is shown. */
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
