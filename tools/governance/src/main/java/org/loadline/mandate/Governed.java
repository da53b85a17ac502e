package org.loadline.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.diff.Change;
import org.loadline.diff.Edit;
import org.loadline.diff.Move;
import org.loadline.meaning.Subject;
import org.loadline.model.ColumnRule;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Table;

/**
 * A changed value that limits can speak of: a param, or a cell of a table.
 *
 * <p>{@code rule} is what limits call it, a param by its name and a column as {@code tiers.rate};
 * {@code row} is the row of a cell. {@code name} is what a history calls it.
 */
record Governed(Change change, String rule, Optional<Edit.Row> row, Optional<Move> move) {

  static Optional<Governed> of(Change change, Program before) {
    return switch (change.edit()) {
      case Edit.ParamValue edit ->
          Optional.of(
              new Governed(
                  change, change.subject().name(), Optional.empty(), Optional.of(edit.move())));
      case Edit.Cell cell ->
          Optional.of(
              new Governed(
                  change,
                  change.subject().name() + "." + column(before, change.subject(), cell.column()),
                  Optional.of(cell.row()),
                  cell.move()));
      default -> Optional.empty();
    };
  }

  /**
   * What a change says of a value of a grid by the column that it stands in, limits by its name.
   */
  private static String column(Program program, Subject table, String column) {
    return program.tables().stream()
        .filter(t -> t.ref().name().equals(table.name()) && t.grid())
        .map(t -> program.entity(t.rows()))
        .filter(rows -> !rows.fields().getFirst().name().equals(column))
        .map(rows -> rows.fields().getLast().name())
        .findFirst()
        .orElse(column);
  }

  String name() {
    Edit edit = change.edit();
    return edit instanceof Edit.Cell cell
        ? change.subject().name() + "." + cell.column() + "[" + cell.row().name() + "]"
        : rule;
  }

  /** Every rule of a policy that says what changes together, by the name of what it limits. */
  static List<Linked> links(Program program) {
    List<Linked> links = new ArrayList<>();
    program
        .params()
        .forEach(p -> p.change().together().forEach(o -> links.add(new Linked(p.ref().name(), o))));
    for (ColumnRule rule : program.columnRules()) {
      String name = columnName(program, rule);
      rule.change().together().forEach(o -> links.add(new Linked(name, o)));
    }
    return links;
  }

  static String columnName(Program program, ColumnRule rule) {
    Table table = program.table(rule.table());
    Entity rows = program.entity(table.rows());
    Field field = rows.fields().get(rule.column());
    return table.ref().name() + "." + field.name();
  }

  /** Two names that change together. */
  record Linked(String one, String other) {}
}
