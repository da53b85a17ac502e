package org.loadline.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.SearchWay.Obstacle;
import org.loadline.model.Table;
import org.loadline.model.TableRef;
import org.loadline.values.Exact;

/**
 * Follows a condition, through facts and sums over rows, for what moves with the point of a search:
 * where a number may be another one at each point, and where it is lost whether it rises or falls.
 */
final class CourseWalk {
  private final Program program;
  private final KnownSigns signs;
  private final Map<Called, Course> known = new HashMap<>();
  private Optional<Obstacle> obstacle = Optional.empty();
  private Optional<Obstacle> undirected = Optional.empty();

  CourseWalk(Program program, KnownSigns signs) {
    this.program = program;
    this.signs = signs;
  }

  /** A fact with what its parameters and the inputs that are given do. */
  private record Called(FactRef fact, Map<Integer, Course> slots, Map<Object, Course> inputs) {}

  /** What stands around a formula. */
  private record Place(
      Map<Integer, Course> slots, Map<Object, Course> inputs, Optional<String> fact) {}

  Optional<Obstacle> obstacle() {
    return obstacle;
  }

  Optional<Obstacle> undirected() {
    return undirected;
  }

  void condition(Expr.Search search) {
    Place outside = new Place(Map.of(), Map.of(), Optional.empty());
    Course ends = course(search.from(), outside).or(course(search.to(), outside));
    Map<Integer, Course> slots = Map.of(search.slot(), ends.moving(Trend.RISES));
    course(search.condition(), new Place(slots, Map.of(), Optional.empty()));
  }

  private Course course(Expr formula, Place at) {
    Course course = workOut(formula, at);
    if (course.moves() && obstacle.isEmpty() && hasNoEdges(formula)) {
      obstacle = Optional.of(new Obstacle(formula, at.fact()));
    }
    if (course.trend() == Trend.UNKNOWN && undirected.isEmpty()) {
      undirected = Optional.of(new Obstacle(formula, at.fact()));
    }
    return course;
  }

  private Course workOut(Expr formula, Place at) {
    return switch (formula) {
      case Expr.Constant e -> e.value() instanceof Exact number ? Course.of(number) : Course.ANY;
      case Expr.Local e -> at.slots().getOrDefault(e.slot(), Course.ANY);
      case Expr.ParamValue e -> at.inputs().getOrDefault(e.param(), signs.of(e));
      case Expr.SystemValue e -> at.inputs().getOrDefault(e.input(), signs.of(e));
      case Expr.FieldOf e -> field(e, at);
      case Expr.FactOf e -> fact(e, at);
      case Expr.Negate e -> course(e.operand(), at).negate();
      case Expr.AsNumber e -> course(e.operand(), at);
      case Expr.Arithmetic e -> arithmetic(e, at);
      case Expr.Divide e -> CourseRules.quotient(course(e.left(), at), course(e.right(), at));
      case Expr.WholePower e -> CourseRules.power(course(e.operand(), at), e.exponent());
      case Expr.Apply e -> apply(e, at);
      case Expr.Round e -> CourseRules.round(course(e.operand(), at), step(e.step(), at));
      case Expr.SquareRoot e -> CourseRules.squareRoot(course(e.operand(), at));
      case Expr.Compare e ->
          condition(course(e.left(), at).trend().with(course(e.right(), at).trend().reversed()));
      case Expr.InRange e ->
          condition(
              course(e.operand(), at)
                  .trend()
                  .with(course(e.from(), at).trend().with(course(e.to(), at).trend()).reversed()));
      case Expr.And _,
          Expr.Or _,
          Expr.Not _,
          Expr.Same _,
          Expr.IsNone _,
          Expr.IsUnlimited _,
          Expr.Among _ ->
          condition(
              ExprWalk.parts(formula).stream()
                  .map(part -> course(part, at).trend())
                  .reduce(Trend.SAME, Trend::or));
      case Expr.Decision e -> decision(e, at);
      case Expr.Else e -> course(e.left(), at).or(course(e.right(), at));
      case Expr.Aggregate e -> aggregate(e, at);
      case Expr.Given e -> given(e, at);
      case Expr.Lookup e ->
          Course.anything(edges(keys(e.table(), e.owner(), e.keys(), at).trend()));
      case Expr.Marginal e -> {
        Course key = keys(e.table(), e.owner(), e.keys(), at);
        yield cells(program.table(e.table()), e.column())
            .map(c -> key.times(c.moving(Trend.SAME)))
            .orElse(Course.anything(key.trend().or(key.trend().reversed())));
      }
      case Expr.Interpolated e ->
          CourseRules.interpolated(
              cells(program.table(e.table()), e.column()).orElse(Course.anything(Trend.EITHER)),
              keys(e.table(), e.owner(), e.keys(), at).trend());
      case Expr.Pick _,
          Expr.RowWithKey _,
          Expr.Search _,
          Expr.End _,
          Expr.Place _,
          Expr.Fold _,
          Expr.Repeat _ ->
          anything(formula, at);
    };
  }

  private static Course lost() {
    return Course.anything(Trend.UNKNOWN);
  }

  /** It changes at edges only; which way does not matter. */
  private static Course condition(Trend trend) {
    return Course.anything(edges(trend));
  }

  private static Trend edges(Trend trend) {
    return trend == Trend.SAME || trend == Trend.UNKNOWN ? trend : Trend.EDGES;
  }

  private Course step(StepSize step, Place at) {
    return switch (step) {
      case StepSize.Whole whole -> Course.of(Exact.ONE);
      case StepSize.MultipleOf of -> course(of.step(), at);
      case StepSize.Places places -> course(places.count(), at);
    };
  }

  private Course decision(Expr.Decision e, Place at) {
    Trend conditions = Trend.SAME;
    Optional<Course> result = Optional.empty();
    for (Expr.Decision.Arm arm : e.arms()) {
      conditions = conditions.or(course(arm.condition(), at).trend());
      Course value = course(arm.value(), at);
      result = Optional.of(result.map(r -> r.or(value)).orElse(value));
    }
    if (e.otherwise().isPresent()) {
      Course value = course(e.otherwise().get(), at);
      result = Optional.of(result.map(r -> r.or(value)).orElse(value));
    }
    Course all = result.orElse(Course.ANY);
    return all.moving(all.trend().or(conditions));
  }

  private Course anything(Expr formula, Place at) {
    boolean moves = false;
    for (Expr part : ExprWalk.parts(formula)) {
      moves |= course(part, at).moves();
    }
    return moves ? lost() : Course.ANY;
  }

  private Course field(Expr.FieldOf e, Place at) {
    Trend row = course(e.row(), at).trend();
    for (Expr member : e.family()) {
      row = row.or(course(member, at).trend());
    }
    Course there = at.inputs().getOrDefault(List.of(e.entity(), e.field()), signs.of(e));
    Optional<Course> cells =
        program.tables().stream()
            .filter(t -> t.rows().equals(e.entity()))
            .findFirst()
            .flatMap(t -> cells(t, e.field()))
            .filter(c -> !there.moves());
    Course value = cells.map(c -> c.moving(Trend.SAME)).orElse(there);
    return value.moving(value.trend().or(edges(row)));
  }

  private static Optional<Course> cells(Table table, int column) {
    return CourseRules.cells(table, column);
  }

  /** What the keys of a lookup do; of several, one may move. */
  private Course keys(TableRef ref, Optional<Expr> owner, List<Expr> keys, Place at) {
    List<Course> all = keys.stream().map(key -> course(key, at)).toList();
    boolean lost =
        owner.filter(o -> course(o, at).moves()).isPresent()
            || all.stream().filter(Course::moves).count() > 1;
    Course key = all.stream().filter(Course::moves).findFirst().orElse(all.getFirst());
    boolean unordered =
        key.moves()
            && (keys.size() > 1 || program.table(ref).clamp())
            && !isWritten(program.table(ref));
    return lost || unordered ? key.moving(Trend.UNKNOWN) : key;
  }

  private Course fact(Expr.FactOf e, Place at) {
    Fact fact = program.fact(e.fact());
    Map<Integer, Course> slots = new HashMap<>();
    for (int i = 0; i < e.arguments().size(); i++) {
      slots.put(fact.parameters().get(i).slot(), course(e.arguments().get(i), at));
    }
    Trend row = edges(e.row().map(r -> course(r, at).trend()).orElse(Trend.SAME));
    Called called = new Called(e.fact(), slots, at.inputs());
    Course body = known.get(called);
    if (body == null) {
      // A fact of earlier rows may read itself.
      known.put(called, lost());
      body = course(fact.body(), new Place(slots, at.inputs(), Optional.of(fact.name())));
      known.put(called, body);
    }
    return body.moving(body.trend().or(row));
  }

  private Course arithmetic(Expr.Arithmetic e, Place at) {
    return CourseRules.arithmetic(e.operation(), course(e.left(), at), course(e.right(), at));
  }

  private Course apply(Expr.Apply e, Place at) {
    List<Course> all = new ArrayList<>();
    e.arguments().forEach(a -> all.add(course(a, at)));
    Course course = CourseRules.apply(e.builtin(), all);
    return e.builtin() == Builtin.SIGN ? course.moving(edges(course.trend())) : course;
  }

  private Course aggregate(Expr.Aggregate e, Place at) {
    if (e.binders().stream().anyMatch(b -> moves(b.rows(), at))) {
      return lost();
    }
    Trend filter = e.filter().map(f -> course(f, at).trend()).orElse(Trend.SAME);
    Course body = course(e.body(), at);
    Course weight = e.weight().map(w -> course(w, at)).orElse(Course.NATURAL);
    // Rows may move in different ways, and then their sum in any.
    Trend summed = body.trend().with(body.trend());
    Course result =
        switch (e.kind()) {
          case SUM -> CourseRules.signsOf(body).moving(summed);
          case COUNT -> Course.NATURAL;
          case ANY, ALL, MIN, MAX -> body;
          case MEAN -> body.moving(summed);
          case WEIGHTED_MEAN ->
              body.moving(
                  weight.moves() || (body.moves() && !weight.isNatural()) ? Trend.UNKNOWN : summed);
        };
    return result.moving(result.trend().or(filter));
  }

  private boolean moves(Rows rows, Place at) {
    return switch (rows) {
      case Rows.All all -> false;
      case Rows.Members members -> false;
      case Rows.Children of -> course(of.parent(), at).moves();
      case Rows.Window w ->
          moves(w.points(), at)
              || w.from().filter(f -> course(f, at).moves()).isPresent()
              || w.until().filter(f -> course(f, at).moves()).isPresent()
              || w.last().filter(f -> course(f, at).moves()).isPresent();
      case Rows.Numbers of -> course(of.from(), at).moves() || course(of.to(), at).moves();
      // Whether anything in an order moves is not looked for.
      case Rows.Ordered _, Rows.Before _ -> !at.slots().isEmpty() || !at.inputs().isEmpty();
    };
  }

  private Course given(Expr.Given e, Place at) {
    Map<Object, Course> inputs = new HashMap<>(at.inputs());
    for (Change change : e.changes()) {
      switch (change) {
        case Change.OfField c -> {
          Course value = course(c.value(), at);
          Trend where = c.where().map(w -> course(w, at).trend()).orElse(Trend.SAME);
          for (Expr member : c.family()) {
            where = where.or(course(member, at).trend());
          }
          Object field = List.of(c.entity(), c.field());
          boolean some = c.where().isPresent() || !c.family().isEmpty();
          Course there = some ? value.or(inputs.getOrDefault(field, Course.ANY)) : value;
          inputs.put(field, there.moving(there.trend().or(where)));
        }
        case Change.OfSystem c -> inputs.put(c.input(), course(c.value(), at));
        case Change.OfParam c -> inputs.put(c.param(), course(c.value(), at));
        case Change.OfRow c -> {
          for (Change.Setting setting : c.settings()) {
            if (course(setting.value(), at).moves()) {
              inputs.put(List.of(c.entity(), setting.field()), lost());
            }
          }
        }
      }
    }
    return course(e.body(), new Place(at.slots(), inputs, at.fact()));
  }

  /** Whether an operation on what depends on the point changes at every point, as far as known. */
  private boolean hasNoEdges(Expr formula) {
    return switch (formula) {
      case Expr.Round _,
          Expr.SquareRoot _,
          Expr.RowWithKey _,
          Expr.Search _,
          Expr.End _,
          Expr.Place _,
          Expr.Fold _,
          Expr.Repeat _ ->
          true;
      case Expr.Apply e ->
          switch (e.builtin()) {
            case REMAINDER, EXP, LN, POWER, NORMAL_CDF -> true;
            case ABS, SIGN, MIN, MAX, CLAMP -> false;
          };
      case Expr.Lookup e -> !hasEdges(program.table(e.table()), true);
      case Expr.Marginal e -> !hasEdges(program.table(e.table()), false);
      case Expr.Interpolated e -> !hasEdges(program.table(e.table()), false);
      default -> false;
    };
  }

  /** Tables that the text holds are decisions; of others only lower bounds are. */
  private static boolean hasEdges(Table table, boolean row) {
    boolean bounds =
        table.keys().size() == 1
            && !table.clamp()
            && table.keys().getFirst().match() instanceof Table.Match.FromBound;
    return isWritten(table) || (row && bounds);
  }

  private static boolean isWritten(Table table) {
    return !table.written().isEmpty()
        && table.owner().isEmpty()
        && table.keys().stream().allMatch(k -> k.match() instanceof Table.Match.ByCell);
  }
}
