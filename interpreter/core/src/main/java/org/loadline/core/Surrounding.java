package org.loadline.core;

import org.loadline.values.Exact;
import org.loadline.values.Rounding;

/** What stands around a part of a formula, and which way that takes it. */
final class Surrounding {
  private Surrounding() {}

  /** Whether something may be put around a formula that is followed. */
  static boolean mayWrap(Expr formula) {
    return formula instanceof Expr.Arithmetic
        || formula instanceof Expr.Divide
        || formula instanceof Expr.Round
        || formula instanceof Expr.Else
        || formula instanceof Expr.And
        || formula instanceof Expr.Or
        || formula instanceof Expr.Apply;
  }

  /** Where an operation takes one of its operands. */
  static Trend of(InfluenceWalk walk, FormulaChange.At whole, Expr inside) {
    Course x = FormulaChange.range(walk, whole.of(inside));
    return switch (whole.formula()) {
      case Expr.Apply e ->
          switch (e.builtin()) {
            case MIN -> Trend.FALLS;
            case MAX -> Trend.RISES;
            case ABS -> Trend.RISES;
            default -> Trend.UNKNOWN;
          };
      case Expr.And e -> Trend.FALLS;
      case Expr.Or e -> Trend.RISES;
      case Expr.Else e -> e.left() == inside ? Trend.SAME : Trend.UNKNOWN;
      case Expr.Round e -> e.operand() == inside ? rounded(e.rounding(), x) : Trend.UNKNOWN;
      case Expr.Divide e ->
          e.left() == inside
              ? scaled(x, FormulaChange.range(walk, whole.of(e.right()))).reversed()
              : Trend.UNKNOWN;
      case Expr.Arithmetic e -> {
        boolean left = e.left() == inside;
        Course by = FormulaChange.range(walk, whole.of(left ? e.right() : e.left()));
        yield switch (e.operation()) {
          case ADD -> sign(by);
          case SUBTRACT -> left ? sign(by).reversed() : Trend.UNKNOWN;
          case MULTIPLY -> scaled(x, by);
          case LESS -> left ? scaled(x, Course.of(Exact.ONE).plus(by.negate())) : Trend.UNKNOWN;
        };
      }
      default -> Trend.UNKNOWN;
    };
  }

  private static Trend sign(Course by) {
    return by.isNatural() ? Trend.RISES : by.isNegative() ? Trend.FALLS : Trend.UNKNOWN;
  }

  /** A number times a factor that is at least one, or between zero and one. */
  private static Trend scaled(Course number, Course factor) {
    Course one = Course.of(Exact.ONE);
    Trend away =
        InfluenceTruth.isAtLeast(factor, one)
            ? Trend.RISES
            : factor.isNatural() && InfluenceTruth.isAtLeast(one, factor)
                ? Trend.FALLS
                : Trend.UNKNOWN;
    return number.isNatural() ? away : number.isNegative() ? away.reversed() : Trend.UNKNOWN;
  }

  private static Trend rounded(Rounding rounding, Course number) {
    return switch (rounding) {
      case FLOOR -> Trend.FALLS;
      case CEIL -> Trend.RISES;
      case TRUNCATE -> sign(number).reversed();
      case AWAY -> sign(number);
      default -> Trend.UNKNOWN;
    };
  }
}
