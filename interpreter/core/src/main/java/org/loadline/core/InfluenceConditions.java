package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.values.Exact;

/** How conditions move, as numbers 0 and 1, and what is decided by them. */
final class InfluenceConditions {
  private final Program program;
  private final InfluenceWalk walk;
  private final InfluenceComparisons comparisons;
  private final InfluenceAbsence absence;

  InfluenceConditions(Program program, InfluenceWalk walk) {
    this.program = program;
    this.walk = walk;
    this.comparisons = new InfluenceComparisons(walk);
    this.absence = new InfluenceAbsence(program, walk);
  }

  Course course(Expr formula, InfluencePlace at) {
    return switch (formula) {
      case Expr.Compare e -> comparisons.compare(e, at);
      case Expr.Same e -> unless(e.negated(), comparisons.same(e, at));
      case Expr.IsNone e -> unless(e.negated(), absence.none(e.operand(), at));
      case Expr.IsUnlimited e ->
          unless(e.negated(), InfluenceTruth.EITHER.moving(walk.course(e.operand(), at).trend()));
      case Expr.InRange e -> unless(e.negated(), comparisons.inRange(e, at));
      case Expr.Among e -> unless(e.negated(), comparisons.among(e, at));
      case Expr.And e ->
          walk.course(e.left(), at)
              .min(walk.course(e.right(), walk.refinement().refine(e.left(), true, at)));
      case Expr.Or e ->
          walk.course(e.left(), at)
              .max(walk.course(e.right(), walk.refinement().refine(e.left(), false, at)));
      case Expr.Not e -> InfluenceTruth.not(walk.course(e.operand(), at));
      case Expr.Decision e -> decision(e, at);
      case Expr.Else e -> {
        Course left = walk.course(e.left(), at);
        // Between a number and none there is no direction.
        yield InfluenceAbsence.isNothing(e.right())
            ? left
            : InfluenceTruth.either(absence.fails(e.left(), at), walk.course(e.right(), at), left);
      }
      default -> throw new IllegalArgumentException("no condition: " + formula);
    };
  }

  private static Course unless(boolean negated, Course condition) {
    return negated ? InfluenceTruth.not(condition) : condition;
  }

  private Course decision(Expr.Decision e, InfluencePlace at) {
    return decision(e.arms(), e.otherwise(), at);
  }

  private Course decision(
      List<Expr.Decision.Arm> arms, Optional<Expr> otherwise, InfluencePlace at) {
    Expr.Decision.Arm first = arms.getFirst();
    boolean last = arms.size() == 1;
    if (last && otherwise.isEmpty()) {
      return value(first.value(), at);
    }
    Course condition = walk.course(first.condition(), at);
    if (condition.isSurely(Exact.ONE)) {
      return value(first.value(), at);
    }
    InfluencePlace rest = walk.refinement().refine(first.condition(), false, at);
    if (condition.isSurely(Exact.ZERO)) {
      return rest(arms, otherwise, rest);
    }
    Course holds = value(first.value(), walk.refinement().refine(first.condition(), true, at));
    Course fails = rest(arms, otherwise, rest);
    boolean nothing =
        InfluenceAbsence.isNothing(first.value())
            || (last && otherwise.filter(InfluenceAbsence::isNothing).isPresent());
    boolean alike =
        Shape.of(program, first.value())
            .equals(
                last ? otherwise.map(o -> Shape.of(program, o)).orElseThrow() : shape(arms.get(1)));
    if (nothing) {
      // Between a number and none there is no direction.
      return InfluenceAbsence.isNothing(first.value()) ? fails : holds;
    }
    return last && alike ? holds.or(fails) : InfluenceTruth.either(condition, holds, fails);
  }

  private Object shape(Expr.Decision.Arm arm) {
    return Shape.of(program, arm.value());
  }

  private Course rest(List<Expr.Decision.Arm> arms, Optional<Expr> otherwise, InfluencePlace at) {
    return arms.size() == 1
        ? value(otherwise.orElseThrow(), at)
        : decision(arms.subList(1, arms.size()), otherwise, at);
  }

  private Course value(Expr value, InfluencePlace at) {
    return walk.course(value, at);
  }
}
