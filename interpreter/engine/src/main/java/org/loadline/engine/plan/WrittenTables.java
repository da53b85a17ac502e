package org.loadline.engine.plan;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.Program;
import org.loadline.model.Table;
import org.loadline.model.Table.CellRule;
import org.loadline.model.TableRef;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Value;

/**
 * Turns lookups in tables that the text holds into decisions on its rows, tried from the top, or on
 * the regions of its keys.
 */
final class WrittenTables {
  /** Longer tables are looked up by region. */
  private static final int MOST_ROWS = 64;

  /** Tables that cannot be cut into regions are tried row after row up to this length. */
  private static final int MOST_TRIED = 512;

  private final Program program;
  private final Terms terms;
  private final Soundness soundness;
  private final RegionTables regions;

  WrittenTables(Program program, Terms terms, Soundness soundness) {
    this.program = program;
    this.terms = terms;
    this.soundness = soundness;
    this.regions = new RegionTables(program);
  }

  /** The charge of a marginal table. */
  Term marginal(
      TableRef ref,
      Optional<Term> owner,
      List<Term> keys,
      int column,
      boolean own,
      RowTables rows) {
    return number(ref, owner, keys, column, own)
        .orElseGet(() -> charge(ref, owner, keys, column, own, rows));
  }

  private Term charge(
      TableRef ref,
      Optional<Term> owner,
      List<Term> keys,
      int column,
      boolean own,
      RowTables rows) {
    Table table = program.table(ref);
    Optional<Term> byRows =
        isWritten(table)
            ? Optional.empty()
            : Optional.of(rows.marginal(table, owner, keys, column, own));
    if (byRows.isPresent() && !isHalved(table)) {
      return byRows.get();
    }
    Optional<Term> byRow =
        isHalved(table)
            ? Optional.of(byRow(ref, owner, keys, column, own, rows))
            : Optional.empty();
    return terms.make(
        new Shape.Marginal(ref, owner, keys, column, own, byRow, byRows), Kind.NUMBER);
  }

  /** The value of a linear table. */
  Term interpolated(
      TableRef ref,
      Optional<Term> owner,
      List<Term> keys,
      int column,
      boolean own,
      RowTables rows) {
    Table table = program.table(ref);
    if (!isWritten(table)) {
      return rows.interpolated(table, owner, keys, column, own);
    }
    return number(ref, owner, keys, column, own)
        .orElseGet(
            () -> terms.make(new Shape.Interpolated(ref, owner, keys, column, own), Kind.NUMBER));
  }

  private boolean isWritten(Table table) {
    return program.entity(table.rows()).written();
  }

  /**
   * Whether rows are found by halving, if their data allow it: by one bound, of what lies above.
   */
  private static boolean isHalved(Table table) {
    return table.keys().size() == 1
        && !table.clamp()
        && table.keys().getFirst().match() instanceof Table.Match.FromBound;
  }

  /** The charge in the row that holds the key; of nothing nothing is charged, whatever the rows. */
  private Term byRow(
      TableRef ref,
      Optional<Term> owner,
      List<Term> keys,
      int column,
      boolean own,
      RowTables rows) {
    Table table = program.table(ref);
    Term key = keys.getFirst();
    Term row = bySnapshot(table, owner, keys, own, rows);
    Term rate = read(new ColumnKey.OfField(table.rows(), column, 0), row);
    Term offset = read(new ColumnKey.OfOffset(ref, table.rows(), column), row);
    Term charge =
        terms.arithmetic(new Shape.Add(terms.arithmetic(new Shape.Multiply(key, rate)), offset));
    Term fails = terms.fail(own);
    Term zero = terms.number(Exact.ZERO);
    Term positive =
        terms.make(
            new Shape.If(compare(key, Comparison.ABOVE, Exact.ZERO), charge, fails), Kind.NUMBER);
    Term any =
        terms.make(
            new Shape.If(compare(key, Comparison.EQUAL, Exact.ZERO), zero, positive), Kind.NUMBER);
    return owner
        .map(
            o -> terms.make(new Shape.If(terms.flag(new Shape.IsNone(o)), fails, any), Kind.NUMBER))
        .orElse(any);
  }

  private Term read(ColumnKey column, Term row) {
    return terms.make(new Shape.Read(column, Optional.of(row), false), Kind.NUMBER);
  }

  private Optional<Term> number(
      TableRef ref, Optional<Term> owner, List<Term> keys, int column, boolean own) {
    if (owner.isPresent() || soundness.broken().contains(program.table(ref).rows())) {
      return Optional.empty();
    }
    return regions.numbers(ref, column).map(new RegionLookup(terms, keys, own)::number);
  }

  /** The row that takes the keys. */
  Term lookup(TableRef ref, Optional<Term> owner, List<Term> keys, boolean own, RowTables tables) {
    Table table = program.table(ref);
    if (!isWritten(table)) {
      return bySnapshot(table, owner, keys, own, tables);
    }
    int rows = table.written().size();
    if (decides(table, keys) && rows <= MOST_ROWS) {
      return decided(table, rows, keys, own);
    }
    Optional<RegionTables.Made<Integer>> inRegions = regions.rows(ref);
    if (inRegions.isPresent()) {
      return new RegionLookup(terms, keys, own).row(inRegions.get());
    }
    return decides(table, keys) && rows <= MOST_TRIED
        ? decided(table, rows, keys, own)
        : terms.make(new Shape.Lookup(ref, owner, keys, own, Optional.empty()), Kind.INDEX);
  }

  private Term bySnapshot(
      Table table, Optional<Term> owner, List<Term> keys, boolean own, RowTables tables) {
    Term byRows = tables.lookup(table, owner, keys, own);
    return isHalved(table)
        ? terms.make(
            new Shape.Lookup(table.ref(), owner, keys, own, Optional.of(byRows)), Kind.INDEX)
        : byRows;
  }

  private static boolean decides(Table table, List<Term> keys) {
    return !table.clamp()
        && !keys.isEmpty()
        && table.keys().stream().allMatch(k -> k.match() instanceof Table.Match.ByCell);
  }

  private Term decided(Table table, int rows, List<Term> keys, boolean own) {
    Term found = terms.fail(own);
    if (table.symmetric() && keys.size() == 2) {
      found = tried(table, rows, keys.reversed(), found);
    }
    return tried(table, rows, keys, found);
  }

  private Term tried(Table table, int rows, List<Term> keys, Term otherwise) {
    Term found = otherwise;
    for (int row = rows - 1; row >= 0; row--) {
      Term takes = takes(table, row, 0, keys.getFirst());
      for (int key = 1; key < keys.size(); key++) {
        takes = terms.flag(new Shape.Both(takes, takes(table, row, key, keys.get(key))));
      }
      Term here = terms.constant(new RowNumber(row), Kind.INDEX);
      found = terms.make(new Shape.If(takes, here, found), Kind.INDEX);
    }
    return found;
  }

  private Term takes(Table table, int row, int at, Term key) {
    if (!(table.keys().get(at).match() instanceof Table.Match.ByCell(List<CellRule> cells))) {
      throw new IllegalArgumentException("not a written key: " + table.keys().get(at).name());
    }
    return switch (cells.get(row)) {
      case CellRule.Below(Exact bound) -> compare(key, Comparison.BELOW, bound);
      case CellRule.UpTo(Exact bound) -> compare(key, Comparison.AT_MOST, bound);
      case CellRule.From(Exact bound) -> compare(key, Comparison.AT_LEAST, bound);
      case CellRule.FromBelow(Exact from, Exact below) ->
          terms.flag(
              new Shape.Both(
                  compare(key, Comparison.AT_LEAST, from), compare(key, Comparison.BELOW, below)));
      case CellRule.Between(Exact from, Exact to) ->
          terms.flag(
              new Shape.Both(
                  compare(key, Comparison.AT_LEAST, from), compare(key, Comparison.AT_MOST, to)));
      case CellRule.Exactly(Value value) -> same(key, value);
      case CellRule.Otherwise otherwise -> otherwise(key);
    };
  }

  /** True, once the key is known: a fault in it is the lookup's. */
  private Term otherwise(Term key) {
    return terms.known(key);
  }

  private Term same(Term key, Value value) {
    return switch (value) {
      case Exact number -> compare(key, Comparison.EQUAL, number);
      case Member member -> place(key, value);
      case RowNumber row -> place(key, value);
      case Text text -> place(key, value);
      case Flag(boolean holds) -> holds ? key : terms.flag(new Shape.Not(key));
      default -> throw new IllegalArgumentException("no key is " + value);
    };
  }

  private Term place(Term key, Value value) {
    return terms.flag(new Shape.Same(key, terms.constant(value, Kind.INDEX)));
  }

  private Term compare(Term key, Comparison comparison, Exact bound) {
    return terms.flag(new Shape.Compare(comparison, key, terms.number(bound)));
  }
}
