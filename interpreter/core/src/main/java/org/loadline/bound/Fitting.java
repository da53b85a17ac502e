package org.loadline.bound;

import java.util.Optional;
import org.loadline.model.Type;
import org.loadline.model.Type.Quantity;
import org.loadline.source.DiagnosticSink;
import org.loadline.values.None;
import org.loadline.values.Unlimited;

/** Puts a constant into a place whose type is known. */
final class Fitting {
  private final DiagnosticSink sink;

  Fitting(DiagnosticSink sink) {
    this.sink = sink;
  }

  /** The constant with the wanted type; a bare number takes its unit. */
  Optional<Constant> fit(Constant constant, Type wanted) {
    if (fits(constant, wanted)) {
      return Optional.of(new Constant(wanted, constant.value(), false, constant.span()));
    }
    new Saying(sink, DeclarationProblem.OTHER_TYPE, constant.span())
        .with("text", Excerpt.of(constant.span()))
        .with("found", TypeWords.of(constant.type()))
        .with("wanted", TypeWords.of(wanted))
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
      return constant.isNumber() && (constant.bare() || constant.unit().equals(quantity.unit()));
    }
    return constant.type().equals(present);
  }
}
