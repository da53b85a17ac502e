package org.loadline.engine.solve;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.plan.Shape;
import org.loadline.values.Exact;
import org.loadline.values.FunctionResult;
import org.loadline.values.Functions;
import org.loadline.values.Rounding;

/** Operations whose results are no polynomials: their operands must be known by themselves. */
final class FunctionPiece {
  private static final Exact FEWEST = Exact.of(-64);
  private static final Exact MOST = Exact.of(Exact.MAX_PLACES);

  private final Piece piece;

  FunctionPiece(Piece piece) {
    this.piece = piece;
  }

  Held remainder(Ratio left, Ratio right, boolean own) {
    Exact divisor = piece.here(right);
    if (divisor.signum() == 0) {
      throw Failure.of(own);
    }
    return limited(piece.here(left).remainder(divisor));
  }

  Held function(Shape.Function function) {
    List<Exact> values =
        function.arguments().stream().map(a -> piece.here(piece.number(a))).toList();
    FunctionResult result =
        switch (function.builtin()) {
          case EXP -> Functions.exp(values.getFirst());
          case LN -> Functions.ln(values.getFirst());
          case POWER -> Functions.power(values.get(0), values.get(1));
          case NORMAL_CDF -> Functions.normalCdf(values.getFirst());
          case ABS, SIGN, MIN, MAX, CLAMP, REMAINDER ->
              throw new IllegalArgumentException(function.builtin().word() + " is none of these");
        };
    return switch (result) {
      case FunctionResult.Defined(Exact number) -> Piece.of(number);
      case FunctionResult.Undefined reason -> throw Failure.of(function.own());
    };
  }

  Held round(Shape.Round round) {
    Exact value = piece.here(piece.number(round.operand()));
    Exact step = step(piece.here(piece.number(round.step())), round.places());
    return limited(round.rounding().round(value, step));
  }

  Held root(Shape.RoundRoot root) {
    Exact value = piece.here(piece.number(root.operand()));
    if (value.signum() < 0) {
      throw Failure.of(root.own());
    }
    Exact step = step(piece.here(piece.number(root.step())), root.places());
    return limited(Rounding.sqrt(value, step, root.rounding()));
  }

  /** {@return the number rounded; nothing if it has too many digits} */
  static Optional<Exact> rounded(Rounding rounding, Exact value, Exact step) {
    return Optional.of(rounding.round(value, step)).filter(number -> !number.exceedsLimit());
  }

  /** {@return the root rounded; nothing of a number below zero, or if it has too many digits} */
  static Optional<Exact> rootOf(Rounding rounding, Exact value, Exact step) {
    return Optional.of(value)
        .filter(v -> v.signum() >= 0)
        .map(v -> Rounding.sqrt(v, step, rounding))
        .filter(number -> !number.exceedsLimit());
  }

  static Exact step(Exact step, boolean places) {
    if (places && (!step.isWhole() || step.compareTo(FEWEST) < 0 || step.compareTo(MOST) > 0)) {
      throw Failure.FAULT;
    }
    if (!places && step.signum() <= 0) {
      throw Failure.FAULT;
    }
    return places ? Exact.ofUnscaled(BigInteger.ONE, step.intValueExact()) : step;
  }

  private static Held limited(Exact number) {
    if (number.exceedsLimit()) {
      throw Failure.FAULT;
    }
    return Piece.of(number);
  }
}
