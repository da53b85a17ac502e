package org.loadline.engine.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loadline.engine.plan.Term;

/**
 * What has been worked out in one search, each with how far it holds.
 *
 * <p>What depends on one loop alone is kept for each of its elements, so that from one piece to the
 * next only the elements are worked out again in which something changes.
 */
final class Memory {
  /** A {@link Held} or a failure, and the places at which it holds, the last one excluded. */
  record Entry(Object result, long begin, long end) {
    boolean holds(long place) {
      return begin <= place && place < end;
    }
  }

  private final Set<Term> fixed;
  private final Map<Term, Entry> outside = new IdentityHashMap<>();
  private final Map<Term, Map<Integer, Map<Term, Entry>>> byElement = new IdentityHashMap<>();
  private final Map<Term, Map<Term, Entry>> passing = new IdentityHashMap<>();
  private final Map<Term, List<Term>> loops = new IdentityHashMap<>();

  /**
   * @param fixed the variables around the search, and its own point
   */
  Memory(Set<Term> fixed) {
    this.fixed = fixed;
  }

  Memory empty() {
    return new Memory(fixed);
  }

  /** Where the results of a term are, as its variables stand. */
  Map<Term, Entry> of(Term term, Map<Term, Held> variables) {
    List<Term> over = loops.computeIfAbsent(term, this::loops);
    if (over.isEmpty()) {
      return outside;
    }
    Term innermost = over.getLast();
    if (over.size() == 1 && variables.get(innermost) instanceof Held.OfPlace(int element)) {
      return byElement
          .computeIfAbsent(innermost, v -> new HashMap<>())
          .computeIfAbsent(element, e -> new IdentityHashMap<>());
    }
    return passing.computeIfAbsent(innermost, v -> new IdentityHashMap<>());
  }

  private List<Term> loops(Term term) {
    List<Term> over = new ArrayList<>(term.free());
    over.removeIf(fixed::contains);
    return over;
  }

  /** The element of a loop is another one: what depends on other loops too is forgotten. */
  void moved(Term variable) {
    passing.remove(variable);
  }
}
