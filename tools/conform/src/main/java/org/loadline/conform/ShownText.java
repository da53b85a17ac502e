package org.loadline.conform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.core.ShownForm;
import org.loadline.core.ShownForm.Piece;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;
import org.loadline.values.Rounding;

/** Writes values as forms say. */
public final class ShownText {
  private ShownText() {}

  /** What the pieces of a form ask for. */
  public interface Shown {
    /** The value as a number, if it is one. */
    Optional<Exact> number();

    /** What stands in the document. */
    String raw();

    /** A field of the row, or of the row that it refers to. */
    String field(Piece.OfField piece);

    /** A fact of the row. */
    String fact(Piece.OfFact piece);

    /** What the rows are called whose number is one of those of the bits. */
    List<String> rows(Piece.Bits piece, BigInteger mask);
  }

  /** The text; empty if a number is to be written and the value is none. */
  public static Optional<String> of(ShownForm form, Shown shown) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : form.pieces()) {
      Optional<String> part =
          switch (piece) {
            case Piece.Words(String words) -> Optional.of(words);
            case Piece.Raw raw -> Optional.of(shown.raw());
            case Piece.Number number -> shown.number().map(value -> of(value, number));
            case Piece.OfField field -> Optional.of(shown.field(field));
            case Piece.OfFact fact -> Optional.of(shown.fact(fact));
            case Piece.Bits bits ->
                ReadingValues.number(shown.raw())
                    .filter(mask -> mask.isWhole() && mask.signum() >= 0)
                    .map(mask -> String.join(", ", shown.rows(bits, mask.numerator())));
          };
      if (part.isEmpty()) {
        return Optional.empty();
      }
      text.append(part.get());
    }
    return Optional.of(text.toString());
  }

  /** What stands in a document as a number. */
  public static Optional<Exact> number(String text) {
    return ReadingValues.number(text);
  }

  private static String of(Exact value, Piece.Number piece) {
    Exact one = Exact.of(BigDecimal.ONE.movePointLeft(piece.scale()));
    Exact number = value.times(one).minus(piece.less());
    return switch (piece.look()) {
      case NUMBER -> digits(number, piece.cut());
      case GROUPED -> grouped(digits(number, piece.cut()));
      case PERCENT -> digits(number.times(Exact.of(100)), piece.cut());
    };
  }

  /** What has more places than are shown is cut; what has fewer is shown as it is. */
  private static String digits(Exact number, OptionalInt cut) {
    boolean longer =
        cut.isPresent() && number.toDecimal().filter(d -> d.scale() <= cut.getAsInt()).isEmpty();
    return longer
        ? Rounding.TRUNCATE
            .roundToPlaces(number, cut.getAsInt())
            .toDecimal()
            .orElseThrow()
            .setScale(cut.getAsInt())
            .toPlainString()
        : NumberText.format(number);
  }

  private static String grouped(String digits) {
    int start = digits.startsWith("-") ? 1 : 0;
    int point = digits.indexOf('.');
    int end = point < 0 ? digits.length() : point;
    StringBuilder text = new StringBuilder(digits);
    for (int at = end - 3; at > start; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
