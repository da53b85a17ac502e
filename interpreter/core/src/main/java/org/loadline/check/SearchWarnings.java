package org.loadline.check;

import org.loadline.core.Program;
import org.loadline.core.SearchWay;
import org.loadline.core.SearchWays;

/** Warns of each search that may have to try every point, and says what stands in the way. */
final class SearchWarnings {
  private final Checker in;

  SearchWarnings(Checker in) {
    this.in = in;
  }

  void warn(Program program) {
    for (SearchWay way : new SearchWays(program).all()) {
      if (way.kind() == SearchWay.Kind.POINTS) {
        warn(way);
      }
    }
  }

  private void warn(SearchWay way) {
    SearchWay.Obstacle obstacle = way.obstacle().orElseThrow();
    SearchWay.Obstacle undirected = way.undirected().orElseThrow();
    in.complaints.say(
        Complaints.filled(
                SuppositionProblem.EACH_POINT,
                way.search().span(),
                "points",
                way.points().map(p -> "each of " + p + " points").orElse("each point"),
                "formula",
                Quote.of(obstacle.formula().span()),
                "where",
                obstacle.where(),
                "undirected",
                Quote.of(undirected.formula().span()))
            .also(obstacle.formula().span(), "another number at each point")
            .also(undirected.formula().span(), "may rise and fall"),
        way.search().span());
  }
}
