package org.loadline.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Follows a formula, through facts and rows, for which way it moves when a cause does: the same way
 * for every row and every book, or unknown.
 *
 * <p>Unlike {@link CourseWalk}, which asks what happens between the edges of a search, it takes
 * edges into account: a condition is a number, 0 or 1, that rises when it begins to hold.
 */
final class InfluenceWalk {
  private final Program program;
  private final KnownRanges ranges;
  private final Cause cause;
  private final InfluenceFacts facts;
  private final InfluenceNumbers numbers;
  private final InfluenceConditions conditions;
  private final InfluenceRefinement refinement;
  private final InfluenceGroups groups;
  private final InfluenceLookups lookups;
  private final InfluenceRows rows;
  private final InfluenceLoops loops;
  private final InfluenceWorlds worlds;
  private InfluenceTrail trail = InfluenceTrail.NOTHING;

  InfluenceWalk(Program program, KnownRanges ranges, Cause cause) {
    this.program = program;
    this.ranges = ranges;
    this.cause = cause;
    this.facts = new InfluenceFacts(program, cause, this);
    this.numbers = new InfluenceNumbers(program, this);
    this.conditions = new InfluenceConditions(program, this);
    this.refinement = new InfluenceRefinement(program, cause, this);
    this.groups = new InfluenceGroups(program, cause);
    this.lookups = new InfluenceLookups(program, ranges, cause, this);
    this.rows = new InfluenceRows(program, cause, this);
    this.loops = new InfluenceLoops(this);
    this.worlds = new InfluenceWorlds(this);
  }

  static boolean isLost(Course course) {
    return course.trend().ordinal() > Trend.FALLS.ordinal();
  }

  static Course lost() {
    return Course.anything(Trend.UNKNOWN);
  }

  Influence of(FactRef ref) {
    return of(() -> facts.course(program.fact(ref)));
  }

  /** Of a formula that stands in a fact. */
  Influence of(Expr formula, Fact fact) {
    return of(() -> course(formula, InfluencePlace.in(fact)));
  }

  private Influence of(Supplier<Course> formula) {
    InfluenceTrail.Of told = told(formula);
    Influence.Way way = Influence.Way.of(told.course().trend());
    return new Influence(
        way,
        way == Influence.Way.NONE ? List.of() : told.trail().steps(),
        way == Influence.Way.UNKNOWN ? told.trail().obstacle() : Optional.empty());
  }

  /** What is told of a formula apart from what it stands in. */
  InfluenceTrail.Of told(Supplier<Course> formula) {
    InfluenceTrail before = trail;
    trail = InfluenceTrail.NOTHING;
    Course course = formula.get();
    InfluenceTrail.Of told = new InfluenceTrail.Of(course, trail);
    trail = before;
    return told;
  }

  /** Tells of a part of the formula that is worked out. */
  void tell(InfluenceTrail.Of part) {
    trail = trail.then(part);
  }

  /** Tells what is done to what moves. */
  void step(String words, Expr formula, InfluencePlace at) {
    trail = trail.step(words, formula, at);
  }

  Course course(Expr formula, InfluencePlace at) {
    Optional<Course> itself = cause.moved(formula);
    if (itself.isPresent()) {
      return itself.get();
    }
    InfluenceTrail.Of told = told(() -> narrow(workOut(formula, at), formula, at));
    Course course = told.course();
    tell(isLost(course) ? new InfluenceTrail.Of(course, told.trail().lost(formula, at)) : told);
    return course;
  }

  boolean moves(Optional<Expr> formula, InfluencePlace at) {
    return formula.filter(f -> course(f, at).moves()).isPresent();
  }

  /** Whether any of some formulas moves; each is followed. */
  boolean moves(List<Expr> formulas, InfluencePlace at) {
    boolean moves = false;
    for (Expr formula : formulas) {
      moves |= course(formula, at).moves();
    }
    return moves;
  }

  private Course narrow(Course course, Expr formula, InfluencePlace at) {
    Course typed = course.meet(ranges.of(formula.type()));
    if (at.refined().isEmpty()) {
      return typed;
    }
    Course refined = at.refined().get(Shape.of(program, formula));
    return refined == null ? typed : typed.meet(refined);
  }

  private Course workOut(Expr formula, InfluencePlace at) {
    return switch (formula) {
      case Expr.Constant e -> KnownRanges.of(e.value());
      case Expr.Local e -> at.slots().getOrDefault(e.slot(), Course.ANY);
      case Expr.ParamValue e -> {
        Trend trend = cause.trend(e.param());
        yield at.given(e.param()).orElse(ranges.of(e, trend.moves()).moving(trend));
      }
      case Expr.SystemValue e ->
          at.given(e.input()).orElse(ranges.of(e).moving(cause.trend(e.input())));
      case Expr.FieldOf e -> lookups.field(e, at);
      case Expr.FactOf e -> facts.course(e, at);
      case Expr.Negate e -> course(e.operand(), at).negate();
      case Expr.AsNumber e -> course(e.operand(), at);
      case Expr.Arithmetic e -> numbers.arithmetic(e, at);
      case Expr.Divide e -> numbers.divide(e, at);
      case Expr.WholePower e -> CourseRules.power(course(e.operand(), at), e.exponent());
      case Expr.Apply e ->
          CourseRules.apply(e.builtin(), e.arguments().stream().map(a -> course(a, at)).toList());
      case Expr.Round e -> numbers.round(e, at);
      case Expr.SquareRoot e -> CourseRules.squareRoot(course(e.operand(), at));
      case Expr.Compare _,
          Expr.Same _,
          Expr.IsNone _,
          Expr.IsUnlimited _,
          Expr.InRange _,
          Expr.Among _,
          Expr.And _,
          Expr.Or _,
          Expr.Not _,
          Expr.Decision _,
          Expr.Else _ ->
          conditions.course(formula, at);
      case Expr.Aggregate e -> rows.aggregate(e, at);
      case Expr.Search e -> loops.search(e, at);
      case Expr.Fold e -> loops.fold(e, at);
      case Expr.Repeat e -> loops.repeat(e, at);
      case Expr.End e -> rows.of(e.rows(), at).moves() ? lost() : Course.ANY;
      case Expr.Place e ->
          rows.of(e.rows(), at).moves() || course(e.element(), at).moves() ? lost() : Course.ANY;
      case Expr.Pick e -> rows.pick(e, at);
      case Expr.Given e -> worlds.course(e, at);
      case Expr.Lookup e -> lookups.lookup(e, at);
      case Expr.Marginal e -> lookups.marginal(e, at);
      case Expr.Interpolated e -> lookups.interpolated(e, at);
      case Expr.RowWithKey e -> lookups.rowWithKey(e, at);
    };
  }

  InfluenceFacts facts() {
    return facts;
  }

  InfluenceConditions conditions() {
    return conditions;
  }

  InfluenceRefinement refinement() {
    return refinement;
  }

  InfluenceGroups groups() {
    return groups;
  }

  InfluenceLookups lookups() {
    return lookups;
  }

  InfluenceRows rows() {
    return rows;
  }

  InfluenceLoops loops() {
    return loops;
  }
}
