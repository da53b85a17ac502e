package org.loadline.reference;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.SortKey;
import org.loadline.core.Waterfall;
import org.loadline.model.EntityRef;

/** What decides which rows a waterfall serves, and in which order; slot 0 holds the row. */
record Line(EntityRef owner, Optional<Expr> guard, List<SortKey> order, int slots) {
  static Line of(Waterfall waterfall) {
    return new Line(waterfall.owner(), waterfall.guard(), waterfall.order(), waterfall.slots());
  }
}
