package org.loadline.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.loadline.core.Expr;
import org.loadline.core.FactRef;
import org.loadline.core.Rows;
import org.loadline.data.Fault;
import org.loadline.data.FaultProblem;
import org.loadline.data.RowAdded;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.model.EntityRef;
import org.loadline.source.Diagnostic;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.Member;
import org.loadline.values.NumberText;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/** The elements of collections, each in its order. */
final class Elements {
  private static final int WHOLE = -1;

  private final Formulas formulas;
  private final Evaluation evaluation;

  /** The orders that blocks of facts say, by the row whose children they rank. */
  private final Map<Rows.Ordered, Map<Integer, Ranked>> known = new IdentityHashMap<>();

  /** Elements in order, and the place of each; or the fault that stands in the way. */
  private record Ranked(List<Value> all, Map<Value, Integer> places, Optional<Stopped> stopped) {}

  /** A fault, and the formula that asked first. */
  private record Stopped(Fault fault, Optional<FactRef> by, Optional<RowAt> at) {
    /** The fault as it is for another who asks: what is its own is said of it. */
    Fault of(Frame frame) {
      boolean own = fault.definition().equals(by) && fault.row().equals(at);
      return own ? new Fault(fault.what(), frame.definition(), frame.row()) : fault;
    }
  }

  /** An element and the values that it is ranked by. */
  private record Keyed(Value element, int place, List<Value> keys) {}

  Elements(Formulas formulas, Evaluation evaluation) {
    this.formulas = formulas;
    this.evaluation = evaluation;
  }

  /** Orders that are known are so no more. */
  void forget() {
    known.clear();
  }

  List<Value> of(Rows rows, Frame frame) {
    return switch (rows) {
      case Rows.All(EntityRef entity) ->
          RowAdded.order(evaluation.snapshot(), entity).stream()
              .<Value>map(RowNumber::new)
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
      case Rows.Window window ->
          new Windows(formulas, evaluation).of(window, of(window.points(), frame), frame);
      case Rows.Numbers numbers -> numbers(numbers, frame);
      case Rows.Ordered ordered -> ordered(ordered, frame);
      case Rows.Before before -> before(before, frame);
    };
  }

  private List<Value> numbers(Rows.Numbers e, Frame frame) {
    Exact from = formulas.number(e.from(), frame);
    Exact to = formulas.number(e.to(), frame);
    if (!from.isWhole() || !to.isWhole()) {
      throw Failure.passing(wrong(FaultProblem.NUMBERS_NOT_WHOLE, e, from, to, frame));
    }
    if (to.minus(from).compareTo(Exact.of(Rows.Numbers.MOST)) >= 0) {
      throw Failure.passing(wrong(FaultProblem.TOO_MANY_NUMBERS, e, from, to, frame));
    }
    int count = Math.max(0, to.minus(from).intValueExact() + 1);
    return LongStream.range(0, count).<Value>mapToObj(i -> from.plus(Exact.of(i))).toList();
  }

  private Fault wrong(FaultProblem problem, Rows.Numbers e, Exact from, Exact to, Frame frame) {
    FaultWords words = evaluation.words();
    Span span = e.from().span().to(e.to().span());
    Diagnostic.Builder said =
        words
            .at(problem, span, List.of())
            .with("from", NumberText.format(from))
            .with("to", NumberText.format(to))
            .with("limit", String.valueOf(Rows.Numbers.MOST));
    return words.fault(said, frame);
  }

  private List<Value> ordered(Rows.Ordered e, Frame frame) {
    long most = e.most().map(m -> count(m, frame)).orElse(Long.MAX_VALUE);
    return sorted(e, frame).stream().limit(most).toList();
  }

  private long count(Expr most, Frame frame) {
    Exact count = formulas.number(most, frame);
    if (!count.isWhole() || count.signum() < 0) {
      FaultWords words = evaluation.words();
      throw Failure.passing(
          words.fault(
              words
                  .at(FaultProblem.TAKE_OUT_OF_RANGE, most.span(), List.of())
                  .with("count", NumberText.format(count)),
              frame));
    }
    Exact limit = Exact.of(Integer.MAX_VALUE);
    return (count.compareTo(limit) < 0 ? count : limit).intValueExact();
  }

  private List<Value> sorted(Rows.Ordered e, Frame frame) {
    List<Keyed> kept = new ArrayList<>();
    Optional<Fault> fault = Optional.empty();
    for (Value element : inIdentityOrder(e.element().rows(), frame)) {
      frame.set(e.element().slot(), element);
      try {
        if (e.filter().isEmpty() || formulas.holds(e.filter().get(), frame)) {
          List<Value> keys = e.keys().stream().map(k -> formulas.value(k.value(), frame)).toList();
          kept.add(new Keyed(element, kept.size(), keys));
        }
      } catch (Failure failure) {
        fault = fault.or(() -> Optional.of(failure.fault()));
      }
    }
    if (fault.isPresent()) {
      throw Failure.passing(fault.get());
    }
    kept.sort((a, b) -> compare(e, a, b));
    return kept.stream().map(Keyed::element).toList();
  }

  private static int compare(Rows.Ordered e, Keyed a, Keyed b) {
    for (int i = 0; i < e.keys().size(); i++) {
      int order = Ranking.compare(a.keys().get(i), b.keys().get(i));
      if (order != 0) {
        return e.keys().get(i).descending() ? -order : order;
      }
    }
    return Integer.compare(a.place(), b.place());
  }

  /** The elements that are put in order; those of another order in identity's again. */
  private List<Value> inIdentityOrder(Rows rows, Frame frame) {
    List<Value> elements = of(rows, frame);
    boolean ordered = rows instanceof Rows.Before || rows instanceof Rows.Ordered;
    return ordered && elements.stream().allMatch(RowNumber.class::isInstance)
        ? elements.stream()
            .sorted(Comparator.comparingInt(value -> ((RowNumber) value).index()))
            .toList()
        : elements;
  }

  private List<Value> before(Rows.Before e, Frame frame) {
    Ranked ranked = ranked(e.order(), frame);
    if (ranked.stopped().isPresent()) {
      throw Failure.passing(ranked.stopped().get().of(frame));
    }
    Integer place = ranked.places().get(formulas.value(e.row(), frame));
    return ranked.all().subList(0, place == null ? 0 : place);
  }

  private Ranked ranked(Rows.Ordered order, Frame frame) {
    int parent =
        order.element().rows() instanceof Rows.Children children
            ? ((RowNumber) formulas.value(children.parent(), frame)).index()
            : WHOLE;
    Map<Integer, Ranked> byParent = known.computeIfAbsent(order, o -> new HashMap<>());
    Ranked before = byParent.get(parent);
    if (before != null) {
      return before;
    }
    Ranked ranked;
    try {
      List<Value> all = sorted(order, frame);
      Map<Value, Integer> places = new HashMap<>();
      all.forEach(element -> places.put(element, places.size()));
      ranked = new Ranked(all, places, Optional.empty());
    } catch (Failure failure) {
      Stopped stopped = new Stopped(failure.fault(), frame.definition(), frame.row());
      ranked = new Ranked(List.of(), Map.of(), Optional.of(stopped));
    }
    byParent.put(parent, ranked);
    return ranked;
  }
}
