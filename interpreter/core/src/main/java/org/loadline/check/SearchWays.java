package org.loadline.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.source.Diagnostic;
import org.loadline.values.Exact;

/**
 * Says of each search in which something stands in the way of going from edge to edge that every
 * point is tried, and refuses one that has too many points for that.
 */
final class SearchWays {
  /** The most points that are tried one by one. */
  static final int MOST_POINTS = 100_000;

  private final Checker in;
  private final List<Fact> facts;

  SearchWays(Checker in, List<Fact> facts) {
    this.in = in;
    this.facts = facts;
  }

  void check(Fact fact) {
    searches(fact.body());
  }

  private void searches(Expr formula) {
    if (formula instanceof Expr.Search search) {
      Walk walk = new Walk(Set.of(search.slot()), Set.of(), "the condition");
      walk.depends(search.condition());
      walk.obstacle.ifPresent(obstacle -> say(search, obstacle));
    }
    Inside.of(formula).forEach(this::searches);
  }

  /** What stands in the way, and the fact in which it does. */
  private record Obstacle(Expr formula, String where) {}

  private void say(Expr.Search search, Obstacle obstacle) {
    Optional<BigInteger> points = points(search);
    boolean many = points.filter(p -> p.compareTo(BigInteger.valueOf(MOST_POINTS)) > 0).isPresent();
    Diagnostic.Builder said =
        Complaints.filled(
            many ? SuppositionProblem.TOO_MANY_POINTS : SuppositionProblem.EACH_POINT,
            search.span(),
            "points",
            points.map(p -> "each of " + p + " points").orElse("each point"),
            "formula",
            Quote.of(obstacle.formula().span()),
            "where",
            obstacle.where());
    if (many) {
      said.with("most", MOST_POINTS);
    }
    in.complaints.say(
        said.also(obstacle.formula().span(), "this stands in the way"), search.span());
  }

  /** How many points there are, if the text says. */
  private static Optional<BigInteger> points(Expr.Search search) {
    if (search.from() instanceof Expr.Constant a
        && search.to() instanceof Expr.Constant b
        && search.step() instanceof Expr.Constant s
        && a.value() instanceof Exact from
        && b.value() instanceof Exact to
        && s.value() instanceof Exact step
        && to.compareTo(from) >= 0) {
      Exact steps = to.minus(from).dividedBy(step);
      return Optional.of(steps.numerator().divide(steps.denominator()).add(BigInteger.ONE));
    }
    return Optional.empty();
  }

  /** What depends on the point, and the first operation on it that has no edges. */
  private final class Walk {
    private final Set<Integer> slots;
    private final Set<Object> inputs;
    private final String where;
    private Optional<Obstacle> obstacle = Optional.empty();

    Walk(Set<Integer> slots, Set<Object> inputs, String where) {
      this.slots = slots;
      this.inputs = inputs;
      this.where = where;
    }

    boolean depends(Expr formula) {
      boolean depends =
          switch (formula) {
            case Expr.Local e -> slots.contains(e.slot());
            case Expr.FieldOf e -> inside(e) | inputs.contains(List.of(e.entity(), e.field()));
            case Expr.SystemValue e -> inputs.contains(e.input());
            case Expr.ParamValue e -> inputs.contains(e.param());
            case Expr.FactOf e -> ofFact(e);
            case Expr.Given e -> given(e);
            default -> inside(formula);
          };
      if (depends && obstacle.isEmpty() && hasNoEdges(formula)) {
        obstacle = Optional.of(new Obstacle(formula, where));
      }
      return depends;
    }

    private boolean inside(Expr formula) {
      boolean any = false;
      for (Expr part : Inside.of(formula)) {
        any |= depends(part);
      }
      return any;
    }

    private boolean ofFact(Expr.FactOf e) {
      boolean row = e.row().filter(this::depends).isPresent();
      Fact fact = facts.get(e.fact().index());
      Set<Integer> given = new HashSet<>();
      for (int i = 0; i < e.arguments().size(); i++) {
        if (depends(e.arguments().get(i))) {
          given.add(fact.parameters().get(i).slot());
        }
      }
      if (given.isEmpty() && inputs.isEmpty()) {
        return row;
      }
      Walk within = new Walk(given, inputs, "`" + fact.name() + "`");
      boolean body = within.depends(fact.body());
      obstacle = obstacle.or(() -> within.obstacle);
      return row | body;
    }

    private boolean given(Expr.Given e) {
      Set<Object> more = new HashSet<>(inputs);
      for (Change change : e.changes()) {
        boolean any = false;
        for (Expr part : Inside.of(change)) {
          any |= depends(part);
        }
        if (any) {
          more.add(subject(change));
        } else {
          more.remove(subject(change));
        }
      }
      Walk within = new Walk(slots, more, where);
      boolean body = within.depends(e.body());
      obstacle = obstacle.or(() -> within.obstacle);
      return body;
    }

    private static Object subject(Change change) {
      return switch (change) {
        case Change.OfField c -> new ArrayList<Object>(List.of(c.entity(), c.field()));
        case Change.OfSystem c -> c.input();
        case Change.OfParam c -> c.param();
        case Change.OfRow c -> c.entity();
      };
    }
  }

  /** Whether an operation on what depends on the point changes at every point, as far as known. */
  private static boolean hasNoEdges(Expr formula) {
    return switch (formula) {
      case Expr.Round _, Expr.SquareRoot _, Expr.RowWithKey _, Expr.Search _ -> true;
      case Expr.Apply e ->
          switch (e.builtin()) {
            case REMAINDER, EXP, LN, POWER, NORMAL_CDF -> true;
            case ABS, SIGN, MIN, MAX, CLAMP -> false;
          };
      default -> false;
    };
  }
}
