package org.loadline.engine.solve;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.loadline.data.RunLimits;
import org.loadline.data.SearchBeyondLimit;
import org.loadline.engine.load.RunData;
import org.loadline.engine.load.Searching.Way;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * Runs searches from the end at which they begin: from piece to piece, and by halving where pieces
 * are single points.
 */
public final class Solver {
  /** Few enough that a search is stopped soon, enough that asking costs nothing. */
  private static final int ASKED_EVERY = 256;

  private final RunData data;
  private final Layout layout;
  private final Shape.Search search;

  public Solver(RunData data, Layout layout) {
    this.data = data;
    this.layout = layout;
    this.search = layout.search();
  }

  /**
   * The point that a search finds.
   *
   * @param elements the places that the variables around it stand at
   * @param carried what is carried around it; one that has failed is empty
   */
  public Exact find(
      Map<Term, Integer> elements,
      Map<Term, Optional<Value>> carried,
      Exact from,
      Exact to,
      Exact step) {
    Map<Term, Held> variables = new IdentityHashMap<>();
    elements.forEach((variable, place) -> variables.put(variable, new Held.OfPlace(place)));
    Cells cells = new Cells(data);
    carried.forEach(
        (variable, value) ->
            variables.put(
                variable, value.map(v -> cells.held(v, variable.kind())).orElse(Held.FAILED)));
    return point(variables, from, to, step);
  }

  /** A search in the condition of another. */
  Held inside(Piece around) {
    Exact from = around.here(around.number(search.from()));
    Exact to = around.here(around.number(search.to()));
    Exact step = around.here(around.number(search.step()));
    Map<Term, Held> variables = new IdentityHashMap<>();
    around.variables().forEach((term, held) -> variables.put(term, fixed(held, around)));
    return Piece.of(point(variables, from, to, step));
  }

  /** The outer point stands still while an inner one moves. */
  private static Held fixed(Held held, Piece around) {
    return held instanceof Held.OfNumber(Ratio number) ? Piece.of(around.here(number)) : held;
  }

  private Exact point(Map<Term, Held> around, Exact from, Exact to, Exact step) {
    if (step.signum() <= 0) {
      throw Failure.FAULT;
    }
    BigInteger steps = floor(to.minus(from).dividedBy(step));
    if (steps.signum() < 0) {
      throw Failure.of(search.own());
    }
    if (steps.bitLength() > 62) {
      throw new SearchBeyondLimit(search.span(), data.searching().limits().tries());
    }
    long last = steps.longValue();
    Exact start = search.last() ? from.plus(step.times(Exact.of(last))) : from;
    Ratio line = Ratio.line(start, search.last() ? step.negate() : step);
    Places places = new Places(new Piece(data, layout, around, line), line);
    return line.at(places.first(last).orElseThrow(() -> Failure.of(search.own())));
  }

  private static BigInteger floor(Exact number) {
    BigInteger[] parts = number.numerator().divideAndRemainder(number.denominator());
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** The places of one search. */
  private final class Places {
    private final Piece piece;
    private final Ratio line;
    private final RunLimits limits = data.searching().limits();
    private long tries;

    Places(Piece piece, Ratio line) {
      this.piece = piece;
      this.line = line;
    }

    OptionalLong first(long last) {
      Way way = data.searching().way();
      if (way == Way.HALVES) {
        return halve(0, last);
      }
      long place = 0;
      while (place <= last) {
        if (holds(place, way == Way.POINTS ? place + 1 : last + 1)) {
          return OptionalLong.of(place);
        }
        place = piece.end();
        if (way == Way.USUAL && piece.isByPoints() && place <= last) {
          return halve(place, last);
        }
      }
      return OptionalLong.empty();
    }

    private boolean holds(long place, long until) {
      tried();
      piece.begin(place, until);
      return piece.holds(search.condition());
    }

    /**
     * The first place at which the condition holds, or fails, is found in the first half of them.
     */
    private OptionalLong halve(long from, long to) {
      if (from == to) {
        return holds(from, from + 1) ? OptionalLong.of(from) : OptionalLong.empty();
      }
      tried();
      Reach points = Reach.Between.of(line.at(from), line.at(to));
      Optional<Boolean> known =
          new Stretch(piece, search.variable(), points).holds(search.condition());
      if (known.isPresent()) {
        return known.get() ? OptionalLong.of(from) : OptionalLong.empty();
      }
      long middle = from + (to - from) / 2;
      OptionalLong first = halve(from, middle);
      return first.isPresent() ? first : halve(middle + 1, to);
    }

    private void tried() {
      tries++;
      if (tries > limits.tries()) {
        throw new SearchBeyondLimit(search.span(), limits.tries());
      }
      if (tries % ASKED_EVERY == 0 && limits.stopped().getAsBoolean()) {
        throw new CancellationException("the run was stopped");
      }
    }
  }
}
