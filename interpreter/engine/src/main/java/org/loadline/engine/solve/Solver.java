package org.loadline.engine.solve;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.Map;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.values.Exact;

/** Runs searches: from piece to piece, from the end at which a search begins. */
public final class Solver {
  private final RunData data;

  public Solver(RunData data) {
    this.data = data;
  }

  /**
   * The point that a search finds.
   *
   * @param elements the places that the variables around it stand at
   */
  public Exact find(
      Shape.Search search, Map<Term, Integer> elements, Exact from, Exact to, Exact step) {
    Map<Term, Held> variables = new IdentityHashMap<>();
    elements.forEach((variable, place) -> variables.put(variable, new Held.OfPlace(place)));
    return point(search, variables, from, to, step);
  }

  /** A search in the condition of another. */
  Held inside(Shape.Search search, Piece around) {
    Exact from = around.here(around.number(search.from()));
    Exact to = around.here(around.number(search.to()));
    Exact step = around.here(around.number(search.step()));
    Map<Term, Held> variables = new IdentityHashMap<>();
    around.variables().forEach((term, held) -> variables.put(term, fixed(held, around)));
    return Piece.of(point(search, variables, from, to, step));
  }

  /** The outer point stands still while an inner one moves. */
  private static Held fixed(Held held, Piece around) {
    return held instanceof Held.OfNumber(Ratio number) ? Piece.of(around.here(number)) : held;
  }

  private Exact point(
      Shape.Search search, Map<Term, Held> variables, Exact from, Exact to, Exact step) {
    if (step.signum() <= 0) {
      throw Failure.FAULT;
    }
    BigInteger steps = floor(to.minus(from).dividedBy(step));
    if (steps.signum() < 0) {
      throw Failure.of(search.own());
    }
    if (steps.bitLength() > 62) {
      throw new IllegalStateException("more points than can be counted");
    }
    long last = steps.longValue();
    Exact start = search.last() ? from.plus(step.times(Exact.of(last))) : from;
    Ratio line = Ratio.line(start, search.last() ? step.negate() : step);
    long place = 0;
    variables.put(search.variable(), new Held.OfNumber(line));
    Piece piece = new Piece(data, variables, last + 1);
    while (place <= last) {
      piece.begin(place);
      if (piece.holds(search.condition())) {
        return line.at(place);
      }
      place = piece.end();
    }
    throw Failure.of(search.own());
  }

  private static BigInteger floor(Exact number) {
    BigInteger[] parts = number.numerator().divideAndRemainder(number.denominator());
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }
}
