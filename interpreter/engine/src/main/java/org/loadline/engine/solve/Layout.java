package org.loadline.engine.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;

/** The places of all terms of a condition, found once for all rows that search. */
public final class Layout {
  /** A term that no loop works out stands outside of all. */
  static final int OUTSIDE = 0;

  private final Shape.Search search;
  private final int first;
  private final int[] placeOf;
  private final List<Term> terms;
  private final boolean[] moves;
  private final int[] homes;
  private final boolean[] kept;
  private final List<Term> loops = new ArrayList<>();
  private final Map<Shape.Search, Layout> inside = new HashMap<>();

  public Layout(Shape.Search search) {
    this.search = search;
    Set<Term> all = new LinkedHashSet<>();
    collect(search.condition(), all);
    this.terms = List.copyOf(all);
    this.first = terms.stream().mapToInt(Term::id).min().orElse(0);
    int last = terms.stream().mapToInt(Term::id).max().orElse(0);
    this.placeOf = new int[last - first + 1];
    this.moves = new boolean[terms.size()];
    this.homes = new int[terms.size()];
    this.kept = new boolean[terms.size()];
    Set<Term> around = new HashSet<>(search.condition().free());
    around.add(search.variable());
    for (int place = 0; place < terms.size(); place++) {
      Term term = terms.get(place);
      placeOf[term.id() - first] = place;
      // What a turn makes of a value is another at each turn, and so is what is made of that.
      moves[place] = term.free().stream().anyMatch(v -> v == search.variable() || isCarried(v));
      List<Term> over = term.free().stream().filter(v -> !around.contains(v)).toList();
      homes[place] = over.isEmpty() ? OUTSIDE : home(over.getLast());
      kept[place] = over.size() == 1 && !isCarried(over.getFirst());
    }
  }

  private static boolean isCarried(Term variable) {
    return variable.shape() instanceof Shape.Variable(int depth, Domain domain)
        && domain instanceof Domain.Carried;
  }

  private int home(Term loop) {
    if (!loops.contains(loop)) {
      loops.add(loop);
    }
    return loops.indexOf(loop) + 1;
  }

  private void collect(Term term, Set<Term> all) {
    if (!all.add(term)) {
      return;
    }
    term.free().forEach(variable -> collect(variable, all));
    term.operands().forEach(operand -> collect(operand, all));
    switch (term.shape()) {
      case Shape.Search within -> inside.computeIfAbsent(within, Layout::new);
      case Shape.Lookup lookup -> lookup.byRows().ifPresent(rows -> collect(rows, all));
      case Shape.Marginal lookup -> lookup.byRows().ifPresent(rows -> collect(rows, all));
      default -> {}
    }
  }

  Shape.Search search() {
    return search;
  }

  /** That of a search in the condition. */
  Layout of(Shape.Search within) {
    return Objects.requireNonNull(inside.get(within));
  }

  int size() {
    return terms.size();
  }

  List<Term> terms() {
    return terms;
  }

  boolean contains(Term term) {
    int at = term.id() - first;
    return at >= 0 && at < placeOf.length && terms.get(placeOf[at]) == term;
  }

  int place(Term term) {
    return placeOf[term.id() - first];
  }

  /** Whether a term may be something else at another point. */
  boolean moves(Term term) {
    return moves[place(term)];
  }

  /** How many loops there are. */
  int loops() {
    return loops.size();
  }

  /** The number of the loop that a term is worked out in, from 1 on. */
  int home(int place) {
    return homes[place];
  }

  /** Whether it depends on that loop alone, so that it is kept for each element. */
  boolean isKept(int place) {
    return kept[place];
  }

  /** The number of a loop; 0 if nothing depends on its elements. */
  int loop(Term variable) {
    return loops.indexOf(variable) + 1;
  }
}
