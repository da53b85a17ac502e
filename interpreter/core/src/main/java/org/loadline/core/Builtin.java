package org.loadline.core;

/** The functions of the language, with their number of arguments; -1 for one or more. */
public enum Builtin {
  ABS("abs", 1),
  SIGN("sign", 1),
  MIN("min", -1),
  MAX("max", -1),
  CLAMP("clamp", 3),
  /** a - b * truncate(a / b): has the sign of a. Fails if b is zero. */
  REMAINDER("remainder", 2),
  /** The 18-place decimal nearest to the true value, half even; so are the next three. */
  EXP("exp", 1),
  /** Fails unless its argument is above zero. */
  LN("ln", 1),
  /** Fails outside its domain. A literal whole exponent is {@link Expr.WholePower} instead. */
  POWER("power", 2),
  NORMAL_CDF("normal_cdf", 1);

  private final String word;
  private final int arity;

  Builtin(String word, int arity) {
    this.word = word;
    this.arity = arity;
  }

  /** How authors write it. */
  public String word() {
    return word;
  }

  public int arity() {
    return arity;
  }

  /** Whether it can fail by itself, whatever its arguments are made of. */
  public boolean isPartial() {
    return switch (this) {
      case REMAINDER, EXP, LN, POWER -> true;
      case ABS, SIGN, MIN, MAX, CLAMP, NORMAL_CDF -> false;
    };
  }
}
