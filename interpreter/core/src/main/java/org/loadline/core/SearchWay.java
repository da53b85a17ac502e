package org.loadline.core;

import java.math.BigInteger;
import java.util.Optional;

/**
 * How the point of a search is found.
 *
 * @param points how many points there are, if the text says
 * @param obstacle the first formula that may be another number at each point
 * @param undirected the first formula of which it is not known whether it rises or falls
 */
public record SearchWay(
    Expr.Search search,
    Optional<BigInteger> points,
    Optional<Obstacle> obstacle,
    Optional<Obstacle> undirected) {
  /** A formula, and where it stands: in a fact, or in the condition. */
  public record Obstacle(Expr formula, Optional<String> fact) {
    /** The place in words. */
    public String where() {
      return fact.map(f -> "`" + f + "`").orElse("the condition");
    }

    private String words() {
      return "`" + formula.span().text().strip().replaceAll("\\s+", " ") + "` in " + where();
    }
  }

  /** The ways, best first. */
  public enum Kind {
    /** From one edge of the condition to the next. */
    EDGES,
    /** What is compared rises or falls between decisions, so halves are left out as a whole. */
    BISECTION,
    /** Each point, but for stretches of which bounds show that the condition does not hold. */
    POINTS
  }

  public Kind kind() {
    if (obstacle.isEmpty()) {
      return Kind.EDGES;
    }
    return undirected.isEmpty() ? Kind.BISECTION : Kind.POINTS;
  }

  /** The way, what it costs, and what stands in the way of a better one. */
  public String words() {
    return switch (kind()) {
          case EDGES -> "from edge to edge";
          case BISECTION -> "by bisection, as " + obstacle.orElseThrow().words() + " has no edges";
          case POINTS ->
              "by trying points, as "
                  + obstacle.orElseThrow().words()
                  + " has no edges and nothing proves that "
                  + undirected.orElseThrow().words()
                  + " rises or falls";
        }
        + "; "
        + bound();
  }

  private String bound() {
    return switch (kind()) {
      case EDGES -> "one evaluation for each edge" + points.map(p -> ", at most " + p).orElse("");
      case BISECTION ->
          points
              .map(p -> 2 * p.bitLength() + 1 + " evaluations, and as many for each further edge")
              .orElse("twice as many evaluations as the number of points has binary digits");
      case POINTS ->
          points
              .map(p -> "at most " + p.shiftLeft(1) + " evaluations")
              .orElse("at most two evaluations for each point");
    };
  }
}
