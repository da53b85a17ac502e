package org.loadline.core;

import java.util.HashMap;
import java.util.Map;

/** How a formula moves in a world in which other inputs are given. */
final class InfluenceWorlds {
  private final InfluenceWalk walk;

  InfluenceWorlds(InfluenceWalk walk) {
    this.walk = walk;
  }

  Course course(Expr.Given e, InfluencePlace at) {
    Map<Object, Course> inputs = new HashMap<>(at.inputs());
    for (Change change : e.changes()) {
      switch (change) {
        case Change.OfField c -> {
          Object column = Cause.column(c.entity(), c.field());
          Course around =
              at.given(column).orElseGet(() -> walk.lookups().around(c.entity(), c.field()));
          Course value = walk.course(c.value(), at);
          boolean lost = false;
          Course where = InfluenceTruth.HOLDS;
          if (c.where().isPresent()) {
            where = walk.course(c.where().get(), at);
          }
          for (Expr member : c.family()) {
            lost |= walk.course(member, at).moves();
            where = InfluenceTruth.EITHER;
          }
          inputs.put(
              column, lost ? InfluenceWalk.lost() : InfluenceTruth.either(where, value, around));
        }
        case Change.OfSystem c -> inputs.put(c.input(), walk.course(c.value(), at));
        case Change.OfParam c -> inputs.put(c.param(), walk.course(c.value(), at));
        case Change.OfRow c -> {
          for (Change.Setting setting : c.settings()) {
            Object column = Cause.column(c.entity(), setting.field());
            Course around =
                at.given(column)
                    .orElseGet(() -> walk.lookups().around(c.entity(), setting.field()));
            inputs.put(column, walk.course(setting.value(), at).or(around));
          }
        }
      }
    }
    return walk.course(e.body(), at.supposing(inputs));
  }
}
