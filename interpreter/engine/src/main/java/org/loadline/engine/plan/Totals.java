package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Expr;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.core.Rows;
import org.loadline.model.EntityRef;

/**
 * The sums over all rows of an entity that its own pass adds up, so that what they add need not be
 * kept in columns.
 */
final class Totals {
  /** Their places lie far below those of the facts of a program. */
  private static final int FIRST_PLACE = -1_000_000;

  private final Program program;
  private final boolean wanted;
  private final Set<EntityRef> apart = new HashSet<>();
  private final Map<Expr.Aggregate, Total> found = new LinkedHashMap<>();
  private int places;

  /** A sum, where it is read, and whose rows it runs over. */
  record Total(FactRef ref, EntityRef entity, Expr.Aggregate sum) {}

  /**
   * @param wanted whether any sum is to be added up so
   */
  Totals(Program program, boolean wanted) {
    this.program = program;
    this.wanted = wanted;
  }

  /** Leaves the sums over an entity's rows to a pass of their own; true if that is new. */
  boolean keepApart(EntityRef entity) {
    found.values().removeIf(total -> total.entity().equals(entity));
    return apart.add(entity);
  }

  /** The sum that an aggregate of the whole is, if it is one. */
  Optional<Total> of(Expr.Aggregate e) {
    boolean sum = e.kind() == Expr.Aggregate.Kind.SUM || e.kind() == Expr.Aggregate.Kind.COUNT;
    if (!wanted
        || !sum
        || e.binders().size() != 1
        || !(e.binders().getFirst().rows() instanceof Rows.All(EntityRef entity))
        || program.entity(entity).written()
        || apart.contains(entity)) {
      return Optional.empty();
    }
    return Optional.of(
        found.computeIfAbsent(
            e, a -> new Total(new FactRef(FIRST_PLACE - places++, "total"), entity, a)));
  }

  /** The sum that is read as a fact. */
  Optional<Total> of(FactRef ref) {
    return found.values().stream().filter(total -> total.ref().equals(ref)).findFirst();
  }

  List<Total> all() {
    return new ArrayList<>(found.values());
  }
}
