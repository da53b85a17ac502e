package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr.Compare.Comparison;

/** What is known of formulas where a condition holds, or does not. */
final class InfluenceRefinement {
  private final Program program;
  private final Cause cause;
  private final InfluenceWalk walk;

  InfluenceRefinement(Program program, Cause cause, InfluenceWalk walk) {
    this.program = program;
    this.cause = cause;
    this.walk = walk;
  }

  /** The same place, where a condition is known to hold or not. */
  InfluencePlace refine(Expr condition, boolean holds, InfluencePlace at) {
    if (cause.isOfFormulas()) {
      return at;
    }
    InfluencePlace known =
        at.refining(
            Shape.of(program, condition), holds ? InfluenceTruth.HOLDS : InfluenceTruth.FAILS);
    return switch (condition) {
      case Expr.And e when holds -> refine(e.right(), true, refine(e.left(), true, known));
      case Expr.Or e when !holds -> refine(e.right(), false, refine(e.left(), false, known));
      case Expr.Not e -> refine(e.operand(), !holds, known);
      case Expr.Compare e -> refine(e, holds, known);
      case Expr.InRange e when holds != e.negated() ->
          between(e.operand(), walk.course(e.from(), at), walk.course(e.to(), at), known);
      case Expr.Same e when holds != e.negated() -> {
        Course right = walk.course(e.right(), at);
        yield between(e.left(), right, right, known);
      }
      default -> known;
    };
  }

  private InfluencePlace refine(Expr.Compare e, boolean holds, InfluencePlace at) {
    Course left = walk.course(e.left(), at);
    Course right = walk.course(e.right(), at);
    return switch (e.comparison()) {
      case BELOW, AT_MOST ->
          holds
              ? atLeast(e.right(), right, e.left(), left, at)
              : atLeast(e.left(), left, e.right(), right, at);
      case ABOVE, AT_LEAST ->
          holds
              ? atLeast(e.left(), left, e.right(), right, at)
              : atLeast(e.right(), right, e.left(), left, at);
      case EQUAL, NOT_EQUAL -> {
        boolean equal = holds == (e.comparison() == Comparison.EQUAL);
        yield equal
            ? atLeast(
                e.left(), left, e.right(), right, atLeast(e.right(), right, e.left(), left, at))
            : at;
      }
    };
  }

  private InfluencePlace atLeast(
      Expr more, Course moreIs, Expr less, Course lessIs, InfluencePlace at) {
    List<Object> a = Shape.of(program, more);
    List<Object> b = Shape.of(program, less);
    return at.refining(a, new Course(Trend.SAME, lessIs.least(), Optional.empty()))
        .refining(b, new Course(Trend.SAME, Optional.empty(), moreIs.most()))
        .refining(Shape.of(Expr.Arithmetic.Operation.SUBTRACT, a, b), Course.NATURAL)
        .refining(Shape.of(Expr.Arithmetic.Operation.SUBTRACT, b, a), Course.NATURAL.negate());
  }

  private InfluencePlace between(Expr formula, Course from, Course to, InfluencePlace at) {
    return at.refining(Shape.of(program, formula), new Course(Trend.SAME, from.least(), to.most()));
  }
}
