package org.loadline.bound;

import java.util.Set;

/** Names that mean something everywhere, so that a policy cannot give them another meaning. */
final class ReservedNames {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "all",
          "any",
          "away",
          "ceil",
          "clamp",
          "count",
          "exp",
          "floor",
          "ln",
          "max",
          "mean",
          "min",
          "normal_cdf",
          "power",
          "remainder",
          "round",
          "sign",
          "sqrt",
          "sum",
          "truncate",
          "unlimited");
  private static final Set<String> TYPES =
      Set.of("number", "ratio", "count", "flag", "text", "date", "instant", "duration", "series");

  private ReservedNames() {}

  /** Whether a fact, param, function or table cannot be called this. */
  static boolean inFormulas(String name) {
    return FUNCTIONS.contains(name);
  }

  /** Whether a unit, choice or entity cannot be called this. */
  static boolean inTypes(String name) {
    return TYPES.contains(name) || BuiltinUnit.of(name).isPresent();
  }

  static Set<String> types() {
    return TYPES;
  }
}
