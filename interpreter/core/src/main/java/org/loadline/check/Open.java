package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.values.None;

/**
 * What is still open while a formula is checked; none of it leaves the checker.
 *
 * <p>{@link #BROKEN} is the type of a formula with an error: nothing more is said about what uses
 * it. {@link #EVERY} is the unit of a plain {@code 0} and of {@code unlimited}, which fit anywhere.
 */
final class Open {
  static final Type BROKEN = new Type.RowOf(new EntityRef(-1, ""), new RowPath(-1, "", List.of()));
  static final Unit EVERY = Unit.of("every unit", Optional.empty());
  static final Type ZERO = new Type.Quantity(EVERY, Type.Form.DECIMAL, false);
  static final Type UNLIMITED = new Type.Quantity(EVERY, Type.Form.DECIMAL, true);

  private Open() {}

  static Expr broken(Span span) {
    return new Expr.Constant(BROKEN, span, None.INSTANCE);
  }

  static boolean isBroken(Expr expr) {
    return isBroken(expr.type());
  }

  static boolean isBroken(Type type) {
    return type.present().equals(BROKEN);
  }

  static boolean anyBroken(List<Expr> exprs) {
    return exprs.stream().anyMatch(Open::isBroken);
  }

  /** The type that a name has for others: what fits anywhere becomes a plain number. */
  static Type settled(Type type) {
    return inUnit(type, Unit.ONE);
  }

  /** A type with {@code unit} wherever any would fit. */
  static Type inUnit(Type type, Unit unit) {
    return switch (type) {
      case Type.Quantity q when q.unit().equals(EVERY) ->
          new Type.Quantity(unit, q.form(), q.orUnlimited());
      case Type.OrNone optional -> new Type.OrNone(inUnit(optional.of(), unit));
      default -> type;
    };
  }
}
