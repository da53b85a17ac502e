package org.loadline.engine.plan;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.values.Exact;
import org.loadline.values.Flag;

/**
 * The charge of a marginal table for a key above zero: of each row, its rate times what lies
 * between its bound and the next, both within zero and the key.
 */
final class RowSlices {
  private final Terms terms;
  private final RowLookup asked;

  RowSlices(Terms terms, RowLookup asked) {
    this.terms = terms;
    this.asked = asked;
  }

  /** The sum of all slices; a failure if the first begins above zero. */
  Term charge(int column, boolean own) {
    Term row = asked.row();
    Term slice = slice(row);
    Term charged = asked.compare(Comparison.ABOVE, slice, terms.number(Exact.ZERO));
    Term sum =
        loop(
            Shape.Total.SUM,
            row,
            Optional.of(charged),
            terms.arithmetic(new Shape.Multiply(asked.cell(column, row), slice)));
    Term from = asked.compare(Comparison.AT_MOST, asked.bound(row), terms.number(Exact.ZERO));
    Term begins = asked.mayLackBound() ? either(asked.lacksBound(row), from) : from;
    Term covered =
        asked.table().clamp() ? any(row, terms.constant(Flag.TRUE, Kind.FLAG)) : any(row, begins);
    return asked.choose(covered, asked.mayLackBound() ? open(column, sum) : sum, terms.fail(own));
  }

  /** Without limit, the first of several rows without a bound takes all. */
  private Term open(int column, Term sum) {
    Term row = asked.row();
    Optional<Term> open = Optional.of(asked.lacksBound(row));
    Term count = loop(Shape.Total.COUNT, row, open, terms.constant(Flag.TRUE, Kind.FLAG));
    Term rate = asked.cell(column, asked.first(open, false));
    return asked.choose(
        asked.compare(Comparison.ABOVE, count, terms.number(Exact.ONE)),
        terms.arithmetic(new Shape.Multiply(rate, asked.key())),
        sum);
  }

  /** How much of the key lies in a row; not above zero if none does. */
  private Term slice(Term row) {
    Term other = asked.another(List.of(row));
    Term zero = terms.number(Exact.ZERO);
    Term next =
        terms.make(
            new Shape.Loop(
                Shape.Total.MIN,
                List.of(other),
                Optional.of(after(other, row)),
                asked.bound(other),
                true),
            Kind.NUMBER);
    Term end =
        terms.make(new Shape.Else(chosen(false, asked.key(), next), asked.key()), Kind.NUMBER);
    Term from = chosen(true, asked.bound(row), zero);
    if (asked.mayLackBound()) {
      from = asked.choose(asked.lacksBound(row), zero, from);
    }
    if (asked.table().clamp()) {
      from = asked.choose(any(other, after(row, other)), from, zero);
    }
    return terms.arithmetic(new Shape.Subtract(end, from));
  }

  /**
   * Whether a row comes after another by its bound, and at last by its place; no bound is least.
   */
  private Term after(Term row, Term other) {
    Term above = asked.compare(Comparison.ABOVE, asked.bound(row), asked.bound(other));
    Term equal = asked.compare(Comparison.EQUAL, asked.bound(row), asked.bound(other));
    Term later = asked.compare(Comparison.ABOVE, row, other);
    Term both = either(above, asked.both(equal, later));
    if (!asked.mayLackBound()) {
      return both;
    }
    Term bounded = asked.both(asked.hasBound(row), either(asked.lacksBound(other), both));
    Term open = asked.both(asked.both(asked.lacksBound(row), asked.lacksBound(other)), later);
    return either(bounded, open);
  }

  private Term any(Term row, Term condition) {
    return terms.make(
        new Shape.Loop(Shape.Total.ANY, List.of(row), Optional.empty(), condition, false),
        Kind.FLAG);
  }

  private Term loop(Shape.Total total, Term row, Optional<Term> filter, Term body) {
    return terms.make(new Shape.Loop(total, List.of(row), filter, body, false), Kind.NUMBER);
  }

  private Term chosen(boolean greatest, Term left, Term right) {
    return terms.make(new Shape.Choose(greatest, left, right), Kind.NUMBER);
  }

  private Term either(Term left, Term right) {
    return terms.flag(new Shape.Or(left, right));
  }
}
