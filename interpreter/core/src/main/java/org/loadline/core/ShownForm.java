package org.loadline.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;

/** How a value is written for people: pieces of text one after another. */
public record ShownForm(String name, List<Piece> pieces) {
  public ShownForm {
    pieces = List.copyOf(pieces);
  }

  /** A part of the text. */
  public sealed interface Piece {
    /** These words. */
    record Words(String text) implements Piece {}

    /**
     * The value as a number, in a {@link Look}.
     *
     * <p>{@code scale} places of what stands there come after the point, {@code less} is taken off,
     * and what has more than {@code cut} places is cut there, toward zero.
     */
    record Number(Look look, int scale, Exact less, OptionalInt cut) implements Piece {}

    /** What stands in the document. */
    record Raw() implements Piece {}

    /** A field of the row, or of the row that it refers to. */
    record OfField(int field, Optional<Integer> part) implements Piece {}

    /** Another fact of the row. */
    record OfFact(Output fact) implements Piece {}

    /**
     * The rows of an entity whose number {@code place} is the place of a bit that is set in the
     * value, by their field {@code label}.
     */
    record Bits(EntityRef entity, int label, int place) implements Piece {}
  }

  /** How the digits of a number are written. */
  public enum Look {
    /** All digits. */
    NUMBER,
    /** All digits, with a comma before each three of the whole part. */
    GROUPED,
    /** A hundred times the number. */
    PERCENT
  }

  /** The facts that the pieces show besides the value. */
  Stream<Output> outputs() {
    return pieces.stream()
        .filter(Piece.OfFact.class::isInstance)
        .map(piece -> ((Piece.OfFact) piece).fact());
  }
}
