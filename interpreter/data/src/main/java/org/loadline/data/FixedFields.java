package org.loadline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Grouping;
import org.loadline.core.InputReads;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.StepRule;
import org.loadline.model.Table;

/**
 * Which fields of a loaded snapshot cannot be changed: those that its order, its tables and its
 * steps were made from.
 */
public final class FixedFields {
  private FixedFields() {}

  /** Why a field cannot be changed, as the end of a sentence; empty if it can. */
  public static Optional<String> why(Program program, Entity entity, Field field) {
    if (entity.written()) {
      return Optional.of("its rows stand in the text of the policy");
    }
    if (field.role() == Field.Role.MADE) {
      return Optional.of("groups are made when rows are loaded");
    }
    for (Grouping grouping : program.groupings()) {
      if (decides(program, grouping, new InputReads.Input(entity.ref(), field.index()))) {
        return Optional.of(
            "rows of `"
                + grouping.from().name()
                + "` are grouped by it, as `"
                + grouping.group().name()
                + "`");
      }
    }
    if (field.role() == Field.Role.KEY) {
      return Optional.of("rows are known by it");
    }
    if (field.role() == Field.Role.REFERENCE) {
      return Optional.of("rows are kept together by what they refer to");
    }
    if (entity.allowsTwins()) {
      return Optional.of(
          "rows of `" + entity.name() + "` have no key and are told apart by values");
    }
    for (Table table : program.tables()) {
      if (table.rows().equals(entity.ref()) && finds(table, field)) {
        return Optional.of("the table `" + table.ref().name() + "` finds its rows by it");
      }
    }
    return measures(program, entity.ref(), field.index())
        ? Optional.of("other fields are counted in steps of it")
        : Optional.empty();
  }

  private static boolean decides(Program program, Grouping grouping, InputReads.Input field) {
    List<Expr> formulas = new ArrayList<>(grouping.keys());
    grouping.filter().ifPresent(formulas::add);
    return InputReads.of(program, formulas).contains(field);
  }

  private static boolean finds(Table table, Field field) {
    return table.keys().stream()
        .anyMatch(
            key ->
                switch (key.match()) {
                  case Table.Match.FromBound(int bound) -> bound == field.index();
                  case Table.Match.Equal(int equal) -> equal == field.index();
                  case Table.Match.ByCell cells -> false;
                });
  }

  private static boolean measures(Program program, EntityRef entity, int field) {
    for (Entity other : program.entities()) {
      for (Field counted : other.fields()) {
        if (counted.step().isPresent()
            && counted.step().get() instanceof StepRule.ByRow(List<Integer> path, boolean places)
            && path.getLast() == field
            && end(program, other, path).equals(entity)) {
          return true;
        }
      }
    }
    return false;
  }

  private static EntityRef end(Program program, Entity from, List<Integer> path) {
    Entity at = from;
    for (int reference : path.subList(0, path.size() - 1)) {
      at = program.entity(InputOrder.target(at.fields().get(reference)));
    }
    return at.ref();
  }
}
