package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.model.Table;
import org.loadline.values.Exact;

/** How what is worked out of numbers moves when they do: the rules that every walk shares. */
final class CourseRules {
  private CourseRules() {}

  static Course arithmetic(Expr.Arithmetic.Operation operation, Course left, Course right) {
    return switch (operation) {
      case ADD -> left.plus(right);
      case SUBTRACT -> left.plus(right.negate());
      case MULTIPLY -> left.times(right);
      case LESS -> left.times(Course.of(Exact.ONE).plus(right.negate()));
    };
  }

  static Course quotient(Course left, Course right) {
    return left.times(right.inverse());
  }

  static Course power(Course operand, int exponent) {
    if (exponent == 0) {
      return Course.of(Exact.ONE);
    }
    Course signs = exponent % 2 == 1 ? operand : operand.abs();
    return exponent == 1 ? operand : signsOf(signs).moving(signs.trend());
  }

  static Course apply(Builtin builtin, List<Course> all) {
    Course first = all.getFirst();
    return switch (builtin) {
      case ABS -> first.abs();
      case SIGN -> signsOf(first).moving(first.trend());
      case MIN -> all.stream().reduce(first, Course::min);
      case MAX -> all.stream().reduce(first, Course::max);
      case CLAMP -> first.max(all.get(1)).min(all.get(2));
      case EXP, NORMAL_CDF -> Course.NATURAL.moving(first.trend());
      case LN -> Course.anything(first.trend());
      case POWER -> power(first, all.get(1));
      case REMAINDER ->
          Course.anything(all.stream().anyMatch(Course::moves) ? Trend.UNKNOWN : Trend.SAME);
    };
  }

  private static Course power(Course first, Course exponent) {
    Trend trend =
        exponent.moves()
            ? exponent.trend().or(exponent.trend().reversed())
            : exponent.isNatural()
                ? first.trend()
                : exponent.isNegative()
                    ? first.trend().reversed()
                    : first.trend().or(first.trend().reversed());
    boolean lost = (first.moves() && exponent.moves()) || !first.isNatural();
    return Course.NATURAL.moving(
        lost && (first.moves() || exponent.moves()) ? Trend.UNKNOWN : trend);
  }

  static Course round(Course operand, Course step) {
    return signsOf(operand).moving(step.moves() ? Trend.UNKNOWN : operand.trend());
  }

  static Course squareRoot(Course operand) {
    return Course.NATURAL.moving(operand.trend());
  }

  /** What stays on its side of zero, and stands still. */
  static Course signsOf(Course operand) {
    if (operand.isNatural()) {
      return Course.NATURAL;
    }
    return operand.isNegative() ? Course.NATURAL.negate() : Course.ANY;
  }

  /** What stands on a line between points whose cells rise, fall or do either with the key. */
  static Course interpolated(Course cells, Trend key) {
    return cells.moving(along(key, cells.trend()));
  }

  /** The trend of what a key leads to, if that moves from row to row as {@code rows} says. */
  static Trend along(Trend key, Trend rows) {
    return switch (rows) {
      case RISES -> key;
      case FALLS -> key.reversed();
      case SAME, EDGES -> Trend.SAME;
      case EITHER, UNKNOWN -> key.or(key.reversed());
    };
  }

  /** The cells of a column of a written table, and how they move from row to row. */
  static Optional<Course> cells(Table table, int column) {
    return KnownSigns.ofCells(table.written(), column);
  }
}
