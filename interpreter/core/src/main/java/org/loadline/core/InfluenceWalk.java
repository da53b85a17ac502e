package org.loadline.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.loadline.core.Influence.Obstacle;
import org.loadline.core.Influence.Step;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.model.TableRef;
import org.loadline.values.Exact;

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
  private final InfluenceConditions conditions;
  private final InfluenceRows rows;
  private final Map<Called, Found> known = new HashMap<>();

  /** What is assumed of facts that are being worked out, which earlier rows read again. */
  private final Map<Called, Trend> assumed = new HashMap<>();

  private final Set<Called> readAgain = new HashSet<>();
  private Optional<Obstacle> obstacle = Optional.empty();
  private List<Step> steps = List.of();

  InfluenceWalk(Program program, KnownRanges ranges, Cause cause) {
    this.program = program;
    this.ranges = ranges;
    this.cause = cause;
    this.conditions = new InfluenceConditions(program, this);
    this.rows = new InfluenceRows(program, cause, this);
  }

  /** A fact with what its parameters, the inputs that are given and what is known of it do. */
  private record Called(
      FactRef fact,
      Map<Integer, Course> slots,
      Map<Object, Course> inputs,
      Map<Object, Course> refined) {}

  private record Found(Course course, Optional<Obstacle> obstacle, List<Step> steps) {}

  static boolean isLost(Course course) {
    return course.trend().ordinal() > Trend.FALLS.ordinal();
  }

  static Course lost() {
    return Course.anything(Trend.UNKNOWN);
  }

  Influence of(FactRef ref) {
    return of(() -> course(program.fact(ref)));
  }

  /** Of a formula that stands in a fact. */
  Influence of(Expr formula, Fact fact) {
    return of(() -> course(formula, InfluencePlace.in(fact)));
  }

  private Influence of(Supplier<Course> formula) {
    obstacle = Optional.empty();
    steps = List.of();
    Course course = formula.get();
    Influence.Way way = Influence.Way.of(course.trend());
    return new Influence(
        way,
        way == Influence.Way.NONE ? List.of() : steps,
        way == Influence.Way.UNKNOWN ? obstacle : Optional.empty());
  }

  Course course(Fact fact) {
    return called(fact, Map.of(), Map.of(), Map.of());
  }

  Course course(Expr formula, InfluencePlace at) {
    Optional<Course> itself = cause.moved(formula);
    if (itself.isPresent()) {
      return itself.get();
    }
    Optional<Obstacle> obstacleBefore = obstacle;
    List<Step> stepsBefore = steps;
    obstacle = Optional.empty();
    steps = List.of();
    Course course = narrow(workOut(formula, at), formula, at);
    if (isLost(course) && obstacle.isEmpty()) {
      obstacle = Optional.of(new Obstacle(formula, at.fact()));
    }
    obstacle = obstacleBefore.or(isLost(course) ? () -> obstacle : Optional::empty);
    steps = stepsBefore.isEmpty() && course.moves() ? steps : stepsBefore;
    return course;
  }

  private Course narrow(Course course, Expr formula, InfluencePlace at) {
    Course typed = course.meet(ranges.of(formula.type()));
    if (at.refined().isEmpty()) {
      return typed;
    }
    Course refined = at.refined().get(Shape.of(program, formula));
    return refined == null ? typed : typed.meet(refined);
  }

  /** Adds what is done to what moves, as a reader would be told. */
  void step(String words, Expr formula, InfluencePlace at) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(words, formula, at.fact()));
    steps = List.copyOf(longer);
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
      case Expr.FieldOf e -> field(e, at);
      case Expr.FactOf e -> fact(e, at);
      case Expr.Negate e -> course(e.operand(), at).negate();
      case Expr.AsNumber e -> course(e.operand(), at);
      case Expr.Arithmetic e -> arithmetic(e, at);
      case Expr.Divide e -> divide(e, at);
      case Expr.WholePower e -> CourseRules.power(course(e.operand(), at), e.exponent());
      case Expr.Apply e ->
          CourseRules.apply(e.builtin(), e.arguments().stream().map(a -> course(a, at)).toList());
      case Expr.Round e -> CourseRules.round(course(e.operand(), at), step(e.step(), at));
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
      case Expr.Search e -> rows.search(e, at);
      case Expr.Fold e -> rows.fold(e, at);
      case Expr.Repeat e -> rows.repeat(e, at);
      case Expr.End e -> rows.of(e.rows(), at).moves() ? lost() : Course.ANY;
      case Expr.Place e ->
          rows.of(e.rows(), at).moves() || course(e.element(), at).moves() ? lost() : Course.ANY;
      case Expr.Pick e -> rows.pick(e, at);
      case Expr.Given e -> given(e, at);
      case Expr.Lookup e ->
          cause.isOf(program.table(e.table()).rows())
              ? lost()
              : Course.anything(keys(e.table(), e.owner(), e.keys(), at));
      case Expr.Marginal e -> {
        Trend key = keyTrend(e.owner(), e.keys(), at);
        Expr.FieldOf column = column(e.table(), e.column(), formula);
        Course cells = cells(column, true);
        yield course(e.keys().getFirst(), at).moving(key).times(cells);
      }
      case Expr.Interpolated e -> {
        Trend key = keyTrend(e.owner(), e.keys(), at);
        Expr.FieldOf column = column(e.table(), e.column(), formula);
        Course cells = cells(column, true);
        Trend along = CourseRules.along(key, key.moves() ? ranges.along(column) : Trend.SAME);
        yield cells.moving(cells.trend().with(along));
      }
      case Expr.RowWithKey e -> {
        boolean moves = e.parent().filter(p -> course(p, at).moves()).isPresent();
        for (Expr key : e.keys()) {
          moves |= course(key, at).moves();
        }
        yield moves || cause.trend(e.entity()).moves() ? lost() : Course.ANY;
      }
    };
  }

  private Expr.FieldOf column(TableRef table, int column, Expr like) {
    return new Expr.FieldOf(
        like.type(), like.span(), like, program.table(table).rows(), column, List.of());
  }

  private Course cells(Expr.FieldOf column, boolean looked) {
    Object name =
        looked
            ? Cause.looked(column.entity(), column.field())
            : Cause.column(column.entity(), column.field());
    Trend trend = cause.trend(name);
    return ranges.of(column, trend.moves()).moving(trend);
  }

  private Course step(StepSize step, InfluencePlace at) {
    return switch (step) {
      case StepSize.Whole whole -> Course.of(Exact.ONE);
      case StepSize.MultipleOf of -> course(of.step(), at);
      case StepSize.Places places -> course(places.count(), at);
    };
  }

  private Course arithmetic(Expr.Arithmetic e, InfluencePlace at) {
    Course course = plain(e, at);
    // A condition may tell the sign of what stands beside the decision.
    return isLost(course) && e.operation() == Expr.Arithmetic.Operation.MULTIPLY
        ? distributed(e).map(d -> conditions.course(d, at)).filter(d -> !isLost(d)).orElse(course)
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
    Course left = course(e.left(), at);
    Course right = course(e.right(), at);
    boolean square =
        e.operation() == Expr.Arithmetic.Operation.MULTIPLY
            && left.equals(right)
            && Shape.of(program, e.left()).equals(Shape.of(program, e.right()));
    if (square) {
      return CourseRules.power(left, 2);
    }
    Course course = CourseRules.arithmetic(e.operation(), left, right);
    if (left.moves() != right.moves() && !isLost(course)) {
      Expr moving = left.moves() ? e.left() : e.right();
      Expr other = left.moves() ? e.right() : e.left();
      Course by = left.moves() ? right : left;
      String it = Influence.words(moving);
      String by_ = Influence.words(other);
      switch (e.operation()) {
        case ADD -> step(it + " is added to " + by_, e, at);
        case SUBTRACT ->
            step(left.moves() ? by_ + " is taken from " + it : it + " is taken from " + by_, e, at);
        case MULTIPLY -> step(it + " is multiplied by " + by_ + sign(other, by), e, at);
        case LESS ->
            step(
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

  private Course divide(Expr.Divide e, InfluencePlace at) {
    Course left = course(e.left(), at);
    Course right = course(e.right(), at);
    Course course = CourseRules.quotient(left, right);
    if (left.moves() != right.moves() && !isLost(course)) {
      Expr other = left.moves() ? e.right() : e.left();
      String by = Influence.words(other) + sign(other, left.moves() ? right : left);
      step(
          left.moves()
              ? Influence.words(e.left()) + " is divided by " + by
              : by + ", is divided by " + Influence.words(e.right()),
          e,
          at);
    }
    return course;
  }

  private Course field(Expr.FieldOf e, InfluencePlace at) {
    Field field = program.entity(e.entity()).fields().get(e.field());
    for (Expr member : e.family()) {
      if (course(member, at).moves()) {
        return lost();
      }
    }
    if (rows.isDisturbed(e.entity(), field)) {
      return lost();
    }
    Optional<Course> there = at.given(Cause.column(e.entity(), e.field()));
    Optional<InfluencePlace.Of<Expr.Lookup>> lookup = lookup(e.row(), at);
    if (there.isPresent()) {
      return course(e.row(), at).moves() ? lost() : there.get();
    }
    Trend row =
        lookup
            .map(l -> keys(l.value().table(), l.value().owner(), l.value().keys(), l.at()))
            .orElseGet(() -> course(e.row(), at).trend());
    Course cells = cells(e, lookup.isPresent());
    Trend along = CourseRules.along(row, row.moves() ? ranges.along(e) : Trend.SAME);
    return cells.moving(cells.trend().with(along));
  }

  /** The lookup that a row is, itself or as a fact that is nothing else. */
  private Optional<InfluencePlace.Of<Expr.Lookup>> lookup(Expr row, InfluencePlace at) {
    return switch (row) {
      case Expr.Lookup e -> Optional.of(new InfluencePlace.Of<>(e, at));
      case Expr.FactOf e when e.row().isEmpty() || !course(e.row().get(), at).moves() -> {
        Fact fact = program.fact(e.fact());
        yield fact.body() instanceof Expr.Lookup || fact.body() instanceof Expr.FactOf
            ? lookup(fact.body(), enter(e, fact, at))
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  /** The trend of the number of the row that keys lead to. */
  private Trend keys(TableRef ref, Optional<Expr> owner, List<Expr> keys, InfluencePlace at) {
    Trend key = keyTrend(owner, keys, at);
    if (!key.moves()) {
      return key;
    }
    Table table = program.table(ref);
    return keys.size() > 1 || owner.isPresent()
        ? Trend.UNKNOWN
        : CourseRules.along(key, TableSteps.order(table));
  }

  private Trend keyTrend(Optional<Expr> owner, List<Expr> keys, InfluencePlace at) {
    Trend trend = owner.filter(o -> course(o, at).moves()).isPresent() ? Trend.UNKNOWN : Trend.SAME;
    for (Expr key : keys) {
      Trend of = course(key, at).trend();
      trend = keys.size() > 1 && of.moves() ? Trend.UNKNOWN : trend.with(of);
    }
    return trend;
  }

  InfluencePlace enter(Expr.FactOf e, Fact fact, InfluencePlace at) {
    Map<Integer, Course> slots = new HashMap<>();
    for (int i = 0; i < e.arguments().size(); i++) {
      slots.put(fact.parameters().get(i).slot(), course(e.arguments().get(i), at));
    }
    return at.entering(fact, slots, isSameRow(e, fact, at));
  }

  private static boolean isSameRow(Expr.FactOf e, Fact fact, InfluencePlace at) {
    return fact.owner().isPresent()
        && at.fact().flatMap(Fact::owner).equals(fact.owner())
        && e.row().filter(InfluenceRows::isRow).isPresent();
  }

  private Course fact(Expr.FactOf e, InfluencePlace at) {
    if (e.row().filter(r -> course(r, at).moves()).isPresent()) {
      return rows.picked(e, at).orElse(lost());
    }
    Optional<Course> picked = rows.picked(e, at);
    if (picked.isPresent()) {
      return picked.get();
    }
    Fact fact = program.fact(e.fact());
    InfluencePlace inside = enter(e, fact, at);
    return called(fact, inside.slots(), inside.inputs(), inside.refined());
  }

  private Course called(
      Fact fact,
      Map<Integer, Course> slots,
      Map<Object, Course> inputs,
      Map<Object, Course> refined) {
    Called called = new Called(fact.ref(), slots, inputs, refined);
    Found found = known.get(called);
    if (found == null) {
      found = assumed.containsKey(called) ? again(called) : find(fact, called);
    }
    Optional<Obstacle> far = found.obstacle();
    obstacle = obstacle.or(() -> far);
    if (steps.isEmpty() && found.course().moves()) {
      steps = found.steps();
    }
    return found.course();
  }

  /** What is read of earlier rows moves as those rows do: as was assumed of this one. */
  private Found again(Called called) {
    readAgain.add(called);
    Fact fact = program.fact(called.fact());
    Trend trend = Objects.requireNonNull(assumed.get(called));
    return new Found(
        Course.anything(trend),
        trend == Trend.UNKNOWN
            ? Optional.of(new Obstacle(fact.body(), Optional.of(fact)))
            : Optional.empty(),
        List.of());
  }

  private Found find(Fact fact, Called called) {
    Optional<Obstacle> obstacleBefore = obstacle;
    List<Step> stepsBefore = steps;
    Set<Called> knownBefore = Set.copyOf(known.keySet());
    assumed.put(called, Trend.SAME);
    Found found = workOut(fact, called);
    while (readAgain.contains(called)
        && found.course().trend() != Objects.requireNonNull(assumed.get(called))) {
      known.keySet().retainAll(knownBefore);
      assumed.merge(called, found.course().trend(), InfluenceWalk::later);
      found = workOut(fact, called);
    }
    assumed.remove(called);
    if (readAgain.remove(called) || !readAgain.isEmpty()) {
      known.keySet().retainAll(knownBefore);
    }
    if (readAgain.isEmpty()) {
      known.put(called, found);
    }
    obstacle = obstacleBefore;
    steps = stepsBefore;
    return found;
  }

  private static Trend later(Trend assumed, Trend found) {
    Trend either = assumed.or(found);
    return either == Trend.EITHER ? Trend.UNKNOWN : either;
  }

  private Found workOut(Fact fact, Called called) {
    obstacle = Optional.empty();
    steps = List.of();
    InfluencePlace inside =
        new InfluencePlace(called.slots(), called.inputs(), called.refined(), Optional.of(fact));
    Course course = course(fact.body(), inside);
    Trend itself = cause.trend(fact.ref());
    return itself.moves()
        ? new Found(course.moving(itself), Optional.empty(), List.of())
        : new Found(course, obstacle, steps);
  }

  boolean isOfFormulas() {
    return cause.isOfFormulas();
  }

  boolean moves(Fact fact) {
    return cause.trend(fact.ref()).moves();
  }

  InfluenceConditions conditions() {
    return conditions;
  }

  InfluenceRows rows() {
    return rows;
  }

  private Course given(Expr.Given e, InfluencePlace at) {
    Map<Object, Course> inputs = new HashMap<>(at.inputs());
    for (Change change : e.changes()) {
      switch (change) {
        case Change.OfField c -> {
          Object column = Cause.column(c.entity(), c.field());
          Course around = at.given(column).orElseGet(() -> fieldAround(c));
          Course value = course(c.value(), at);
          boolean lost = false;
          Course where = Course.of(Exact.ONE);
          if (c.where().isPresent()) {
            where = course(c.where().get(), at);
          }
          for (Expr member : c.family()) {
            lost |= course(member, at).moves();
            where = Course.of(Exact.ZERO, Exact.ONE);
          }
          inputs.put(column, lost ? lost() : InfluenceConditions.either(where, value, around));
        }
        case Change.OfSystem c -> inputs.put(c.input(), course(c.value(), at));
        case Change.OfParam c -> inputs.put(c.param(), course(c.value(), at));
        case Change.OfRow c -> {
          for (Change.Setting setting : c.settings()) {
            Object column = Cause.column(c.entity(), setting.field());
            Course around =
                at.given(column).orElseGet(() -> fieldAround(c.entity(), setting.field()));
            inputs.put(column, course(setting.value(), at).or(around));
          }
        }
      }
    }
    return course(e.body(), at.supposing(inputs));
  }

  private Course fieldAround(Change.OfField c) {
    return fieldAround(c.entity(), c.field());
  }

  private Course fieldAround(EntityRef entity, int field) {
    Field of = program.entity(entity).fields().get(field);
    Expr.Local row = new Expr.Local(of.type(), of.span(), 0, entity.name());
    return cells(new Expr.FieldOf(of.type(), of.span(), row, entity, field, List.of()), false);
  }
}
