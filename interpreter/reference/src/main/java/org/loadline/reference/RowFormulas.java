package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.data.Column;
import org.loadline.data.Fault;
import org.loadline.data.FaultProblem;
import org.loadline.data.Snapshot;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * Aggregates and picks: every row that the filter keeps is worked out, in the order of identity,
 * and the first fault among them is theirs.
 */
final class RowFormulas {
  private final Formulas formulas;
  private final Evaluation evaluation;

  /** What one row gives: its value, and the weight where one is asked for. */
  record Contribution(List<Value> variables, Value value, Optional<Exact> weight) {}

  /** What all rows give, and the first fault among them with the variables it was met at. */
  record Contributions(List<Contribution> kept, Optional<Fault> fault, List<Value> metAt) {}

  RowFormulas(Formulas formulas, Evaluation evaluation) {
    this.formulas = formulas;
    this.evaluation = evaluation;
  }

  Value aggregate(Expr.Aggregate e, Frame frame) {
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
      if (e.greatest() ? order > 0 : order < 0) {
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

  private List<Value> elements(Rows rows, Frame frame) {
    return switch (rows) {
      case Rows.All(EntityRef entity) ->
          IntStream.range(0, evaluation.snapshot().rowCount(entity))
              .<Value>mapToObj(RowNumber::new)
              .toList();
      case Rows.Children(Expr parent, EntityRef child, int field) -> {
        int row = ((RowNumber) formulas.value(parent, frame)).index();
        Snapshot.RowRange children = evaluation.snapshot().children(child, field, row);
        yield IntStream.range(0, children.size())
            .<Value>mapToObj(i -> new RowNumber(children.row(i)))
            .toList();
      }
      case Rows.Members(var choice) ->
          IntStream.range(0, evaluation.program().choice(choice).members().size())
              .<Value>mapToObj(Member::new)
              .toList();
      case Rows.Window window -> window(window, frame);
    };
  }

  /** Where a point stands in time can be seen even if its value must not be used. */
  private List<Value> window(Rows.Window window, Frame frame) {
    List<Value> points = elements(window.points(), frame);
    Optional<Exact> from = window.from().map(e -> formulas.number(e, frame));
    Optional<Exact> until = window.until().map(e -> formulas.number(e, frame));
    Optional<Exact> last = window.last().map(e -> formulas.number(e, frame));
    Column times = times(window.points());
    List<Value> inside =
        points.stream()
            .filter(point -> from.isEmpty() || time(times, point).compareTo(from.get()) >= 0)
            .filter(
                point ->
                    until.isEmpty()
                        || time(times, point).compareTo(until.get()) < (window.before() ? 0 : 1))
            .toList();
    int size = inside.size();
    int kept = last.map(n -> whole(n.min(Exact.of(size)).max(Exact.ZERO))).orElse(size);
    int skipped = size - kept + (window.withoutFirst() ? 1 : 0);
    return inside.subList(Math.min(size, skipped), size);
  }

  private static int whole(Exact number) {
    return number.numerator().divide(number.denominator()).intValueExact();
  }

  private Column times(Rows points) {
    EntityRef series =
        switch (points) {
          case Rows.All(EntityRef entity) -> entity;
          case Rows.Children(Expr parent, EntityRef child, int field) -> child;
          case Rows.Members members -> throw new IllegalArgumentException("members have no time");
          case Rows.Window window -> throw new IllegalArgumentException("a window of a window");
        };
    int time = evaluation.program().entity(series).key().orElseThrow();
    return evaluation.snapshot().column(series, time, 0);
  }

  private static Exact time(Column times, Value point) {
    return (Exact) times.value(((RowNumber) point).index());
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
        for (Value element : elements(binder.rows(), frame)) {
          frame.set(binder.slot(), element);
          List<Value> longer = new ArrayList<>(variables);
          longer.add(element);
          step(binders.subList(1, binders.size()), longer, frame);
        }
      } catch (Failure failure) {
        if (fault.isEmpty()) {
          fault = Optional.of(failure.fault());
          metAt = List.copyOf(variables);
        }
      }
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
