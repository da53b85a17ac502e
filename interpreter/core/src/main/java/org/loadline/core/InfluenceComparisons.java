package org.loadline.core;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Member;
import org.loadline.values.Value;

/** How comparisons move, and what they decide when both sides are known well enough. */
final class InfluenceComparisons {
  private final InfluenceWalk walk;

  InfluenceComparisons(InfluenceWalk walk) {
    this.walk = walk;
  }

  Course compare(Expr.Compare e, InfluencePlace at) {
    Course left = walk.course(e.left(), at);
    Course right = walk.course(e.right(), at);
    Course course = compare(e.comparison(), left, right);
    if (course.moves() && !InfluenceWalk.isLost(course)) {
      walk.step("it decides whether " + Influence.words(e), e, at);
    }
    return course;
  }

  static Course compare(Comparison comparison, Course left, Course right) {
    return switch (comparison) {
      case BELOW -> InfluenceTruth.not(compare(Comparison.AT_LEAST, left, right));
      case ABOVE -> InfluenceTruth.not(compare(Comparison.AT_LEAST, right, left));
      case AT_MOST -> compare(Comparison.AT_LEAST, right, left);
      case NOT_EQUAL -> InfluenceTruth.not(compare(Comparison.EQUAL, left, right));
      case AT_LEAST ->
          InfluenceTruth.isAtLeast(left, right)
              ? InfluenceTruth.HOLDS
              : isBelow(left, right)
                  ? InfluenceTruth.FAILS
                  : InfluenceTruth.EITHER.moving(left.trend().with(right.trend().reversed()));
      case EQUAL -> equal(left, right);
    };
  }

  static Course equal(Course left, Course right) {
    if (isBelow(left, right) || isBelow(right, left)) {
      return InfluenceTruth.FAILS;
    }
    Course least = compare(Comparison.AT_LEAST, left, right);
    Course most = compare(Comparison.AT_LEAST, right, left);
    if (least.equals(InfluenceTruth.HOLDS) || most.equals(InfluenceTruth.HOLDS)) {
      return least.min(most);
    }
    return InfluenceTruth.open(left.moves() || right.moves());
  }

  private static boolean isBelow(Course left, Course right) {
    return left.most().flatMap(a -> right.least().map(b -> a.compareTo(b) < 0)).orElse(false);
  }

  Course same(Expr.Same e, InfluencePlace at) {
    Course left = walk.course(e.left(), at);
    Course right = walk.course(e.right(), at);
    Type type = e.left().type().present();
    if (type instanceof Type.OfChoice || type instanceof Type.Flag) {
      return equal(left, right);
    }
    return InfluenceTruth.open(left.moves() || right.moves());
  }

  Course inRange(Expr.InRange e, InfluencePlace at) {
    Course operand = walk.course(e.operand(), at);
    return compare(Comparison.AT_LEAST, operand, walk.course(e.from(), at))
        .min(compare(Comparison.AT_LEAST, walk.course(e.to(), at), operand));
  }

  Course among(Expr.Among e, InfluencePlace at) {
    Course operand = walk.course(e.operand(), at);
    if (!operand.moves()) {
      return InfluenceTruth.EITHER;
    }
    Course any = InfluenceTruth.FAILS;
    List<Exact> places = new ArrayList<>();
    for (Value member : e.members()) {
      any = any.max(equal(operand, KnownRanges.of(member)));
      if (member instanceof Member(int ordinal)) {
        places.add(Exact.of(ordinal));
      }
    }
    boolean row = places.size() == e.members().size() && !places.isEmpty();
    Exact first = places.stream().reduce(Exact::min).orElse(Exact.ZERO);
    Exact last = places.stream().reduce(Exact::max).orElse(Exact.ZERO);
    boolean whole = last.minus(first).equals(Exact.of(places.stream().distinct().count() - 1));
    return row && whole
        ? compare(Comparison.AT_LEAST, operand, Course.of(first))
            .min(compare(Comparison.AT_LEAST, Course.of(last), operand))
        : any;
  }
}
