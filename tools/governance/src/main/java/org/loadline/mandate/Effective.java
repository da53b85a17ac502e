package org.loadline.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.diff.Edit;
import org.loadline.diff.Wording;
import org.loadline.model.Param;
import org.loadline.model.Table;
import org.loadline.parser.Parsing;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.TableBody;
import org.loadline.values.Value;

/** Puts the values that take effect into a program. */
record Effective(Program asked) {

  Program with(List<Guarded> changes) {
    List<Param> params = new ArrayList<>(asked.params());
    List<Table> tables = new ArrayList<>(asked.tables());
    for (Guarded one : changes) {
      if (one.verdict() != Verdict.ALLOWED) {
        switch (one.change().edit()) {
          case Edit.ParamValue edit ->
              params.replaceAll(p -> p.ref().equals(edit.after().ref()) ? set(p, one) : p);
          case Edit.Cell cell ->
              tables.replaceAll(
                  t ->
                      t.ref().name().equals(one.change().subject().name()) ? set(t, cell, one) : t);
          default -> {}
        }
      }
    }
    return asked.with(params, tables);
  }

  private static Param set(Param p, Guarded one) {
    return new Param(p.ref(), p.type(), one.effective(), p.within(), p.change(), p.doc(), p.span());
  }

  private Table set(Table table, Edit.Cell cell, Guarded one) {
    List<List<Value>> written = new ArrayList<>(table.written());
    if (!table.grid()) {
      int column = asked.entity(table.rows()).field(cell.column()).orElseThrow().index();
      put(written, cell.row().place() - 1, column, one);
    } else {
      one.change().after().map(Wording::span).ifPresent(at -> grid(table, written, at, cell, one));
    }
    return table.with(written);
  }

  private static void put(List<List<Value>> written, int row, int column, Guarded one) {
    List<Value> cells = new ArrayList<>(written.get(row));
    cells.set(column, one.effective());
    written.set(row, cells);
  }

  /** A line of a grid is as many rows as it has values; the value stands last in each. */
  private static void grid(
      Table table, List<List<Value>> written, Span at, Edit.Cell cell, Guarded one) {
    Optional<List<String>> header = header(table, at);
    if (header.isPresent()) {
      int width = header.get().size() - 1;
      int place = header.get().indexOf(cell.column()) - 1;
      int line = (cell.row().place() - 1) * width;
      if (place >= 0) {
        put(written, line + place, written.get(line + place).size() - 1, one);
      } else {
        for (int i = 0; i < width; i++) {
          put(written, line + i, 0, one);
        }
      }
    }
  }

  private static Optional<List<String>> header(Table table, Span at) {
    return Parsing.parse(at.source(), new DiagnosticSink()).declarations().stream()
        .filter(Declaration.Table.class::isInstance)
        .map(Declaration.Table.class::cast)
        .filter(t -> t.name().text().equals(table.ref().name()))
        .map(Declaration.Table::body)
        .filter(TableBody.Written.class::isInstance)
        .map(
            body ->
                ((TableBody.Written) body)
                    .header().stream().map(h -> new Wording(h.span()).line()).toList())
        .findFirst();
  }
}
