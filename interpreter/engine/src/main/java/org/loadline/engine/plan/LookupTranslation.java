package org.loadline.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Program;
import org.loadline.model.Table;

/**
 * Turns lookups into terms: by the text, by the columns of the snapshot, or in the world at hand.
 */
final class LookupTranslation {
  private final Program program;
  private final Terms terms;
  private final Worlds worlds;
  private final WrittenTables tables;
  private final RowTables rows;
  private final LoopTranslation.Formulas formulas;

  LookupTranslation(
      Program program,
      Terms terms,
      Worlds worlds,
      WrittenTables tables,
      RowTables rows,
      LoopTranslation.Formulas formulas) {
    this.program = program;
    this.terms = terms;
    this.worlds = worlds;
    this.tables = tables;
    this.rows = rows;
    this.formulas = formulas;
  }

  private List<Term> all(List<Expr> exprs, Map<Integer, Term> slots) {
    return exprs.stream().map(e -> formulas.term(e, slots, false)).toList();
  }

  private Optional<Term> path(Optional<Expr> row, Map<Integer, Term> slots, boolean own) {
    return row.map(r -> formulas.term(r, slots, own));
  }

  /** The row of an entity that has some keys. */
  Term row(Expr.RowWithKey e, Map<Integer, Term> slots, boolean own) {
    return terms.make(
        new Shape.FindRow(
            e.entity(), path(e.parent(), slots, own), e.fields(), all(e.keys(), slots), own),
        Kind.INDEX);
  }

  /** The row of a table that takes some keys. */
  Term row(Expr.Lookup e, Map<Integer, Term> slots, boolean own) {
    Optional<Term> owner = path(e.owner(), slots, own);
    List<Term> keys = all(e.keys(), slots);
    Table table = program.table(e.table());
    return worlds.touches(table.rows())
        ? rows.lookup(table, owner, keys, own)
        : tables.lookup(e.table(), owner, keys, own, rows);
  }

  /** What a marginal table charges. */
  Term charge(Expr.Marginal e, Map<Integer, Term> slots, boolean own) {
    Optional<Term> owner = path(e.owner(), slots, own);
    List<Term> keys = all(e.keys(), slots);
    Table table = program.table(e.table());
    return worlds.touches(table.rows())
        ? rows.marginal(table, owner, keys, e.column(), own)
        : tables.marginal(e.table(), owner, keys, e.column(), own, rows);
  }

  /** What a linear table comes to. */
  Term between(Expr.Interpolated e, Map<Integer, Term> slots, boolean own) {
    Optional<Term> owner = path(e.owner(), slots, own);
    return tables.interpolated(e.table(), owner, all(e.keys(), slots), e.column(), own, rows);
  }
}
