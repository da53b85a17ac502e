package org.loadline.engine.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.loadline.core.Rows;
import org.loadline.data.Snapshot;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.values.Exact;

/** Values that are carried from turn to turn, in a search whose point they depend on. */
final class CarriedPiece {
  private final Piece piece;
  private final OrderedPiece orders;

  /** The scans under way, by their elements. */
  private final Map<Term, Held.OfTrail> underWay = new HashMap<>();

  CarriedPiece(Piece piece, OrderedPiece orders) {
    this.piece = piece;
    this.orders = orders;
  }

  Held fold(Shape.Fold fold) {
    try {
      return folded(fold);
    } catch (Failure failure) {
      throw Failure.FAULT;
    } finally {
      piece.leave(fold.variable());
      leave(fold.carried());
    }
  }

  private Held folded(Shape.Fold fold) {
    List<Held> values = starts(fold.carried());
    Snapshot.RowRange rows = piece.rows(((Shape.Variable) fold.variable().shape()).domain());
    for (int i = 0; i < rows.size(); i++) {
      piece.take(fold.variable(), rows.row(i));
      if (fold.filter().isPresent() && !piece.holds(fold.filter().get())) {
        continue;
      }
      carry(fold.carried(), values);
      if (fold.goOn().isPresent() && !piece.holds(fold.goOn().get())) {
        break;
      }
      values = turn(fold.carried());
    }
    return values.getFirst();
  }

  Held repeat(Shape.Repeat repeat) {
    boolean done;
    List<Held> values;
    try {
      int most = times(repeat);
      values = starts(repeat.carried());
      carry(repeat.carried(), values);
      int turn = 0;
      boolean goesOn = piece.holds(repeat.goOn());
      while (goesOn && turn < most) {
        values = turn(repeat.carried());
        carry(repeat.carried(), values);
        goesOn = piece.holds(repeat.goOn());
        turn++;
      }
      done = !goesOn;
    } catch (Failure failure) {
      throw Failure.FAULT;
    } finally {
      leave(repeat.carried());
    }
    if (!done) {
      throw Failure.of(repeat.own());
    }
    return values.getFirst();
  }

  private int times(Shape.Repeat repeat) {
    Exact most = piece.here(piece.number(repeat.most()));
    if (!most.isWhole() || most.signum() < 0 || most.compareTo(Exact.of(Rows.Numbers.MOST)) > 0) {
      throw Failure.FAULT;
    }
    return most.intValueExact();
  }

  private List<Held> starts(List<Shape.Carried> carried) {
    return carried.stream().map(c -> piece.held(c.start(), c.variable().kind())).toList();
  }

  /** All of a turn is worked out from what stood before it. */
  private List<Held> turn(List<Shape.Carried> carried) {
    return carried.stream().map(c -> piece.held(c.next(), c.variable().kind())).toList();
  }

  private void carry(List<Shape.Carried> carried, List<Held> values) {
    for (int i = 0; i < values.size(); i++) {
      piece.carry(carried.get(i).variable(), values.get(i));
    }
  }

  private void leave(List<Shape.Carried> carried) {
    carried.forEach(c -> piece.leave(c.variable()));
  }

  // ---- Scans

  /** What values stand at before each element of an order, and at last. */
  Held scan(Shape.Scan scan) {
    int[] elements = orders.all(scan.order());
    List<Term> variables = scan.carried().stream().map(Shape.Carried::variable).toList();
    Held.OfTrail trail = new Held.OfTrail(elements, variables, new ArrayList<>());
    underWay.put(scan.variable(), trail);
    List<Held> values = starts(scan.carried());
    for (int element : elements) {
      trail.stood().add(values);
      piece.take(scan.variable(), element);
      carry(scan.carried(), values);
      values = scan.carried().stream().map(this::next).toList();
    }
    trail.stood().add(values);
    underWay.remove(scan.variable());
    piece.leave(scan.variable());
    leave(scan.carried());
    return trail;
  }

  /** A value that cannot be worked out is a failure of itself alone. */
  private Held next(Shape.Carried carried) {
    try {
      return piece.held(carried.next(), carried.variable().kind());
    } catch (Failure failure) {
      return Held.FAILED;
    }
  }

  Held earlier(Shape.Earlier earlier) {
    return stood(
        (Held.OfTrail) piece.held(earlier.scan()),
        earlier.value(),
        earlier.element(),
        earlier.after());
  }

  Held hitherto(Shape.Hitherto hitherto) {
    return stood(
        Objects.requireNonNull(underWay.get(hitherto.at())),
        hitherto.value(),
        hitherto.element(),
        hitherto.after());
  }

  private Held stood(Held.OfTrail trail, Term value, Term element, boolean after) {
    int rank = OrderedPiece.rank(trail.elements(), piece.place(element));
    if (rank < 0) {
      throw Failure.FAULT;
    }
    Held held = trail.stood().get(rank + (after ? 1 : 0)).get(trail.variables().indexOf(value));
    if (held == Held.FAILED) {
      throw Failure.FAULT;
    }
    return held;
  }
}
