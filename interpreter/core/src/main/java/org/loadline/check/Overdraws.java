package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.model.Bounds;
import org.loadline.values.Exact;
import org.loadline.values.Rounding;

/** Whether the text shows that an amount leaves an input at its floor or above. */
final class Overdraws {
  private final Checker in;

  Overdraws(Checker in) {
    this.in = in;
  }

  /** {@code amount} is not below zero, which is looked at whenever it is moved. */
  boolean may(Expr amount, Optional<Expr> cap, Inputs.Input from) {
    Optional<Exact> floor = from.bucket().floor();
    if (floor.isEmpty()) {
      return false;
    }
    Optional<String> key = PathKey.of(from.read());
    return key.isEmpty()
        || !(keeps(amount, key.get(), floor.get())
            || cap.filter(c -> keeps(c, key.get(), floor.get())).isPresent());
  }

  /** Whether the input less the formula, where that is above zero, is at least the floor. */
  private boolean keeps(Expr expr, String key, Exact floor) {
    boolean whole = PathKey.of(expr).filter(key::equals).isPresent();
    if (whole) {
      return floor.signum() <= 0;
    }
    return switch (expr) {
      case Expr.Arithmetic e ->
          switch (e.operation()) {
            case MULTIPLY ->
                (isShare(e.left()) && keeps(e.right(), key, floor))
                    || (isShare(e.right()) && keeps(e.left(), key, floor));
            case LESS -> isShare(e.right()) && keeps(e.left(), key, floor);
            case SUBTRACT -> leaves(e, key, floor);
            case ADD -> false;
          };
      case Expr.Apply e when e.builtin() == Builtin.MIN ->
          e.arguments().stream().anyMatch(a -> keeps(a, key, floor));
      case Expr.Apply e when e.builtin() == Builtin.MAX ->
          e.arguments().stream().allMatch(a -> isZero(a) || keeps(a, key, floor));
      case Expr.Round e ->
          List.of(Rounding.FLOOR, Rounding.TRUNCATE).contains(e.rounding())
              && keeps(e.operand(), key, floor);
      case Expr.Decision e ->
          e.arms().stream().allMatch(a -> isZero(a.value()) || keeps(a.value(), key, floor))
              && e.otherwise().filter(o -> !isZero(o) && !keeps(o, key, floor)).isEmpty();
      default -> false;
    };
  }

  /** The input less what stays in it. */
  private static boolean leaves(Expr.Arithmetic e, String key, Exact floor) {
    return PathKey.of(e.left()).filter(key::equals).isPresent()
        && e.right() instanceof Expr.Constant c
        && c.value() instanceof Exact stays
        && stays.compareTo(floor) >= 0;
  }

  private static boolean isZero(Expr expr) {
    return expr instanceof Expr.Constant c && c.value() instanceof Exact v && v.signum() == 0;
  }

  /** A number from 0 to 1, by the text. */
  private boolean isShare(Expr expr) {
    return switch (expr) {
      case Expr.Constant c ->
          c.value() instanceof Exact v && v.signum() >= 0 && v.compareTo(Exact.ONE) <= 0;
      case Expr.ParamValue p ->
          in.vocabulary
              .bound()
              .params()
              .get(p.param().index())
              .within()
              .filter(this::isShare)
              .isPresent();
      default -> false;
    };
  }

  private boolean isShare(Bounds bounds) {
    return bounds.least().signum() >= 0 && bounds.most().compareTo(Exact.ONE) <= 0;
  }
}
