package org.loadline.bound;

import java.util.Optional;
import org.loadline.model.Type;
import org.loadline.model.Type.Quantity;
import org.loadline.model.Unit;
import org.loadline.source.DiagnosticSink;
import org.loadline.values.None;
import org.loadline.values.Unlimited;

/** Puts a constant into a place whose type is known. */
final class Fitting {
  private final DiagnosticSink sink;

  Fitting(DiagnosticSink sink) {
    this.sink = sink;
  }

  /**
   * The constant with the wanted type; a bare number takes its unit, but for time: 3 could be days.
   */
  Optional<Constant> fit(Constant constant, Type wanted) {
    if (fits(constant, wanted)) {
      return Optional.of(new Constant(wanted, constant.value(), false, constant.span()));
    }
    boolean howLong =
        constant.bare()
            && wanted.present() instanceof Quantity quantity
            && quantity.unit().equals(Unit.TIME);
    new Saying(sink, DeclarationProblem.OTHER_TYPE, constant.span())
        .with("text", Excerpt.of(constant.span()))
        .with("found", TypeWords.of(constant.type()))
        .with("wanted", TypeWords.of(wanted.present()))
        .hint(
            howLong
                ? "Write its unit, such as `{text} days`."
                : DeclarationProblem.OTHER_TYPE.hint())
        .send();
    return Optional.empty();
  }

  private static boolean fits(Constant constant, Type wanted) {
    if (constant.value() == None.INSTANCE) {
      return wanted.isOptional();
    }
    Type present = wanted.present();
    if (present instanceof Quantity quantity) {
      if (constant.value() == Unlimited.INSTANCE) {
        return quantity.orUnlimited();
      }
      return constant.isNumber()
          && (constant.unit().equals(quantity.unit()) || takesUnit(constant, quantity));
    }
    return constant.type().equals(present);
  }

  private static boolean takesUnit(Constant constant, Quantity quantity) {
    return constant.bare() && (constant.isZero() || !quantity.unit().equals(Unit.TIME));
  }

  /** Whether a constant may stand where {@code count} is written. */
  boolean isCount(Constant constant) {
    boolean count =
        !constant.isNumber() || (constant.exact().isWhole() && constant.exact().signum() >= 0);
    if (!count) {
      new Saying(sink, DeclarationProblem.NOT_A_COUNT, constant.span())
          .with("text", Excerpt.of(constant.span()))
          .send();
    }
    return count;
  }
}
