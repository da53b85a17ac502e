package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.SortKey;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.syntax.OrderKey;

/** Orders of rows: measures that have an order, none of them missing. */
final class SortKeys {
  private final Checker in;

  SortKeys(Checker in) {
    this.in = in;
  }

  /** The measures of an order of rows, {@code root} being the variable of the row. */
  List<SortKey> of(List<OrderKey> written, Scope s, EntityRef rows, int root) {
    List<SortKey> keys = new ArrayList<>();
    for (OrderKey key : written) {
      if (new Depth(in).isBounded(key.key())) {
        measure(in.formulas.check(key.key(), s, Ask.PLAIN), root)
            .ifPresent(m -> keys.add(new SortKey(Rebuilding.settled(m), key.descending())));
      }
    }
    if (!keys.isEmpty() && isIdentity(keys.getLast(), rows)) {
      keys.removeLast();
    }
    return keys;
  }

  private Optional<Expr> measure(Expr written, int root) {
    Expr value = in.fitness.present(written);
    if (Open.isBroken(value)) {
      return Optional.empty();
    }
    if (!Fitness.isOrdered(value.type()) && !(value.type() instanceof Type.Text)) {
      in.complaints.say(
          WaterfallProblem.NO_ORDER,
          value.span(),
          "given",
          Fitness.capitalised(TypeText.of(value.type())));
      return Optional.empty();
    }
    if (value.type() instanceof Type.Quantity q && in.paths.mentions(q.unit(), root)) {
      in.complaints.say(
          TypeProblem.LEAVES_ITS_ROWS,
          value.span(),
          "name",
          "an order",
          "verb",
          "compare",
          "unit",
          TypeText.unit(q.unit()));
      return Optional.empty();
    }
    return Optional.of(value);
  }

  /** Rows are in the order of identity anyway where all else is equal. */
  private boolean isIdentity(SortKey key, EntityRef rows) {
    Entity entity = in.vocabulary.entity(rows);
    return !key.descending()
        && entity.parent().isEmpty()
        && key.measure() instanceof Expr.FieldOf field
        && field.row() instanceof Expr.Local
        && field.entity().equals(rows)
        && entity.key().isPresent()
        && entity.key().getAsInt() == field.field();
  }
}
