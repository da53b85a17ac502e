package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.Expr;
import org.loadline.core.StepSize;
import org.loadline.data.FaultProblem;
import org.loadline.model.Type;
import org.loadline.source.Diagnostic;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;
import org.loadline.values.Rounding;
import org.loadline.values.Value;

/** Rounding words: once, from the exact value or the exact square root. */
final class RoundingFormulas {
  private static final Exact LEAST_PLACES = Exact.of(-64);
  private static final Exact MOST_PLACES = Exact.of(Exact.MAX_PLACES);

  private final Formulas formulas;
  private final FaultWords words;

  RoundingFormulas(Formulas formulas, FaultWords words) {
    this.formulas = formulas;
    this.words = words;
  }

  Value round(Expr.Round e, Frame frame) {
    return switch (e.operand()) {
      case Expr.SquareRoot root -> {
        Exact radicand = radicand(root, frame);
        yield limited(e, frame, Rounding.sqrt(radicand, step(e, frame), e.rounding()));
      }
      case Expr operand -> {
        Exact value = formulas.number(operand, frame);
        yield limited(e, frame, e.rounding().round(value, step(e, frame)));
      }
    };
  }

  private Exact radicand(Expr.SquareRoot root, Frame frame) {
    Exact radicand = formulas.number(root.operand(), frame);
    if (radicand.signum() < 0) {
      List<FaultWords.Part> parts = List.of(FaultWords.Part.of(root.operand(), radicand));
      throw Failure.own(
          root,
          words.fault(words.at(FaultProblem.SQUARE_ROOT_BELOW_ZERO, root.span(), parts), frame));
    }
    return radicand;
  }

  /** The step that a formula rounds to. */
  Exact step(Expr.Round e, Frame frame) {
    return switch (e.step()) {
      case StepSize.Whole whole -> Exact.ONE;
      case StepSize.MultipleOf(Expr size, Span span) -> {
        Exact step = formulas.number(size, frame);
        if (step.signum() <= 0) {
          throw refuse(e, frame, size, step, FaultProblem.STEP_NOT_POSITIVE, "step");
        }
        yield step;
      }
      case StepSize.Places(Expr count, Span span) -> {
        Exact places = formulas.number(count, frame);
        boolean counts =
            places.isWhole()
                && places.compareTo(LEAST_PLACES) >= 0
                && places.compareTo(MOST_PLACES) <= 0;
        if (!counts) {
          throw refuse(e, frame, count, places, FaultProblem.PLACES_OUT_OF_RANGE, "places");
        }
        yield Exact.of(10).power(-places.intValueExact());
      }
    };
  }

  private Failure refuse(
      Expr.Round e, Frame frame, Expr part, Exact value, FaultProblem code, String name) {
    List<FaultWords.Part> parts = new ArrayList<>();
    parts.add(FaultWords.Part.of(part, value));
    String shown =
        part.type() instanceof Type.Quantity
            ? words.shown(part.type(), value)
            : NumberText.format(value);
    Diagnostic.Builder said = words.at(code, e.span(), parts).with(name, shown);
    return Failure.passing(words.fault(said, frame));
  }

  private Exact limited(Expr e, Frame frame, Exact result) {
    return NumberFormulas.limited(e, frame, result, words);
  }
}
