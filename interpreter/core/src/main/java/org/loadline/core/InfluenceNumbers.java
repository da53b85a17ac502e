package org.loadline.core;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.loadline.values.Exact;

/** How sums, products, quotients and rounded numbers move, and in which words that is told. */
final class InfluenceNumbers {
  private final Program program;
  private final InfluenceWalk walk;

  InfluenceNumbers(Program program, InfluenceWalk walk) {
    this.program = program;
    this.walk = walk;
  }

  Course arithmetic(Expr.Arithmetic e, InfluencePlace at) {
    Course course = plain(e, at);
    // A condition may tell the sign of what stands beside the decision.
    return InfluenceWalk.isLost(course) && e.operation() == Expr.Arithmetic.Operation.MULTIPLY
        ? distributed(e)
            .map(d -> walk.conditions().course(d, at))
            .filter(d -> !InfluenceWalk.isLost(d))
            .orElse(course)
        : course;
  }

  /** A product with a decision, as the decision between products; empty if it has none. */
  private static Optional<Expr> distributed(Expr.Arithmetic e) {
    if (e.right() instanceof Expr.Decision d) {
      return Optional.of(each(d, value -> product(e, e.left(), value)));
    }
    return e.left() instanceof Expr.Decision d
        ? Optional.of(each(d, value -> product(e, value, e.right())))
        : Optional.empty();
  }

  private static Expr product(Expr.Arithmetic e, Expr left, Expr right) {
    return new Expr.Arithmetic(e.type(), e.span(), e.operation(), left, right);
  }

  private static Expr each(Expr.Decision d, UnaryOperator<Expr> value) {
    List<Expr.Decision.Arm> arms =
        d.arms().stream()
            .map(a -> new Expr.Decision.Arm(a.condition(), value.apply(a.value()), a.span()))
            .toList();
    return new Expr.Decision(d.type(), d.span(), arms, d.otherwise().map(value));
  }

  private Course plain(Expr.Arithmetic e, InfluencePlace at) {
    Course left = walk.course(e.left(), at);
    Course right = walk.course(e.right(), at);
    boolean square =
        e.operation() == Expr.Arithmetic.Operation.MULTIPLY
            && left.equals(right)
            && Shape.of(program, e.left()).equals(Shape.of(program, e.right()));
    if (square) {
      return CourseRules.power(left, 2);
    }
    Course course = CourseRules.arithmetic(e.operation(), left, right);
    if (left.moves() != right.moves() && !InfluenceWalk.isLost(course)) {
      Expr moving = left.moves() ? e.left() : e.right();
      Expr other = left.moves() ? e.right() : e.left();
      Course by = left.moves() ? right : left;
      String it = Influence.words(moving);
      String by_ = Influence.words(other);
      switch (e.operation()) {
        case ADD -> walk.step(it + " is added to " + by_, e, at);
        case SUBTRACT ->
            walk.step(
                left.moves() ? by_ + " is taken from " + it : it + " is taken from " + by_, e, at);
        case MULTIPLY -> walk.step(it + " is multiplied by " + by_ + sign(other, by), e, at);
        case LESS ->
            walk.step(
                left.moves()
                    ? it + " is taken less " + by_
                    : by_ + sign(other, by) + ", less " + it,
                e,
                at);
      }
    }
    return course;
  }

  private static String sign(Expr formula, Course course) {
    if (formula instanceof Expr.Constant) {
      return "";
    }
    return course.isNatural() ? ", which is never negative" : ", which is never positive";
  }

  Course divide(Expr.Divide e, InfluencePlace at) {
    Course left = walk.course(e.left(), at);
    Course right = walk.course(e.right(), at);
    Course course = CourseRules.quotient(left, right);
    if (left.moves() != right.moves() && !InfluenceWalk.isLost(course)) {
      Expr other = left.moves() ? e.right() : e.left();
      String by = Influence.words(other) + sign(other, left.moves() ? right : left);
      walk.step(
          left.moves()
              ? Influence.words(e.left()) + " is divided by " + by
              : by + ", is divided by " + Influence.words(e.right()),
          e,
          at);
    }
    return course;
  }

  Course round(Expr.Round e, InfluencePlace at) {
    return CourseRules.round(walk.course(e.operand(), at), step(e.step(), at));
  }

  private Course step(StepSize step, InfluencePlace at) {
    return switch (step) {
      case StepSize.Whole whole -> Course.of(Exact.ONE);
      case StepSize.MultipleOf of -> walk.course(of.step(), at);
      case StepSize.Places places -> walk.course(places.count(), at);
    };
  }
}
