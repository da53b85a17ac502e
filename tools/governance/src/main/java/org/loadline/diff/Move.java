package org.loadline.diff;

import java.util.Optional;
import org.loadline.model.Bounds;
import org.loadline.model.ChangeRule;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * How a value that governance sets has moved, and whether the policy allows it.
 *
 * <p>{@code rule} is that of the old policy: a proposal does not loosen what it is judged by.
 */
public record Move(
    Type type,
    Value from,
    Value to,
    Optional<Bounds> withinBefore,
    Optional<Bounds> withinAfter,
    ChangeRule rule) {

  /** By how much it rose; empty unless both are numbers. */
  public Optional<Exact> by() {
    return from instanceof Exact a && to instanceof Exact b
        ? Optional.of(b.minus(a))
        : Optional.empty();
  }

  /** By how much of its old value it rose; empty if that was zero, or is no quantity. */
  public Optional<Exact> ofItsValue() {
    if (!(type.present() instanceof Type.Quantity)
        || !(from instanceof Exact old)
        || old.signum() == 0) {
      return Optional.empty();
    }
    return by().map(rise -> rise.dividedBy(old.abs()));
  }

  /** Whether the new value lies in the bounds that the old policy sets; empty if it sets none. */
  public Optional<Boolean> inOldBounds() {
    return to instanceof Exact value
        ? withinBefore.map(bounds -> bounds.holds(value))
        : Optional.empty();
  }

  /**
   * Whether it moved by no more than the old policy allows at once; empty if that sets no limit.
   * When it last moved is not asked here.
   */
  public Optional<Boolean> withinRule() {
    Optional<Exact> moved = rule.ofItsValue() ? ofItsValue() : by();
    return rule.most().flatMap(most -> moved.map(m -> m.abs().compareTo(most) <= 0));
  }
}
