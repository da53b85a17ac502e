package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.data.FaultProblem;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;
import org.loadline.values.Value;

/** Values that are carried on, turn by turn. */
final class FoldFormulas {
  private final Formulas formulas;
  private final Evaluation evaluation;
  private final Elements elements;

  /** The element of a turn, if it has one, and what is carried after it. */
  record Turn(Optional<Value> element, List<Value> carried) {}

  FoldFormulas(Formulas formulas, Evaluation evaluation, Elements elements) {
    this.formulas = formulas;
    this.evaluation = evaluation;
    this.elements = elements;
  }

  Value fold(Expr.Fold e, Frame frame) {
    return fold(e, frame, turn -> {});
  }

  /** The same; {@code told} hears of each turn. */
  Value fold(Expr.Fold e, Frame frame, Consumer<Turn> told) {
    List<Value> values = starts(e.carried(), frame);
    for (Value element : elements.of(e.binder().rows(), frame)) {
      frame.set(e.binder().slot(), element);
      if (e.filter().isPresent() && !formulas.holds(e.filter().get(), frame)) {
        continue;
      }
      carry(e.carried(), values, frame);
      if (e.goOn().isPresent() && !formulas.holds(e.goOn().get(), frame)) {
        break;
      }
      values = turn(e.carried(), e.parts(), frame);
      told.accept(new Turn(Optional.of(element), values));
    }
    return values.getFirst();
  }

  Value repeat(Expr.Repeat e, Frame frame) {
    return repeat(e, frame, turn -> {});
  }

  /** The same; {@code told} hears of each turn. */
  Value repeat(Expr.Repeat e, Frame frame, Consumer<Turn> told) {
    int most = times(e, frame);
    List<Value> values = starts(e.carried(), frame);
    for (int turn = 0; ; turn++) {
      carry(e.carried(), values, frame);
      if (!formulas.holds(e.goOn(), frame)) {
        return values.getFirst();
      }
      if (turn == most) {
        FaultWords words = evaluation.words();
        throw Failure.own(
            e,
            words.fault(
                words
                    .at(FaultProblem.REPEAT_NOT_DONE, e.span(), List.of())
                    .with("most", String.valueOf(most)),
                frame));
      }
      values = turn(e.carried(), e.parts(), frame);
      told.accept(new Turn(Optional.empty(), values));
    }
  }

  private int times(Expr.Repeat e, Frame frame) {
    Exact most = formulas.number(e.most(), frame);
    if (!most.isWhole() || most.signum() < 0 || most.compareTo(Exact.of(Rows.Numbers.MOST)) > 0) {
      FaultWords words = evaluation.words();
      throw Failure.passing(
          words.fault(
              words
                  .at(FaultProblem.TIMES_OUT_OF_RANGE, e.most().span(), List.of())
                  .with("times", NumberText.format(most))
                  .with("limit", String.valueOf(Rows.Numbers.MOST)),
              frame));
    }
    return most.intValueExact();
  }

  private List<Value> starts(List<Expr.Carried> carried, Frame frame) {
    List<Value> values = new ArrayList<>();
    carried.forEach(c -> values.add(formulas.value(c.start(), frame)));
    return values;
  }

  private static void carry(List<Expr.Carried> carried, List<Value> values, Frame frame) {
    for (int i = 0; i < carried.size(); i++) {
      frame.set(carried.get(i).slot(), values.get(i));
    }
  }

  /** All of the turn is worked out from what stood before it. */
  private List<Value> turn(List<Expr.Carried> carried, List<Expr.Part> parts, Frame frame) {
    for (Expr.Part part : parts) {
      frame.set(part.slot(), evaluation.outcome(part.value(), frame));
    }
    List<Value> next = new ArrayList<>();
    carried.forEach(c -> next.add(formulas.value(c.next(), frame)));
    return next;
  }
}
