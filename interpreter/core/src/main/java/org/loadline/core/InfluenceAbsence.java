package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.values.None;

/** Whether a formula has no value: it is none, or {@code else} answers for it. */
final class InfluenceAbsence {
  private final Program program;
  private final InfluenceWalk walk;

  InfluenceAbsence(Program program, InfluenceWalk walk) {
    this.program = program;
    this.walk = walk;
  }

  /** Whether a formula is none. */
  Course none(Expr formula, InfluencePlace at) {
    if (!formula.type().isOptional()) {
      return InfluenceTruth.FAILS;
    }
    return switch (formula) {
      case Expr.Constant e -> isNothing(e) ? InfluenceTruth.HOLDS : InfluenceTruth.FAILS;
      case Expr.Decision e -> noneOf(e.arms(), e.otherwise(), at);
      case Expr.Else e -> fails(e.left(), at).min(none(e.right(), at));
      case Expr.FactOf e when e.row().filter(r -> walk.course(r, at).moves()).isEmpty() -> {
        Fact fact = program.fact(e.fact());
        boolean itself = walk.facts().isCause(fact);
        yield itself
            ? InfluenceTruth.EITHER.moving(Trend.UNKNOWN)
            : none(fact.body(), walk.facts().enter(e, fact, at));
      }
      case Expr.FieldOf e ->
          InfluenceTruth.open(
              walk.course(e.row(), at).moves()
                  || at.given(Cause.column(e.entity(), e.field()))
                      .filter(Course::moves)
                      .isPresent());
      case Expr.ParamValue _, Expr.SystemValue _ -> InfluenceTruth.EITHER;
      default -> InfluenceTruth.open(walk.course(formula, at).moves());
    };
  }

  private Course noneOf(List<Expr.Decision.Arm> arms, Optional<Expr> otherwise, InfluencePlace at) {
    Expr.Decision.Arm first = arms.getFirst();
    if (arms.size() == 1 && otherwise.isEmpty()) {
      return none(first.value(), at);
    }
    InfluencePlace rest = walk.refinement().refine(first.condition(), false, at);
    Course fails =
        arms.size() == 1
            ? none(otherwise.orElseThrow(), rest)
            : noneOf(arms.subList(1, arms.size()), otherwise, rest);
    return InfluenceTruth.either(
        walk.course(first.condition(), at),
        none(first.value(), walk.refinement().refine(first.condition(), true, at)),
        fails);
  }

  /** Whether {@code else} answers for a formula: its outermost operation fails, or it is none. */
  Course fails(Expr formula, InfluencePlace at) {
    Course none = none(formula, at);
    Course failed =
        switch (formula) {
          case Expr.Divide e ->
              InfluenceComparisons.equal(walk.course(e.right(), at), InfluenceTruth.FAILS);
          case Expr.Round e -> fails(e.operand(), at);
          case Expr.AsNumber e -> fails(e.operand(), at);
          case Expr.FieldOf e -> fails(e.row(), at);
          case Expr.FactOf e -> e.row().map(r -> fails(r, at)).orElse(InfluenceTruth.FAILS);
          case Expr.SquareRoot e ->
              InfluenceTruth.not(
                  InfluenceComparisons.compare(
                      Comparison.AT_LEAST, walk.course(e.operand(), at), InfluenceTruth.FAILS));
          case Expr.Aggregate e -> walk.rows().isEmpty(e, at);
          case Expr.Search e -> walk.loops().findsNothing(e, at);
          case Expr.Lookup e -> walk.lookups().hasNoRow(e.table(), e.owner(), e.keys(), at);
          case Expr.Marginal e -> walk.lookups().hasNoRow(e.table(), e.owner(), e.keys(), at);
          case Expr.Interpolated e -> walk.lookups().hasNoRow(e.table(), e.owner(), e.keys(), at);
          case Expr.Constant _,
              Expr.Local _,
              Expr.ParamValue _,
              Expr.SystemValue _,
              Expr.Negate _,
              Expr.Arithmetic _,
              Expr.WholePower _,
              Expr.Compare _,
              Expr.Same _,
              Expr.IsNone _,
              Expr.IsUnlimited _,
              Expr.InRange _,
              Expr.Among _,
              Expr.And _,
              Expr.Or _,
              Expr.Not _,
              Expr.Decision _ ->
              InfluenceTruth.FAILS;
          case Expr.Else e -> fails(e.left(), at).min(fails(e.right(), at));
          case Expr.Apply _,
              Expr.Given _,
              Expr.Pick _,
              Expr.RowWithKey _,
              Expr.End _,
              Expr.Place _,
              Expr.Fold _,
              Expr.Repeat _ -> {
            boolean moves =
                ExprWalk.parts(formula).stream().anyMatch(p -> walk.course(p, at).moves());
            yield InfluenceTruth.open(moves);
          }
        };
    return none.max(failed);
  }

  static boolean isNothing(Expr value) {
    return value instanceof Expr.Constant(var type, var span, None none);
  }
}
