package org.loadline.reference;

import java.util.List;
import java.util.Optional;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;
import org.loadline.model.Type;
import org.loadline.source.Span;

/**
 * How a value came to be: the formula, what it gave, and the derivations of what it read.
 *
 * <p>{@code label} is what is worked out, as people name it; {@code formula} the text of its
 * formula on one line, empty for what has none; {@code shown} the value with its unit, or the
 * sentence of the fault. {@code note} says what decided: the row of a table, the arm, the side of
 * an {@code else}. {@code omitted} counts parts that the limits left out.
 */
public record Derivation(
    Kind kind,
    String label,
    String formula,
    Span place,
    Type type,
    Optional<RowAt> row,
    Outcome outcome,
    String shown,
    String note,
    List<Derivation> parts,
    int omitted) {

  /** What is worked out. */
  public enum Kind {
    /** A formula that stands by itself. */
    FORMULA,
    FACT,
    /** A field of a row, or a column of a table. */
    INPUT,
    SYSTEM,
    PARAM,
    /** A variable or parameter. */
    VARIABLE,
    LOOKUP,
    /** A row found by its key. */
    KEYED_ROW,
    DECISION,
    ELSE,
    AGGREGATE,
    PICK,
    /** What is worked out in a supposed world. */
    GIVEN,
    SEARCH,
    /** Values carried on, turn by turn. */
    FOLD,
    /** What one row gives to an aggregate, or one slice to a marginal table. */
    CONTRIBUTION
  }

  /** How much is told: how many facts deep, and how many rows of an aggregate. */
  public record Limits(int facts, int rows) {
    /** What a person reads at once. */
    public static final Limits READABLE = new Limits(8, 10);

    Limits deeper() {
      return new Limits(facts - 1, rows);
    }
  }

  public Derivation {
    parts = List.copyOf(parts);
  }

  public boolean isFault() {
    return outcome instanceof Outcome.Faulted;
  }
}
