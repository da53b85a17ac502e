package org.loadline.reference;

import java.math.BigInteger;
import java.util.List;
import org.loadline.core.Expr;
import org.loadline.data.FaultProblem;
import org.loadline.data.SearchBeyondLimit;
import org.loadline.source.TextBrackets;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** Searches: every point is tried, from the end where the search begins. */
final class SearchFormulas {
  private final Formulas formulas;
  private final FaultWords words;
  private final Meter meter;

  SearchFormulas(Formulas formulas, FaultWords words, Meter meter) {
    this.formulas = formulas;
    this.words = words;
    this.meter = meter;
  }

  Value search(Expr.Search e, Frame frame) {
    Exact from = formulas.number(e.from(), frame);
    Exact to = formulas.number(e.to(), frame);
    Exact step = formulas.number(e.step(), frame);
    if (step.signum() <= 0) {
      throw Failure.passing(
          words.fault(
              words
                  .at(
                      FaultProblem.SEARCH_STEP_NOT_POSITIVE,
                      e.step().span(),
                      List.of(FaultWords.Part.of(e.step(), step)))
                  .with("step", words.shown(e.step().type(), step)),
              frame));
    }
    BigInteger steps = floor(to.minus(from).dividedBy(step));
    BigInteger most = BigInteger.valueOf(meter.tries());
    for (BigInteger at = BigInteger.ZERO; at.compareTo(steps) <= 0; at = at.add(BigInteger.ONE)) {
      if (at.compareTo(most) >= 0) {
        throw new SearchBeyondLimit(e.span(), meter.tries());
      }
      BigInteger place = e.last() ? steps.subtract(at) : at;
      Exact point = from.plus(step.times(Exact.of(place)));
      frame.set(e.slot(), point);
      if (formulas.holds(e.condition(), frame)) {
        return point;
      }
    }
    throw Failure.own(
        e,
        words.fault(
            words
                .at(FaultProblem.NOTHING_FOUND, e.span(), List.of())
                .with("formula", TextBrackets.text(e.condition().span()))
                .with("variable", e.name())
                .with("from", words.shown(e.type(), from))
                .with("to", words.shown(e.type(), to))
                .with("step", words.shown(e.type(), step)),
            frame));
  }

  private static BigInteger floor(Exact number) {
    BigInteger[] parts = number.numerator().divideAndRemainder(number.denominator());
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }
}
