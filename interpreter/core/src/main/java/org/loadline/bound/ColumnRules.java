package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.loadline.model.Bounds;
import org.loadline.model.ColumnRule;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.ColumnLimits;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.HeaderCell;
import org.loadline.syntax.Name;
import org.loadline.syntax.TableBody;
import org.loadline.values.Exact;

/** Reads the limits of table columns, and sees that written cells keep them. */
final class ColumnRules {
  private final Declared declared;
  private final List<Entity> entities;
  private final List<Table> tables;
  private final DiagnosticSink sink;
  private final ChangeReader changes;

  ColumnRules(Declared declared, List<Entity> entities, List<Table> tables, DiagnosticSink sink) {
    this.declared = declared;
    this.entities = entities;
    this.tables = tables;
    this.sink = sink;
    this.changes = new ChangeReader(new ConstantFolder(declared, new NoRow(sink), sink), sink);
  }

  List<ColumnRule> rules() {
    List<ColumnRule> rules = new ArrayList<>();
    for (Declaration.Columns columns : declared.columns) {
      Optional<Table> table =
          tables.stream().filter(t -> t.ref().name().equals(columns.table().text())).findFirst();
      if (table.isPresent()) {
        Namespace names = new Namespace(sink);
        columns.columns().stream()
            .filter(c -> names.claim(c.column().text(), c.column().span()))
            .forEach(c -> rule(table.get(), c).ifPresent(rules::add));
      } else if (!declared.tables.containsKey(columns.table().text())) {
        String hint = NameProblem.NO_SUCH_TABLE.hint();
        new Saying(sink, NameProblem.NO_SUCH_TABLE, columns.table().span())
            .with("name", columns.table())
            .hint(Suggestions.hint(columns.table().text(), declared.tables.keySet(), hint))
            .send();
      }
    }
    return rules;
  }

  private Optional<ColumnRule> rule(Table table, ColumnLimits limits) {
    Entity rows = entities.get(table.rows().index());
    Optional<Field> field = field(table, rows, limits.column());
    return field.map(
        f -> {
          ChangeReader.Limits read =
              changes.read(
                  limits.limits(),
                  f.type(),
                  other -> field(table, rows, other).map(o -> table.ref().name() + "." + o.name()));
          read.within().ifPresent(bounds -> check(table, f, limits, bounds));
          return new ColumnRule(table.ref(), f.index(), read.within(), read.change());
        });
  }

  private Optional<Field> field(Table table, Entity rows, Name column) {
    Optional<Field> field = rows.field(column.text());
    if (field.isEmpty() && !rows.fields().isEmpty()) {
      List<String> known = rows.fields().stream().map(Field::name).toList();
      String all = String.join(", ", known.stream().map(n -> "`" + n + "`").toList());
      String hint = NameProblem.NO_SUCH_COLUMN.hint();
      new Saying(sink, NameProblem.NO_SUCH_COLUMN, column.span())
          .with("table", table.ref())
          .with("name", column)
          .with("columns", all)
          .hint(Suggestions.hint(column.text(), known, hint))
          .send();
    }
    return field;
  }

  private void check(Table table, Field field, ColumnLimits limits, Bounds bounds) {
    for (int row = 0; row < table.written().size(); row++) {
      if (table.written().get(row).get(field.index()) instanceof Exact number
          && !bounds.holds(number)) {
        new Saying(sink, TableProblem.CELL_OUTSIDE, cell(table, field, row))
            .with("column", field.name())
            .with("bounds", Excerpt.of(bounds.span()))
            .also(limits.span(), "the bounds")
            .send();
      }
    }
  }

  /** Where the cell of a row is written; a row of a grid is one of its pairs. */
  private Span cell(Table table, Field field, int row) {
    Declaration.Table written =
        Objects.requireNonNull(declared.tables.get(table.ref().name())).declaration();
    if (!(written.body() instanceof TableBody.Written body)) {
      return table.span();
    }
    if (body.grid()) {
      int width = body.header().size() - 1;
      return body.rows().get(row / width).cells().get(row % width + 1).span();
    }
    List<String> columns = body.header().stream().map(HeaderCell::text).toList();
    return body.rows().get(row).cells().get(columns.indexOf(field.name())).span();
  }
}
