package org.loadline.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;

/**
 * Groups whose rows may be made of others when a cause moves: whatever they hold may be another.
 */
final class InfluenceGroups {
  private final Program program;
  private final Set<EntityRef> regrouped = new HashSet<>();

  InfluenceGroups(Program program, Cause cause) {
    this.program = program;
    for (Grouping grouping : program.groupings()) {
      List<Expr> formulas = new ArrayList<>(grouping.keys());
      grouping.filter().ifPresent(formulas::add);
      boolean moves =
          InputReads.of(program, formulas).stream()
              .anyMatch(
                  i ->
                      cause.trend(Cause.column(i.entity(), i.field())).moves()
                          || regrouped.contains(i.entity()));
      if (moves || regrouped.contains(grouping.from())) {
        regrouped.add(grouping.group());
      }
    }
  }

  /** Whether an entity is of groups that may be others. */
  boolean isRegrouped(EntityRef entity) {
    return regrouped.contains(entity);
  }

  /** Whether a field is of a row that may be in another group. */
  boolean isDisturbed(EntityRef entity, Field field) {
    boolean member =
        program.groupings().stream()
            .anyMatch(
                g ->
                    g.from().equals(entity)
                        && g.member() == field.index()
                        && regrouped.contains(g.group()));
    return member || (regrouped.contains(entity) && field.role() == Field.Role.MADE);
  }
}
