package org.loadline.values;

import java.util.Optional;

/** What a function of {@link Functions} gives: a number, or why there is none. */
public sealed interface FunctionResult {
  /** The 18-place decimal nearest to the true value, half even. */
  record Defined(Exact number) implements FunctionResult {}

  /** Why a function has no value that a policy can hold. */
  enum Undefined implements FunctionResult {
    /** The logarithm of zero or of a number below zero. */
    LOGARITHM_OF_NON_POSITIVE,
    /** A number below zero to an exponent that is not whole. */
    FRACTIONAL_POWER_OF_NEGATIVE,
    /** Zero to an exponent below zero. */
    NEGATIVE_POWER_OF_ZERO,
    /** The result has {@link Exact#exceedsLimit()}. */
    TOO_LARGE
  }

  /** Returns the number, if there is one. */
  default Optional<Exact> value() {
    return switch (this) {
      case Defined(Exact number) -> Optional.of(number);
      case Undefined undefined -> Optional.empty();
    };
  }
}
