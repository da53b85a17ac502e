package org.loadline.engine.plan;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.values.Exact;

/**
 * Turns lookups in tables whose rows come from the snapshot into loops over these rows.
 *
 * <p>As the language has it, owner and keys are worked out first, then the key columns of all rows
 * of the owner are read, whichever of them takes the keys.
 */
final class RowTables {
  private final RowLookup.Made made;
  private final Terms terms;

  RowTables(RowLookup.Made made) {
    this.made = made;
    this.terms = made.terms();
  }

  /** The row that takes the keys. */
  Term lookup(Table table, Optional<Term> owner, List<Term> keys, boolean own) {
    RowLookup asked = new RowLookup(made, table, owner, keys);
    boolean edge = table.clamp() && table.keys().getLast().type() instanceof Type.Quantity;
    boolean exchanged = table.symmetric() && keys.size() == 2;
    Term found = asked.found(own || edge || exchanged);
    if (exchanged) {
      RowLookup other = new RowLookup(made, table, owner, keys.reversed());
      found = otherwise(found, other.found(own || edge));
    }
    if (edge) {
      found = otherwise(found, asked.edge(own));
    }
    return asked.ready(found, own);
  }

  private Term otherwise(Term left, Term right) {
    return terms.make(new Shape.Else(left, right), Kind.INDEX);
  }

  /** The value at the key, on the line between the points on either side of it. */
  Term interpolated(Table table, Optional<Term> owner, List<Term> keys, int column, boolean own) {
    RowLookup asked = new RowLookup(made, table, owner, keys);
    Term key = table.clamp() ? clamped(asked, own) : asked.key();
    Term below = asked.nearest(true, key, own);
    Term above = asked.nearest(false, key, own);
    Term from = asked.bound(below);
    Term to = asked.bound(above);
    Term low = asked.cell(column, below);
    Term rise = minus(asked.cell(column, above), low);
    Term share = terms.arithmetic(new Shape.Divide(minus(key, from), minus(to, from), false));
    Term between =
        terms.arithmetic(new Shape.Add(low, terms.arithmetic(new Shape.Multiply(rise, share))));
    Term line = asked.choose(asked.compare(Comparison.EQUAL, from, to), low, between);
    Term found = line;
    // That there are no points is told before anything is read of them.
    for (Term needed : List.of(above, below, key)) {
      found = asked.choose(terms.known(needed), found, terms.fail(false));
    }
    return asked.ready(asked.choose(asked.seen(), found, terms.fail(false)), own);
  }

  /** The key, or the nearest point. */
  private Term clamped(RowLookup asked, boolean own) {
    Term least = asked.extreme(Shape.Total.MIN, own);
    Term most = asked.extreme(Shape.Total.MAX, own);
    Term above = terms.make(new Shape.Choose(true, asked.key(), least), Kind.NUMBER);
    return terms.make(new Shape.Choose(false, above, most), Kind.NUMBER);
  }

  private Term minus(Term left, Term right) {
    return terms.arithmetic(new Shape.Subtract(left, right));
  }

  /** The charge of what lies between zero and the key. */
  Term marginal(Table table, Optional<Term> owner, List<Term> keys, int column, boolean own) {
    RowLookup asked = new RowLookup(made, table, owner, keys);
    Term key = asked.key();
    Term zero = terms.number(Exact.ZERO);
    Term charge = new RowSlices(terms, asked).charge(column, own);
    Term positive =
        asked.choose(asked.compare(Comparison.ABOVE, key, zero), charge, terms.fail(own));
    Term any = asked.choose(asked.compare(Comparison.EQUAL, key, zero), zero, positive);
    return asked.ready(asked.choose(asked.seen(), any, terms.fail(false)), own);
  }
}
