package org.loadline.syntax;

import java.util.Optional;
import org.loadline.source.Span;

/**
 * {@code holds floor 0}, {@code owes}, {@code floor none}: what a waterfall may do with an input.
 *
 * <p>{@code floor} is {@code none} where no floor is said; a written {@code floor none} is {@link
 * Floor.Open}.
 */
public record Bucket(Optional<Side> side, Optional<Floor> floor, Span span) {

  /** Which side of the books an input is on. */
  public enum Side {
    HOLDS,
    OWES
  }

  /** How low an input may fall. */
  public sealed interface Floor {
    Span span();

    /** {@code floor none}: without end. */
    record Open(Span span) implements Floor {}

    /** {@code floor -100}. */
    record At(Expression lowest, Span span) implements Floor {}
  }
}
