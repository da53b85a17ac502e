package org.loadline.bound;

import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * A value that the text alone decides, with its type.
 *
 * <p>{@code bare}: written without a unit, so that it takes the unit of its place.
 */
record Constant(Type type, Value value, boolean bare, Span span) {
  static Constant number(Exact value, Unit unit, boolean bare, Span span) {
    return new Constant(new Type.Quantity(unit, Type.Form.DECIMAL, false), value, bare, span);
  }

  static Constant unlimited(Span span) {
    return new Constant(
        new Type.Quantity(Unit.ONE, Type.Form.DECIMAL, true), Unlimited.INSTANCE, true, span);
  }

  boolean isNumber() {
    return type instanceof Type.Quantity && value instanceof Exact;
  }

  boolean isZero() {
    return isNumber() && exact().signum() == 0;
  }

  /** The number; only if there is one. */
  Exact exact() {
    return (Exact) value;
  }

  /** The unit of a quantity; one for anything else. */
  Unit unit() {
    return type instanceof Type.Quantity quantity ? quantity.unit() : Unit.ONE;
  }

  Constant at(Span place) {
    return new Constant(type, value, bare, place);
  }
}
