package org.loadline.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.Program;
import org.loadline.model.EntityRef;
import org.loadline.model.Table;
import org.loadline.values.Exact;

/** One lookup among rows of the snapshot: its rows, and what its keys ask of each. */
final class RowLookup {
  private final Made made;
  private final Terms terms;
  private final Table table;
  private final Optional<Term> owner;
  private final List<Term> keys;
  private final Term row;

  /** What lookups are made with. */
  record Made(Program program, Terms terms, Variables variables, Cells cells) {}

  /** Makes the variable of a loop that stands inside all loops that some terms depend on. */
  interface Variables {
    Term over(Domain domain, Map<Integer, Term> slots);
  }

  /** Reads a field of a row that is there. */
  interface Cells {
    Term of(EntityRef entity, int field, Term row);
  }

  RowLookup(Made made, Table table, Optional<Term> owner, List<Term> keys) {
    this.made = made;
    this.terms = made.terms();
    this.table = table;
    this.owner = owner;
    this.keys = keys;
    this.row = another(List.of());
  }

  Term row() {
    return row;
  }

  Term key() {
    return keys.getLast();
  }

  Table table() {
    return table;
  }

  /** A variable over the rows, inside of loops over {@code outer}. */
  Term another(List<Term> outer) {
    Map<Integer, Term> slots = new HashMap<>();
    owner.ifPresent(o -> slots.put(slots.size(), o));
    keys.forEach(k -> slots.put(slots.size(), k));
    outer.forEach(o -> slots.put(slots.size(), o));
    Domain all = new Domain.All(table.rows());
    Optional<Domain> own =
        owner.map(o -> new Domain.Children(o, table.rows(), table.owner().orElseThrow()));
    return made.variables().over(own.orElse(all), slots);
  }

  // ---- Bounds

  private boolean hasBounds() {
    return table.keys().getLast().match() instanceof Table.Match.FromBound;
  }

  private int boundField() {
    if (!(table.keys().getLast().match() instanceof Table.Match.FromBound(int field))) {
      throw new IllegalArgumentException("no table by lower bounds: " + table.ref());
    }
    return field;
  }

  /** The bound of a row as the snapshot has it: it may be none. */
  private Term cell(Term of) {
    return cell(boundField(), of);
  }

  Term cell(int field, Term of) {
    return made.cells().of(table.rows(), field, of);
  }

  boolean mayLackBound() {
    return made.program().entity(table.rows()).fields().get(boundField()).type().isOptional();
  }

  /** The bound of a row; any number if it has none. */
  Term bound(Term of) {
    return mayLackBound()
        ? terms.make(new Shape.Else(cell(of), terms.number(Exact.ZERO)), Kind.NUMBER)
        : cell(of);
  }

  Term lacksBound(Term of) {
    return terms.flag(new Shape.IsNone(cell(of)));
  }

  Term hasBound(Term of) {
    return terms.flag(new Shape.Not(lacksBound(of)));
  }

  /** True, once the bounds of all rows have been read. */
  Term seen() {
    return terms.make(
        new Shape.Loop(
            Shape.Total.ALL, List.of(row), Optional.empty(), terms.known(cell(row)), false),
        Kind.FLAG);
  }

  /** The least bound there is, or the greatest. */
  Term extreme(Shape.Total total, boolean own) {
    Optional<Term> filter = mayLackBound() ? Optional.of(hasBound(row)) : Optional.empty();
    return terms.make(new Shape.Loop(total, List.of(row), filter, bound(row), own), Kind.NUMBER);
  }

  // ---- Rows

  /** The row that takes the keys. */
  Term found(boolean own) {
    if (!hasBounds()) {
      return first(equal(keys.size()), own);
    }
    Optional<Term> others = equal(keys.size() - 1);
    Term begun = compare(Comparison.AT_MOST, bound(row), key());
    if (!mayLackBound()) {
      return pick(and(others, begun), true, bound(row), own);
    }
    Term bounded = pick(and(others, both(hasBound(row), begun)), true, bound(row), true);
    Term open = first(Optional.of(and(others, lacksBound(row))), own);
    return terms.make(new Shape.Else(bounded, open), Kind.INDEX);
  }

  /** Of rows that all begin beyond the key, the one that begins first. */
  Term edge(boolean own) {
    return terms.make(
        new Shape.Pick(row, equal(keys.size() - 1), false, bound(row), own), Kind.INDEX);
  }

  /** The first row with the greatest bound up to a number, or with the least from it on. */
  Term nearest(boolean below, Term number, boolean own) {
    Term beside = compare(below ? Comparison.AT_MOST : Comparison.AT_LEAST, bound(row), number);
    return pick(mayLackBound() ? both(hasBound(row), beside) : beside, below, bound(row), own);
  }

  /** The first row of some. */
  Term first(Optional<Term> filter, boolean own) {
    return terms.make(
        new Shape.Pick(row, filter, false, terms.number(Exact.ZERO), own), Kind.INDEX);
  }

  private Term pick(Term filter, boolean greatest, Term measure, boolean own) {
    return terms.make(new Shape.Pick(row, Optional.of(filter), greatest, measure, own), Kind.INDEX);
  }

  /** Whether the first so many keys are those of the row; all are looked at. */
  private Optional<Term> equal(int count) {
    Optional<Term> equal = Optional.empty();
    for (int key = 0; key < count; key++) {
      equal = Optional.of(and(equal, equal(table.keys().get(key), keys.get(key))));
    }
    return equal;
  }

  private Term equal(Table.Key key, Term asked) {
    if (!(key.match() instanceof Table.Match.Equal(int field))) {
      throw new IllegalArgumentException("no key by equality: " + key.name());
    }
    Term cell = cell(field, row);
    return Kind.of(key.type()) == Kind.NUMBER
        ? compare(Comparison.EQUAL, cell, asked)
        : terms.flag(new Shape.Same(cell, asked));
  }

  /** The lookup, once owner and keys are known. */
  Term ready(Term found, boolean own) {
    Term ready = found;
    for (Term key : keys.reversed()) {
      ready = choose(terms.known(key), ready, terms.fail(false));
    }
    Term then = ready;
    return owner.map(o -> choose(terms.isNone(o), terms.fail(own), then)).orElse(then);
  }

  // ---- Terms

  Term choose(Term condition, Term yes, Term no) {
    return terms.make(
        new Shape.If(condition, yes, no), yes.kind() == Kind.NOTHING ? no.kind() : yes.kind());
  }

  Term compare(Comparison comparison, Term left, Term right) {
    return terms.flag(new Shape.Compare(comparison, left, right));
  }

  private Term and(Optional<Term> left, Term right) {
    return left.map(l -> both(l, right)).orElse(right);
  }

  /** Both hold; both are looked at. */
  Term both(Term left, Term right) {
    return terms.flag(new Shape.Both(left, right));
  }
}
