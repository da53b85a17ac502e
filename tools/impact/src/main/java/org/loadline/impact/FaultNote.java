package org.loadline.impact;

import java.util.List;
import org.loadline.source.Diagnostic;

/**
 * A fault of one policy, told once for all values that have it for one reason at one place.
 *
 * <p>{@code rows} counts the rows that come to it; {@code first} are some of them.
 */
public record FaultNote(Policy policy, String fact, Diagnostic what, int rows, List<String> first) {
  /** Whose fault it is. */
  public enum Policy {
    OLD("old"),
    NEW("new");

    private final String word;

    Policy(String word) {
      this.word = word;
    }

    /** The word that reports use. */
    public String word() {
      return word;
    }
  }

  public FaultNote {
    first = List.copyOf(first);
  }
}
