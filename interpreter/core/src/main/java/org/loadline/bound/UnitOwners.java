package org.loadline.bound;

import java.util.List;
import java.util.Optional;
import org.loadline.model.RowPath;
import org.loadline.source.Span;
import org.loadline.syntax.Name;

/** Finds the row that a unit of a row belongs to, where a type or a quantity names the unit. */
public interface UnitOwners {
  /**
   * The path to the row of a unit that has an owner. {@code written} is the path after {@code of},
   * empty if none is written. If no row is meant, or several could be, that has been reported.
   */
  Optional<RowPath> rowOf(Bound.UnitName unit, List<Name> written, Span place);
}
