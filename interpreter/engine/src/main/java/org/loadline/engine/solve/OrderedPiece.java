package org.loadline.engine.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.core.Rows;
import org.loadline.data.Column;
import org.loadline.data.Keys;
import org.loadline.data.Snapshot;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;

/**
 * Collections that depend on the point of a search: orders, numbers, windows of series. Every
 * comparison that puts an order as it is ends the piece where it would come out otherwise.
 */
final class OrderedPiece {
  private final Piece piece;
  private final RunData data;

  OrderedPiece(Piece piece, RunData data) {
    this.piece = piece;
    this.data = data;
  }

  // ---- Orders

  /** An element, and what it is ranked by. */
  private record Keyed(int element, int at, List<Held> keys) {}

  Held order(Shape.Order order) {
    List<Keyed> kept = new ArrayList<>();
    Domain domain = ((Shape.Variable) order.variable().shape()).domain();
    boolean again = domain instanceof Domain.Ranked && isOfRows(domain.source());
    boolean failed = false;
    for (int element : elements(domain, again)) {
      piece.take(order.variable(), element);
      try {
        if (order.filter().isEmpty() || piece.holds(order.filter().get())) {
          List<Held> keys = order.keys().stream().map(k -> piece.held(k.value())).toList();
          kept.add(new Keyed(element, kept.size(), keys));
        }
      } catch (Failure failure) {
        failed = true;
      }
    }
    piece.leave(order.variable());
    if (failed) {
      throw Failure.FAULT;
    }
    kept.sort((a, b) -> compare(order.keys(), a, b));
    return new Held.OfOrder(kept.stream().mapToInt(Keyed::element).toArray());
  }

  /** Rows are put in order from that of identity, whatever order they come in. */
  private int[] elements(Domain domain, boolean again) {
    Snapshot.RowRange rows = piece.rows(domain);
    IntStream elements = IntStream.range(0, rows.size()).map(rows::row);
    return (again ? elements.sorted() : elements).toArray();
  }

  static boolean isOfRows(Domain source) {
    return !(source instanceof Domain.Members || source instanceof Domain.Numbers);
  }

  private int compare(List<Shape.Key> keys, Keyed a, Keyed b) {
    for (int key = 0; key < keys.size(); key++) {
      Held left = a.keys().get(key);
      Held right = b.keys().get(key);
      int order = keys.get(key).text() ? letters().compare(left, right) : piece.order(left, right);
      if (order != 0) {
        return keys.get(key).descending() ? -order : order;
      }
    }
    return Integer.compare(a.at(), b.at());
  }

  private Comparator<Held> letters() {
    return (a, b) -> Keys.compareTexts(text(a), text(b));
  }

  private String text(Held held) {
    return data.loaded().texts().text(((Held.OfPlace) held).place());
  }

  /** The elements of an order that belong to a slice of it. */
  int[] slice(Domain.Ranked ranked) {
    int[] all = all(ranked.order());
    int count = all.length;
    if (ranked.most().isPresent()) {
      Exact most = piece.here(piece.number(ranked.most().get()));
      if (!most.isWhole() || most.signum() < 0) {
        throw Failure.FAULT;
      }
      count = most.min(Exact.of(count)).intValueExact();
    }
    if (ranked.before().isPresent()) {
      count = Math.min(count, Math.max(0, rank(all, piece.place(ranked.before().get()))));
    }
    return IntStream.range(0, count).map(i -> all[i]).toArray();
  }

  int[] all(Term order) {
    return ((Held.OfOrder) piece.held(order)).elements();
  }

  static int rank(int[] elements, int element) {
    return IntStream.range(0, elements.length)
        .filter(i -> elements[i] == element)
        .findFirst()
        .orElse(-1);
  }

  Held end(Shape.End end) {
    int[] rows = slice(end.rows());
    if (rows.length == 0) {
      throw Failure.of(end.own());
    }
    return new Held.OfPlace(rows[end.last() ? rows.length - 1 : 0]);
  }

  Held place(Shape.Place place) {
    int element = piece.place(place.element());
    int rank = rank(slice(place.rows()), element);
    if (rank < 0) {
      throw Failure.of(place.own());
    }
    return Piece.of(Exact.of(rank + 1));
  }

  // ---- Other collections

  /** Numbers by their places. */
  Snapshot.RowRange numbers(Domain.Numbers numbers) {
    Exact from = piece.here(piece.number(numbers.from()));
    Exact to = piece.here(piece.number(numbers.to()));
    Exact count = to.minus(from).plus(Exact.ONE);
    if (!from.isWhole() || !to.isWhole() || count.compareTo(Exact.of(Rows.Numbers.MOST)) > 0) {
      throw Failure.FAULT;
    }
    return new Snapshot.RowRange.Consecutive(0, count.max(Exact.ZERO).intValueExact());
  }

  /** Points of a series by their time. */
  Snapshot.RowRange window(Domain.Window window) {
    Snapshot.RowRange points = piece.rows(window.points());
    Optional<Exact> from = moment(window.from());
    Optional<Exact> until = moment(window.until());
    Optional<Exact> last = moment(window.last());
    Column times = times(window.points());
    int[] inside =
        IntStream.range(0, points.size())
            .map(points::row)
            .filter(p -> from.filter(f -> time(times, p).compareTo(f) < 0).isEmpty())
            .filter(
                p ->
                    until
                        .filter(u -> time(times, p).compareTo(u) >= (window.before() ? 0 : 1))
                        .isEmpty())
            .toArray();
    int size = inside.length;
    int kept = last.map(n -> whole(n.min(Exact.of(size)).max(Exact.ZERO))).orElse(size);
    int first = Math.min(size, size - kept + (window.withoutFirst() ? 1 : 0));
    return new Snapshot.RowRange.Listed(inside, first, size - first);
  }

  private Optional<Exact> moment(Optional<Term> term) {
    return term.map(t -> piece.here(piece.number(t)));
  }

  private static int whole(Exact number) {
    return number.numerator().divide(number.denominator()).intValueExact();
  }

  private Column times(Domain points) {
    EntityRef series =
        switch (points) {
          case Domain.All(EntityRef entity) -> entity;
          case Domain.Children(Term parent, EntityRef child, int field) -> child;
          default -> throw new IllegalArgumentException("no series: " + points);
        };
    int time = data.loaded().program().entity(series).key().orElseThrow();
    return data.loaded().snapshot().column(series, time, 0);
  }

  private static Exact time(Column times, int point) {
    return (Exact) times.value(point);
  }
}
