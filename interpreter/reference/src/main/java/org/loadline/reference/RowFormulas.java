package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.data.Fault;
import org.loadline.data.FaultProblem;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * Aggregates and picks: every row that the filter keeps is worked out, in the order of identity,
 * and the first fault among them is theirs.
 */
final class RowFormulas {
  private final Formulas formulas;
  private final Evaluation evaluation;
  private final Elements elements;

  /** What one row gives: its value, and the weight where one is asked for. */
  record Contribution(List<Value> variables, Value value, Optional<Exact> weight) {}

  /** What all rows give, and the first fault among them with the variables it was met at. */
  record Contributions(List<Contribution> kept, Optional<Fault> fault, List<Value> metAt) {}

  RowFormulas(Formulas formulas, Evaluation evaluation, Elements elements) {
    this.formulas = formulas;
    this.evaluation = evaluation;
    this.elements = elements;
  }

  Value aggregate(Expr.Aggregate e, Frame frame) {
    Optional<Value> kept = evaluation.total(e, frame);
    if (kept.isPresent()) {
      return kept.get();
    }
    List<Contribution> rows = sound(contributions(e, frame));
    List<Value> values = rows.stream().map(Contribution::value).toList();
    return switch (e.kind()) {
      case SUM -> limited(e, frame, sum(values));
      case COUNT -> Exact.of(rows.size());
      case ANY -> Flag.of(values.contains(Flag.TRUE));
      case ALL -> Flag.of(!values.contains(Flag.FALSE));
      case MIN -> values.stream().reduce(Ranking::least).orElseThrow(() -> noRows(e, frame));
      case MAX -> values.stream().reduce(Ranking::greatest).orElseThrow(() -> noRows(e, frame));
      case MEAN -> {
        if (rows.isEmpty()) {
          throw noRows(e, frame);
        }
        yield limited(e, frame, sum(values).dividedBy(Exact.of(rows.size())));
      }
      case WEIGHTED_MEAN -> weightedMean(e, frame, rows);
    };
  }

  private Value weightedMean(Expr.Aggregate e, Frame frame, List<Contribution> rows) {
    if (rows.isEmpty()) {
      throw noRows(e, frame);
    }
    Exact weight = Exact.ZERO;
    Exact sum = Exact.ZERO;
    for (Contribution row : rows) {
      Exact share = row.weight().orElseThrow();
      weight = weight.plus(share);
      sum = sum.plus(((Exact) row.value()).times(share));
    }
    if (weight.signum() == 0) {
      FaultWords words = evaluation.words();
      throw Failure.own(
          e, words.fault(words.at(FaultProblem.NO_WEIGHT, e.span(), List.of()), frame));
    }
    return limited(e, frame, sum.dividedBy(weight));
  }

  Value pick(Expr.Pick e, Frame frame) {
    List<Contribution> rows = sound(candidates(e, frame));
    if (rows.isEmpty()) {
      throw noRows(e, frame);
    }
    Contribution best = rows.getFirst();
    for (Contribution row : rows) {
      int order = Ranking.compare(row.value(), best.value());
      boolean first = order == 0 && Walk.comesBefore(row.variables(), best.variables());
      if (first || (e.greatest() ? order > 0 : order < 0)) {
        best = row;
      }
    }
    return best.variables().getFirst();
  }

  Contributions contributions(Expr.Aggregate e, Frame frame) {
    return new Walk(e.filter(), e.body(), e.weight()).over(e.binders(), frame);
  }

  Contributions candidates(Expr.Pick e, Frame frame) {
    return new Walk(e.filter(), e.measure(), Optional.empty()).over(List.of(e.binder()), frame);
  }

  private static List<Contribution> sound(Contributions contributions) {
    if (contributions.fault().isPresent()) {
      throw Failure.passing(contributions.fault().get());
    }
    return contributions.kept();
  }

  private static Exact sum(List<Value> values) {
    return values.stream().map(value -> (Exact) value).reduce(Exact.ZERO, Exact::plus);
  }

  private Exact limited(Expr e, Frame frame, Exact result) {
    return NumberFormulas.limited(e, frame, result, evaluation.words());
  }

  private Failure noRows(Expr e, Frame frame) {
    FaultWords words = evaluation.words();
    return Failure.own(e, words.fault(words.at(FaultProblem.NO_ROWS, e.span(), List.of()), frame));
  }

  /** {@code first} and {@code last}. */
  Value end(Expr.End e, Frame frame) {
    List<Value> all = elements.of(e.rows(), frame);
    if (all.isEmpty()) {
      throw noRows(e, frame);
    }
    return e.last() ? all.getLast() : all.getFirst();
  }

  Value place(Expr.Place e, Frame frame) {
    Value element = formulas.value(e.element(), frame);
    int place = elements.of(e.rows(), frame).indexOf(element);
    if (place < 0) {
      FaultWords words = evaluation.words();
      throw Failure.own(
          e,
          words.fault(
              words
                  .at(FaultProblem.NOT_AMONG, e.span(), List.of())
                  .with("element", words.shown(e.element().type(), element)),
              frame));
    }
    return Exact.of(place + 1);
  }

  /** What a collection holds, in its order. */
  List<Value> elements(Rows rows, Frame frame) {
    return elements.of(rows, frame);
  }

  /** Takes the variables through all their values and collects what the rows give. */
  private final class Walk {
    private final Optional<Expr> filter;
    private final Expr body;
    private final Optional<Expr> weight;
    private final List<Contribution> kept = new ArrayList<>();
    private Optional<Fault> fault = Optional.empty();
    private List<Value> metAt = List.of();

    Walk(Optional<Expr> filter, Expr body, Optional<Expr> weight) {
      this.filter = filter;
      this.body = body;
      this.weight = weight;
    }

    Contributions over(List<Expr.Binder> binders, Frame frame) {
      step(binders, List.of(), frame);
      return new Contributions(List.copyOf(kept), fault, metAt);
    }

    private void step(List<Expr.Binder> binders, List<Value> variables, Frame frame) {
      try {
        if (binders.isEmpty()) {
          keep(variables, frame);
          return;
        }
        Expr.Binder binder = binders.getFirst();
        for (Value element : elements.of(binder.rows(), frame)) {
          frame.set(binder.slot(), element);
          List<Value> longer = new ArrayList<>(variables);
          longer.add(element);
          step(binders.subList(1, binders.size()), longer, frame);
        }
      } catch (Failure failure) {
        if (fault.isEmpty() || comesBefore(variables, metAt)) {
          fault = Optional.of(failure.fault());
          metAt = List.copyOf(variables);
        }
      }
    }

    /** Elements of an order come as it says; of two faults, the first in identity order counts. */
    private static boolean comesBefore(List<Value> these, List<Value> those) {
      for (int i = 0; i < Math.min(these.size(), those.size()); i++) {
        if (these.get(i) instanceof RowNumber(int a) && those.get(i) instanceof RowNumber(int b)) {
          if (a != b) {
            return a < b;
          }
        } else if (!these.get(i).equals(those.get(i))) {
          return false;
        }
      }
      return false;
    }

    private void keep(List<Value> variables, Frame frame) {
      if (filter.isEmpty() || formulas.holds(filter.get(), frame)) {
        Value value = formulas.value(body, frame);
        Optional<Exact> share = weight.map(expr -> formulas.number(expr, frame));
        kept.add(new Contribution(variables, value, share));
      }
    }
  }
}
