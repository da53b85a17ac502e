package org.loadline.engine.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.engine.plan.Shape;
import org.loadline.values.Exact;
import org.loadline.values.FunctionResult;
import org.loadline.values.Functions;

/** Arithmetic on numbers that are known to lie between two bounds, both included. */
final class NumberReach {
  private NumberReach() {}

  /** Something to do with a number. */
  interface Rising {
    Optional<Exact> of(Exact number);
  }

  /** What rises or falls with its operand lies between what it is at both ends. */
  static Reach between(Reach operand, Rising rising) {
    if (!(operand instanceof Reach.Between number) || !number.isLimited()) {
      return Reach.OPEN;
    }
    Optional<Exact> low = rising.of(number.least().orElseThrow());
    Optional<Exact> high = rising.of(number.greatest().orElseThrow());
    return low.isPresent() && high.isPresent()
        ? Reach.Between.of(low.get(), high.get())
        : Reach.OPEN;
  }

  /** Something to do with two numbers. */
  interface Corner {
    Optional<Exact> of(Exact left, Exact right);
  }

  /** What rises or falls with each of two operands, as the other stands, is extreme at a corner. */
  static Reach corners(Reach left, Reach right, Corner corner) {
    if (!(left instanceof Reach.Between a)
        || !(right instanceof Reach.Between b)
        || !a.isLimited()
        || !b.isLimited()) {
      return Reach.OPEN;
    }
    List<Exact> values = new ArrayList<>();
    for (Exact l : ends(a)) {
      for (Exact r : ends(b)) {
        Optional<Exact> value = corner.of(l, r);
        if (value.isEmpty()) {
          return Reach.OPEN;
        }
        values.add(value.get());
      }
    }
    return Reach.Between.of(
        values.stream().min(Exact::compareTo).orElseThrow(),
        values.stream().max(Exact::compareTo).orElseThrow());
  }

  private static List<Exact> ends(Reach.Between number) {
    Exact least = number.least().orElseThrow();
    Exact greatest = number.greatest().orElseThrow();
    return least.equals(greatest) ? List.of(least) : List.of(least, greatest);
  }

  static Reach plus(Reach left, Reach right) {
    if (left instanceof Reach.Between a
        && right instanceof Reach.Between b
        && a.isLimited()
        && b.isLimited()) {
      return Reach.Between.of(
          a.least().orElseThrow().plus(b.least().orElseThrow()),
          a.greatest().orElseThrow().plus(b.greatest().orElseThrow()));
    }
    return Reach.OPEN;
  }

  static Reach negate(Reach operand) {
    return between(operand, x -> Optional.of(x.negate()));
  }

  static Reach times(Reach left, Reach right) {
    return corners(left, right, (a, b) -> Optional.of(a.times(b)));
  }

  /** Unless the divisor may be zero. */
  static Reach dividedBy(Reach left, Reach right) {
    if (!(right instanceof Reach.Between divisor)
        || !divisor.isLimited()
        || divisor.least().orElseThrow().signum() * divisor.greatest().orElseThrow().signum()
            <= 0) {
      return Reach.OPEN;
    }
    return corners(left, right, (a, b) -> Optional.of(a.dividedBy(b)));
  }

  static Reach abs(Reach operand) {
    Reach ends = between(operand, x -> Optional.of(x.abs()));
    return ends instanceof Reach.Between(var least, var greatest)
            && operand instanceof Reach.Between number
            && number.least().orElseThrow().signum() < 0
            && number.greatest().orElseThrow().signum() > 0
        ? new Reach.Between(Optional.of(Exact.ZERO), greatest)
        : ends;
  }

  /** By a divisor that is the same at each point. */
  static Reach remainder(Reach left, Exact divisor) {
    if (divisor.signum() == 0 || !(left instanceof Reach.Between number) || !number.isLimited()) {
      return Reach.OPEN;
    }
    Exact least = number.least().orElseThrow();
    Exact greatest = number.greatest().orElseThrow();
    boolean sameQuotient =
        least.minus(least.remainder(divisor)).equals(greatest.minus(greatest.remainder(divisor)));
    if (sameQuotient) {
      return between(left, x -> Optional.of(x.remainder(divisor)));
    }
    return Reach.Between.of(
        least.signum() < 0 ? divisor.abs().negate() : Exact.ZERO,
        greatest.signum() > 0 ? divisor.abs() : Exact.ZERO);
  }

  static Reach choose(boolean greatest, Reach left, Reach right) {
    if (left instanceof Reach.Between a && right instanceof Reach.Between b) {
      return greatest
          ? new Reach.Between(
              Reach.greatest(a.least(), b.least()), Reach.greatest(a.greatest(), b.greatest()))
          : new Reach.Between(
              Reach.least(a.least(), b.least()), Reach.least(a.greatest(), b.greatest()));
    }
    return Reach.either(left, right);
  }

  static Reach function(Shape.Function function, List<Reach> arguments) {
    return switch (function.builtin()) {
      case EXP -> between(arguments.getFirst(), x -> defined(Functions.exp(x)));
      case LN -> between(arguments.getFirst(), x -> defined(Functions.ln(x)));
      case NORMAL_CDF -> between(arguments.getFirst(), x -> defined(Functions.normalCdf(x)));
      case POWER ->
          corners(
              arguments.get(0),
              arguments.get(1),
              (base, exponent) ->
                  base.signum() > 0 ? defined(Functions.power(base, exponent)) : Optional.empty());
      case Builtin.ABS, Builtin.SIGN, Builtin.MIN, Builtin.MAX, Builtin.CLAMP, Builtin.REMAINDER ->
          throw new IllegalArgumentException(function.builtin().word() + " is none of these");
    };
  }

  private static Optional<Exact> defined(FunctionResult result) {
    return result instanceof FunctionResult.Defined(Exact number)
        ? Optional.of(number)
        : Optional.empty();
  }
}
