package org.loadline.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How the points that searches find and what loops carry move. */
final class InfluenceLoops {
  private final InfluenceWalk walk;

  InfluenceLoops(InfluenceWalk walk) {
    this.walk = walk;
  }

  private record Sought(Course points, Course condition) {}

  private Sought sought(Expr.Search e, InfluencePlace at) {
    Course from = walk.course(e.from(), at);
    Course to = walk.course(e.to(), at);
    Course step = walk.course(e.step(), at);
    Course points = from.or(to);
    Course point = points.moving(Trend.SAME);
    Course condition = walk.course(e.condition(), at.with(e.slot(), point));
    boolean moves = from.moves() || to.moves() || step.moves();
    return new Sought(points.moving(moves ? Trend.UNKNOWN : Trend.SAME), condition);
  }

  /** The more often the condition holds, the earlier is the first point and the later the last. */
  Course search(Expr.Search e, InfluencePlace at) {
    Sought sought = sought(e, at);
    Trend condition = sought.condition().trend();
    return sought
        .points()
        .moving(sought.points().trend().or(e.last() ? condition : condition.reversed()));
  }

  Course findsNothing(Expr.Search e, InfluencePlace at) {
    Sought sought = sought(e, at);
    return InfluenceTruth.EITHER.moving(
        sought.points().trend().or(sought.condition().trend().reversed()));
  }

  Course fold(Expr.Fold e, InfluencePlace at) {
    Course turns = walk.rows().of(e.binder().rows(), at);
    InfluencePlace inner = at.with(e.binder().slot(), walk.rows().element(e.binder().rows(), at));
    Optional<Expr> filter = e.filter();
    return turns.moves() || walk.moves(filter, inner)
        ? InfluenceWalk.lost()
        : carried(e.carried(), e.parts(), e.goOn(), at, inner);
  }

  Course repeat(Expr.Repeat e, InfluencePlace at) {
    return walk.course(e.most(), at).moves()
        ? InfluenceWalk.lost()
        : carried(e.carried(), e.parts(), Optional.of(e.goOn()), at, at);
  }

  /**
   * What is carried moves as its start does if each turn keeps it so; the number of turns must
   * stay.
   */
  private Course carried(
      List<Expr.Carried> carried,
      List<Expr.Part> parts,
      Optional<Expr> goOn,
      InfluencePlace outside,
      InfluencePlace turn) {
    Map<Integer, Trend> trends = new HashMap<>();
    carried.forEach(c -> trends.put(c.slot(), walk.course(c.start(), outside).trend()));
    while (true) {
      InfluencePlace inside = turn;
      for (Expr.Part part : parts) {
        inside = inside.with(part.slot(), InfluenceWalk.lost());
      }
      for (Expr.Carried c : carried) {
        inside = inside.with(c.slot(), Course.anything(trend(trends, c)));
      }
      for (Expr.Part part : parts) {
        inside = inside.with(part.slot(), walk.course(part.value(), inside));
      }
      boolean stable = true;
      for (Expr.Carried c : carried) {
        Trend before = trend(trends, c);
        Trend after = before.or(walk.course(c.next(), inside).trend());
        stable &= after == before;
        trends.put(c.slot(), after);
      }
      if (walk.moves(goOn, inside)) {
        return InfluenceWalk.lost();
      }
      if (stable) {
        return Course.anything(trend(trends, carried.getFirst()));
      }
    }
  }

  private static Trend trend(Map<Integer, Trend> trends, Expr.Carried carried) {
    return Objects.requireNonNull(trends.get(carried.slot()));
  }
}
