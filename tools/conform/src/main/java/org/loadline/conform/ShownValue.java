package org.loadline.conform;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.loadline.core.ShownForm;
import org.loadline.data.Outcome;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** A value and the facts of its row, as pieces of a form ask for them. */
final class ShownValue implements ShownText.Shown {
  private final ResultTexts results;
  private final Type type;
  private final Value value;
  private final int row;
  private boolean faulted;

  ShownValue(ResultTexts results, Type type, Value value, int row) {
    this.results = results;
    this.type = type;
    this.value = value;
    this.row = row;
  }

  /** Whether a fact that was asked for is a fault. */
  boolean isFaulted() {
    return faulted;
  }

  @Override
  public Optional<Exact> number() {
    return value instanceof Exact number ? Optional.of(number) : ReadingValues.number(raw());
  }

  @Override
  public String raw() {
    return results.text(type, value);
  }

  @Override
  public String fact(ShownForm.Piece.OfFact piece) {
    return switch (results.column(piece.fact()).outcome(row)) {
      case Outcome.Known(Value known) -> results.text(piece.fact().type(), known);
      case Outcome.Faulted(var fault) -> {
        faulted = true;
        yield "a fault: " + fault.what().message();
      }
    };
  }

  @Override
  public String field(ShownForm.Piece.OfField piece) {
    throw new IllegalStateException("a field of a document in what is expected");
  }

  @Override
  public List<String> rows(ShownForm.Piece.Bits piece, BigInteger mask) {
    throw new IllegalStateException("rows of a document in what is expected");
  }
}
