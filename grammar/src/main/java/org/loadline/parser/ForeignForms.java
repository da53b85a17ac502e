package org.loadline.parser;

import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** How other languages write what this one writes otherwise, and what to write instead. */
final class ForeignForms {
  /** By a word that stands after a value. */
  private static final Map<String, String> AFTER_A_VALUE =
      Map.of(
          "between", "Write `a in 1 .. 3`, which includes both ends.",
          "mod", "Write `remainder(a, b)`.",
          "order", "Write `xs ranked by value descending`.",
          "sorted", "Write `xs ranked by value descending`.",
          "limit", "Write `xs ranked by value take first 3`.");

  /** By a word that a value follows. */
  private static final Map<String, String> BEFORE_A_VALUE =
      Map.of(
          "repeat", "Write `repeat at most 9 times a from 1 while a < 5: a * 2`.",
          "solve", "Write `first x in 0 .. 10 by 0.1 such that condition`.",
          "return", "A fact is its formula alone: take `return` out.",
          "any", "Write `any(x.flag for x in xs)`.",
          "all", "Write `all(x.flag for x in xs)`.");

  /** By a sign that stands where a value is wanted. */
  private static final Map<Integer, String> INSTEAD_OF_A_VALUE =
      Map.of(
          RiskParser.WHEN,
          "The value stands before its condition: `a when condition | b otherwise`.",
          RiskParser.GIVEN,
          "What is supposed stands after the value: `health given market.mark = 5`.",
          RiskParser.PLUS,
          "A number without a sign is above zero: take the `+` out.",
          RiskParser.PIPE,
          "What a number is without its sign is `abs(x)`; `|` begins the next arm of a"
              + " decision.");

  private ForeignForms() {}

  /** What to write instead of a word that joins two values, or stands before one. */
  static Optional<String> joining(Token before, Token offending) {
    return Optional.ofNullable(AFTER_A_VALUE.get(offending.getText()))
        .or(() -> Optional.ofNullable(BEFORE_A_VALUE.get(before.getText())));
  }

  /** What to write instead of what stands where a value is wanted. */
  static Optional<String> insteadOfAValue(Token offending) {
    return Optional.ofNullable(INSTEAD_OF_A_VALUE.get(offending.getType()));
  }
}
