package org.loadline.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Influence.Obstacle;
import org.loadline.core.Influence.Step;

/** What a reader is told of how a formula moves: by which steps, and where it is lost. */
record InfluenceTrail(Optional<Obstacle> obstacle, List<Step> steps) {
  static final InfluenceTrail NOTHING = new InfluenceTrail(Optional.empty(), List.of());

  InfluenceTrail {
    steps = List.copyOf(steps);
  }

  /** A course and what is told of it. */
  record Of(Course course, InfluenceTrail trail) {}

  /** With one more thing that is done to what moves. */
  InfluenceTrail step(String words, Expr formula, InfluencePlace at) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(words, formula, at.fact()));
    return new InfluenceTrail(obstacle, longer);
  }

  /** Lost at a formula, unless it is lost further in. */
  InfluenceTrail lost(Expr formula, InfluencePlace at) {
    return new InfluenceTrail(
        obstacle.or(() -> Optional.of(new Obstacle(formula, at.fact()))), steps);
  }

  /** With what is told of a part, as far as it matters: the first obstacle, the first way. */
  InfluenceTrail then(Of part) {
    boolean lost = InfluenceWalk.isLost(part.course());
    return new InfluenceTrail(
        obstacle.or(() -> lost ? part.trail().obstacle() : Optional.empty()),
        steps.isEmpty() && part.course().moves() ? part.trail().steps() : steps);
  }
}
