package org.loadline.engine.solve;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.loadline.values.Exact;

/** What a term can be over a stretch of points; whatever is not {@link Open} never fails there. */
sealed interface Reach {
  /** Nothing is known: it may fail. */
  record Open() implements Reach {}

  /** A number at each point; an absent bound is {@code unlimited}. */
  record Between(Optional<Exact> least, Optional<Exact> greatest) implements Reach {
    static Between of(Exact one, Exact other) {
      return new Between(Optional.of(one.min(other)), Optional.of(one.max(other)));
    }

    boolean isLimited() {
      return least.isPresent() && greatest.isPresent();
    }
  }

  /** A number that is missing at each point. */
  record Missing() implements Reach {}

  /** One of these places at each point; -1 for {@code none}. */
  record OneOf(SortedSet<Integer> places) implements Reach {
    static OneOf of(int place) {
      return new OneOf(new TreeSet<>(Set.of(place)));
    }
  }

  record Holds(boolean somewhere, boolean notSomewhere) implements Reach {
    static Holds of(boolean holds) {
      return new Holds(holds, !holds);
    }
  }

  Open OPEN = new Open();
  Missing MISSING = new Missing();
  Holds EITHER = new Holds(true, true);

  /** More places than these are not kept apart. */
  int MOST_PLACES = 64;

  static Reach places(SortedSet<Integer> places) {
    return places.size() > MOST_PLACES ? OPEN : new OneOf(places);
  }

  /** What is one or the other. */
  static Reach either(Reach one, Reach other) {
    if (one instanceof Between(var a, var b) && other instanceof Between(var c, var d)) {
      return new Between(least(a, c), greatest(b, d));
    }
    if (one instanceof OneOf(var a) && other instanceof OneOf(var b)) {
      SortedSet<Integer> both = new TreeSet<>(a);
      both.addAll(b);
      return places(both);
    }
    if (one instanceof Holds(boolean a, boolean b)
        && other instanceof Holds(boolean c, boolean d)) {
      return new Holds(a || c, b || d);
    }
    return one instanceof Missing && other instanceof Missing ? one : OPEN;
  }

  static Optional<Exact> least(Optional<Exact> one, Optional<Exact> other) {
    return order(one, other) <= 0 ? one : other;
  }

  static Optional<Exact> greatest(Optional<Exact> one, Optional<Exact> other) {
    return order(one, other) >= 0 ? one : other;
  }

  /** {@code unlimited} comes last. */
  static int order(Optional<Exact> one, Optional<Exact> other) {
    return one.isPresent() && other.isPresent()
        ? one.get().compareTo(other.get())
        : Boolean.compare(one.isEmpty(), other.isEmpty());
  }
}
