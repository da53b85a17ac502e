package org.loadline.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.model.Bounds;
import org.loadline.model.Entity;
import org.loadline.model.Param;
import org.loadline.model.Permission;
import org.loadline.model.Table;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** What an envelope's permissions say of a new policy alone: whether its values are in bounds. */
record PermittedValues(Mandated after) {
  List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>();
    for (Permission permission : after.envelope().permitted()) {
      clauses.add(clause(permission));
    }
    clauses.add(
        new Clause(
            Clause.Kind.UNNAMED,
            "nothing else may change",
            Clause.Finding.UNCHECKED,
            "no old policy"));
    return clauses;
  }

  private Clause clause(Permission permission) {
    String text = Lines.of(permission.span());
    Optional<String> outside =
        permission
            .within()
            .flatMap(
                bounds ->
                    values(after.program(), permission.name()).stream()
                        .filter(v -> v instanceof Exact number && !bounds.holds(number))
                        .findFirst()
                        .map(v -> says(permission, bounds, v)));
    boolean bare =
        permission.change().most().isEmpty()
            && !permission.change().neverToZero()
            && permission.change().together().isEmpty();
    return outside
        .map(says -> new Clause(Clause.Kind.PERMISSION, text, Clause.Finding.OUTSIDE, says))
        .orElseGet(
            () ->
                bare
                    ? new Clause(
                        Clause.Kind.PERMISSION, text, Clause.Finding.INSIDE, "it may change")
                    : new Clause(
                        Clause.Kind.PERMISSION, text, Clause.Finding.UNCHECKED, "no old policy"));
  }

  private static String says(Permission permission, Bounds bounds, Value value) {
    return Measure.of(permission.type(), bounds.span().text()).value(value) + " is outside";
  }

  private static List<Value> values(Program program, String name) {
    for (Param param : program.params()) {
      if (param.ref().name().equals(name)) {
        return List.of(param.value());
      }
    }
    List<Value> values = new ArrayList<>();
    for (Table table : program.tables()) {
      Entity rows = program.entity(table.rows());
      rows.fields().stream()
          .filter(f -> (table.ref().name() + "." + f.name()).equals(name))
          .forEach(f -> table.written().forEach(row -> values.add(row.get(f.index()))));
    }
    return values;
  }
}
