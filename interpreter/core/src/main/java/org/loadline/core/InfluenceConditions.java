package org.loadline.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.Value;

/** How conditions move, as numbers 0 and 1, and what is decided by them. */
final class InfluenceConditions {
  private static final Course HOLDS = Course.of(Exact.ONE);
  private static final Course FAILS = Course.of(Exact.ZERO);
  private static final Course EITHER = Course.of(Exact.ZERO, Exact.ONE);

  private final Program program;
  private final InfluenceWalk walk;

  InfluenceConditions(Program program, InfluenceWalk walk) {
    this.program = program;
    this.walk = walk;
  }

  Course course(Expr formula, InfluencePlace at) {
    return switch (formula) {
      case Expr.Compare e -> compare(e, at);
      case Expr.Same e -> unless(e.negated(), same(e, at));
      case Expr.IsNone e -> unless(e.negated(), none(e.operand(), at));
      case Expr.IsUnlimited e ->
          unless(e.negated(), EITHER.moving(walk.course(e.operand(), at).trend()));
      case Expr.InRange e -> unless(e.negated(), inRange(e, at));
      case Expr.Among e -> unless(e.negated(), among(e, at));
      case Expr.And e ->
          walk.course(e.left(), at).min(walk.course(e.right(), refine(e.left(), true, at)));
      case Expr.Or e ->
          walk.course(e.left(), at).max(walk.course(e.right(), refine(e.left(), false, at)));
      case Expr.Not e -> not(walk.course(e.operand(), at));
      case Expr.Decision e -> decision(e, at);
      case Expr.Else e -> {
        Course left = walk.course(e.left(), at);
        // Between a number and none there is no direction.
        yield isNothing(e.right())
            ? left
            : either(fails(e.left(), at), walk.course(e.right(), at), left);
      }
      default -> throw new IllegalArgumentException("no condition: " + formula);
    };
  }

  private static Course not(Course condition) {
    return HOLDS.plus(condition.negate());
  }

  private static Course unless(boolean negated, Course condition) {
    return negated ? not(condition) : condition;
  }

  // ---- Comparisons

  private Course compare(Expr.Compare e, InfluencePlace at) {
    Course left = walk.course(e.left(), at);
    Course right = walk.course(e.right(), at);
    Course course = compare(e.comparison(), left, right);
    if (course.moves() && !InfluenceWalk.isLost(course)) {
      walk.step("it decides whether " + Influence.words(e), e, at);
    }
    return course;
  }

  private static Course compare(Comparison comparison, Course left, Course right) {
    return switch (comparison) {
      case BELOW -> not(compare(Comparison.AT_LEAST, left, right));
      case ABOVE -> not(compare(Comparison.AT_LEAST, right, left));
      case AT_MOST -> compare(Comparison.AT_LEAST, right, left);
      case NOT_EQUAL -> not(compare(Comparison.EQUAL, left, right));
      case AT_LEAST ->
          isAtLeast(left, right)
              ? HOLDS
              : isBelow(left, right)
                  ? FAILS
                  : EITHER.moving(left.trend().with(right.trend().reversed()));
      case EQUAL -> equal(left, right);
    };
  }

  private static Course equal(Course left, Course right) {
    if (isBelow(left, right) || isBelow(right, left)) {
      return FAILS;
    }
    Course least = compare(Comparison.AT_LEAST, left, right);
    Course most = compare(Comparison.AT_LEAST, right, left);
    if (least.equals(HOLDS) || most.equals(HOLDS)) {
      return least.min(most);
    }
    return EITHER.moving(left.moves() || right.moves() ? Trend.UNKNOWN : Trend.SAME);
  }

  static boolean isAtLeast(Course left, Course right) {
    return KnownRanges.isUnlimited(left)
        || left.least().flatMap(a -> right.most().map(b -> a.compareTo(b) >= 0)).orElse(false);
  }

  private static boolean isBelow(Course left, Course right) {
    return left.most().flatMap(a -> right.least().map(b -> a.compareTo(b) < 0)).orElse(false);
  }

  private Course same(Expr.Same e, InfluencePlace at) {
    Course left = walk.course(e.left(), at);
    Course right = walk.course(e.right(), at);
    Type type = e.left().type().present();
    if (type instanceof Type.OfChoice || type instanceof Type.Flag) {
      return equal(left, right);
    }
    return EITHER.moving(left.moves() || right.moves() ? Trend.UNKNOWN : Trend.SAME);
  }

  private Course inRange(Expr.InRange e, InfluencePlace at) {
    Course operand = walk.course(e.operand(), at);
    return compare(Comparison.AT_LEAST, operand, walk.course(e.from(), at))
        .min(compare(Comparison.AT_LEAST, walk.course(e.to(), at), operand));
  }

  private Course among(Expr.Among e, InfluencePlace at) {
    Course operand = walk.course(e.operand(), at);
    if (!operand.moves()) {
      return EITHER;
    }
    Course any = FAILS;
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

  // ---- Decisions

  /** The one value where a condition holds, the other where it does not. */
  static Course either(Course condition, Course holds, Course fails) {
    if (condition.isSurely(Exact.ONE)) {
      return holds;
    }
    if (condition.isSurely(Exact.ZERO)) {
      return fails;
    }
    Course either = holds.or(fails);
    if (!condition.moves()) {
      return either;
    }
    boolean up = isAtLeast(holds, fails);
    boolean down = isAtLeast(fails, holds);
    Trend flip =
        up && down
            ? Trend.SAME
            : up ? condition.trend() : down ? condition.trend().reversed() : Trend.UNKNOWN;
    return either.moving(either.trend().or(flip));
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
    InfluencePlace rest = refine(first.condition(), false, at);
    if (condition.isSurely(Exact.ZERO)) {
      return rest(arms, otherwise, rest);
    }
    Course holds = value(first.value(), refine(first.condition(), true, at));
    Course fails = rest(arms, otherwise, rest);
    boolean nothing =
        isNothing(first.value())
            || (last && otherwise.filter(InfluenceConditions::isNothing).isPresent());
    boolean alike =
        Shape.of(program, first.value())
            .equals(
                last ? otherwise.map(o -> Shape.of(program, o)).orElseThrow() : shape(arms.get(1)));
    if (nothing) {
      // Between a number and none there is no direction.
      return isNothing(first.value()) ? fails : holds;
    }
    return last && alike ? holds.or(fails) : either(condition, holds, fails);
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

  private static boolean isNothing(Expr value) {
    return value instanceof Expr.Constant(var type, var span, None none);
  }

  // ---- What is not there

  /** Whether a formula is none. */
  private Course none(Expr formula, InfluencePlace at) {
    if (!formula.type().isOptional()) {
      return FAILS;
    }
    return switch (formula) {
      case Expr.Constant e -> isNothing(e) ? HOLDS : FAILS;
      case Expr.Decision e -> noneOf(e.arms(), e.otherwise(), at);
      case Expr.Else e -> fails(e.left(), at).min(none(e.right(), at));
      case Expr.FactOf e when e.row().filter(r -> walk.course(r, at).moves()).isEmpty() -> {
        Fact fact = program.fact(e.fact());
        boolean itself = walk.moves(fact);
        yield itself ? EITHER.moving(Trend.UNKNOWN) : none(fact.body(), walk.enter(e, fact, at));
      }
      case Expr.FieldOf e ->
          EITHER.moving(
              walk.course(e.row(), at).moves()
                      || at.given(Cause.column(e.entity(), e.field()))
                          .filter(Course::moves)
                          .isPresent()
                  ? Trend.UNKNOWN
                  : Trend.SAME);
      case Expr.ParamValue _, Expr.SystemValue _ -> EITHER;
      default -> EITHER.moving(walk.course(formula, at).moves() ? Trend.UNKNOWN : Trend.SAME);
    };
  }

  private Course noneOf(List<Expr.Decision.Arm> arms, Optional<Expr> otherwise, InfluencePlace at) {
    Expr.Decision.Arm first = arms.getFirst();
    if (arms.size() == 1 && otherwise.isEmpty()) {
      return none(first.value(), at);
    }
    InfluencePlace rest = refine(first.condition(), false, at);
    Course fails =
        arms.size() == 1
            ? none(otherwise.orElseThrow(), rest)
            : noneOf(arms.subList(1, arms.size()), otherwise, rest);
    return either(
        walk.course(first.condition(), at),
        none(first.value(), refine(first.condition(), true, at)),
        fails);
  }

  /** Whether {@code else} answers for a formula: its outermost operation fails, or it is none. */
  private Course fails(Expr formula, InfluencePlace at) {
    Course none = none(formula, at);
    Course failed =
        switch (formula) {
          case Expr.Divide e -> equal(walk.course(e.right(), at), FAILS);
          case Expr.Round e -> fails(e.operand(), at);
          case Expr.AsNumber e -> fails(e.operand(), at);
          case Expr.FieldOf e -> fails(e.row(), at);
          case Expr.FactOf e -> e.row().map(r -> fails(r, at)).orElse(FAILS);
          case Expr.SquareRoot e ->
              not(compare(Comparison.AT_LEAST, walk.course(e.operand(), at), FAILS));
          case Expr.Aggregate e -> walk.rows().isEmpty(e, at);
          case Expr.Search e -> walk.rows().findsNothing(e, at);
          case Expr.Lookup e -> walk.rows().hasNoRow(e.table(), e.owner(), e.keys(), at);
          case Expr.Marginal e -> walk.rows().hasNoRow(e.table(), e.owner(), e.keys(), at);
          case Expr.Interpolated e -> walk.rows().hasNoRow(e.table(), e.owner(), e.keys(), at);
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
              FAILS;
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
            yield EITHER.moving(moves ? Trend.UNKNOWN : Trend.SAME);
          }
        };
    return none.max(failed);
  }

  // ---- What a condition says

  /** The same place, where a condition is known to hold or not. */
  InfluencePlace refine(Expr condition, boolean holds, InfluencePlace at) {
    if (walk.isOfFormulas()) {
      return at;
    }
    InfluencePlace known = at.refining(Shape.of(program, condition), holds ? HOLDS : FAILS);
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
