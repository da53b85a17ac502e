package org.loadline.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.model.TableRef;
import org.loadline.values.Exact;

/** How what is worked out over rows moves, when they do, or when more or fewer of them count. */
final class InfluenceRows {
  private static final Course COUNTED = Course.of(Exact.ONE);
  private static final Course EITHER = Course.of(Exact.ZERO, Exact.ONE);

  private final Program program;
  private final Cause cause;
  private final InfluenceWalk walk;
  private final Set<EntityRef> regrouped = new HashSet<>();

  InfluenceRows(Program program, Cause cause, InfluenceWalk walk) {
    this.program = program;
    this.cause = cause;
    this.walk = walk;
    for (Grouping grouping : program.groupings()) {
      List<Expr> formulas = new ArrayList<>(grouping.keys());
      grouping.filter().ifPresent(formulas::add);
      boolean moves =
          InputReads.of(program, formulas).stream()
              .anyMatch(
                  i ->
                      cause.trend(Cause.column(i.entity(), i.field())).moves()
                          || regrouped.contains(i.entity()));
      if (moves || regrouped.contains(grouping.from())) {
        regrouped.add(grouping.group());
      }
    }
  }

  /** Whether a field is of a row that may be in another group. */
  boolean isDisturbed(EntityRef entity, Field field) {
    boolean member =
        program.groupings().stream()
            .anyMatch(
                g ->
                    g.from().equals(entity)
                        && g.member() == field.index()
                        && regrouped.contains(g.group()));
    return member || (regrouped.contains(entity) && field.role() == Field.Role.MADE);
  }

  /**
   * Whether an element of a collection is in it: 1, or a number that moves from 0 to 1 or back as
   * it grows or shrinks. How its order moves is part of it if it has one.
   */
  Course of(Rows rows, InfluencePlace at) {
    return switch (rows) {
      case Rows.All r -> of(r.entity());
      case Rows.Members r -> COUNTED;
      case Rows.Children r -> {
        boolean elsewhere =
            regrouped.contains(r.child())
                || isDisturbed(r.child(), program.entity(r.child()).fields().get(r.field()))
                || walk.course(r.parent(), at).moves();
        yield elsewhere ? lost() : of(r.child());
      }
      case Rows.Numbers r -> {
        Trend from = walk.course(r.from(), at).trend();
        Trend to = walk.course(r.to(), at).trend();
        yield from.moves() || to.moves() ? EITHER.moving(to.with(from.reversed())) : COUNTED;
      }
      case Rows.Window r -> {
        boolean moves =
            of(r.points(), at).moves()
                || moves(r.from(), at)
                || moves(r.until(), at)
                || moves(r.last(), at);
        yield moves ? lost() : COUNTED;
      }
      case Rows.Ordered r -> ordered(r, at);
      case Rows.Before r ->
          walk.course(r.row(), at).moves() || ordered(r.order(), at).moves() ? lost() : COUNTED;
    };
  }

  private Course of(EntityRef entity) {
    Trend rows = cause.trend(entity);
    return regrouped.contains(entity) ? lost() : rows.moves() ? EITHER.moving(rows) : COUNTED;
  }

  private Course ordered(Rows.Ordered r, InfluencePlace at) {
    Course rows = of(r.element().rows(), at);
    InfluencePlace inner = at.with(r.element().slot(), Course.ANY);
    boolean moves = rows.moves() || moves(r.filter(), inner) || moves(r.most(), at);
    for (Rows.Key key : r.keys()) {
      moves |= walk.course(key.value(), inner).moves();
    }
    return moves ? lost() : COUNTED;
  }

  private boolean moves(Optional<Expr> formula, InfluencePlace at) {
    return formula.filter(f -> walk.course(f, at).moves()).isPresent();
  }

  private static Course lost() {
    return InfluenceWalk.lost();
  }

  // ---- Aggregates

  /** Whether a row counts, and the place of what is worked out for it. */
  private record Counted(Course counted, InfluencePlace at) {}

  private Counted counted(List<Expr.Binder> binders, Optional<Expr> filter, InfluencePlace at) {
    Course counted = COUNTED;
    InfluencePlace inner = at;
    for (Expr.Binder binder : binders) {
      counted = counted.min(of(binder.rows(), inner));
      inner = inner.with(binder.slot(), element(binder.rows(), inner));
    }
    if (filter.isPresent()) {
      counted = counted.min(walk.course(filter.get(), inner));
      inner = walk.conditions().refine(filter.get(), true, inner);
    }
    return new Counted(counted, inner);
  }

  private Course element(Rows rows, InfluencePlace at) {
    return rows instanceof Rows.Numbers of
        ? walk.course(of.from(), at).or(walk.course(of.to(), at)).moving(Trend.SAME)
        : Course.ANY;
  }

  Course aggregate(Expr.Aggregate e, InfluencePlace at) {
    Counted rows = counted(e.binders(), e.filter(), at);
    Course body = walk.course(e.body(), rows.at());
    Course weight = e.weight().map(w -> walk.course(w, rows.at())).orElse(Course.NATURAL);
    Course counted = rows.counted();
    Trend more = counted.trend();
    return switch (e.kind()) {
      case SUM -> {
        Course sum = CourseRules.signsOf(body).moving(body.trend().with(body.trend()));
        Course flips = InfluenceConditions.either(counted, body, Course.of(Exact.ZERO));
        yield counted.moves() ? sum.moving(flips.trend()) : sum;
      }
      case COUNT -> Course.NATURAL.moving(more);
      case ANY -> counted.min(body);
      case ALL -> COUNTED.plus(counted.min(COUNTED.plus(body.negate())).negate());
      case MIN -> body.moving(body.trend().or(more.reversed()));
      case MAX -> body.moving(body.trend().or(more));
      case MEAN -> more.moves() ? lost() : body.moving(body.trend().with(body.trend()));
      case WEIGHTED_MEAN ->
          body.moving(
              more.moves() || weight.moves() || (body.moves() && !weight.isNatural())
                  ? Trend.UNKNOWN
                  : body.trend().with(body.trend()));
    };
  }

  /** Whether an aggregate has no rows, if that makes it fail. */
  Course isEmpty(Expr.Aggregate e, InfluencePlace at) {
    return switch (e.kind()) {
      case SUM, COUNT, ANY, ALL -> Course.of(Exact.ZERO);
      case MIN, MAX, MEAN ->
          EITHER.moving(counted(e.binders(), e.filter(), at).counted().trend().reversed());
      case WEIGHTED_MEAN -> {
        Counted rows = counted(e.binders(), e.filter(), at);
        boolean moves = rows.counted().moves() || moves(e.weight(), rows.at());
        yield EITHER.moving(moves ? Trend.UNKNOWN : Trend.SAME);
      }
    };
  }

  Course pick(Expr.Pick e, InfluencePlace at) {
    Counted rows = counted(List.of(e.binder()), e.filter(), at);
    return rows.counted().moves() || walk.course(e.measure(), rows.at()).moves()
        ? lost()
        : Course.ANY;
  }

  /**
   * What is measured of the row in which it is greatest or least, which is the greatest or least of
   * it; empty if a formula is no such thing.
   */
  Optional<Course> picked(Expr.FactOf e, InfluencePlace at) {
    List<Expr> places = new ArrayList<>(e.arguments());
    e.row().ifPresent(places::addFirst);
    for (Expr place : places) {
      Optional<Expr.Pick> pick = pick(place);
      if (pick.isPresent() && isMeasure(e, place, pick.get())) {
        Counted rows = counted(List.of(pick.get().binder()), pick.get().filter(), at);
        Course measure = walk.course(pick.get().measure(), rows.at());
        Trend more = rows.counted().trend();
        Trend flips = pick.get().greatest() ? more : more.reversed();
        return Optional.of(measure.moving(measure.trend().or(flips)));
      }
    }
    return Optional.empty();
  }

  /** A pick of the same row, itself or as a fact without arguments. */
  private Optional<Expr.Pick> pick(Expr formula) {
    return switch (formula) {
      case Expr.Pick e -> Optional.of(e);
      case Expr.FactOf e
          when e.arguments().isEmpty()
              && e.row().filter(r -> !isRow(r)).isEmpty()
              && program.fact(e.fact()).body() instanceof Expr.Pick pick ->
          Optional.of(pick);
      default -> Optional.empty();
    };
  }

  static boolean isRow(Expr formula) {
    return formula instanceof Expr.Local local && local.slot() == 0;
  }

  /** Whether it is the measure with the picked row in the place of the variable. */
  private boolean isMeasure(Expr.FactOf e, Expr place, Expr.Pick pick) {
    if (!(pick.measure() instanceof Expr.FactOf measure)) {
      return false;
    }
    Expr variable =
        new Expr.Local(place.type(), place.span(), pick.binder().slot(), pick.binder().name());
    Expr.FactOf there =
        new Expr.FactOf(
            e.type(),
            e.span(),
            e.row().map(r -> r == place ? variable : r),
            e.fact(),
            e.arguments().stream().map(a -> a == place ? variable : a).toList());
    return Shape.of(program, there).equals(Shape.of(program, measure));
  }

  // ---- Lookups

  /** Whether a lookup finds no row. */
  Course hasNoRow(TableRef ref, Optional<Expr> owner, List<Expr> keys, InfluencePlace at) {
    Table table = program.table(ref);
    boolean moves = moves(owner, at) || cause.isOf(table.rows());
    for (Expr key : keys) {
      moves |= walk.course(key, at).moves();
    }
    return moves && !TableSteps.isTotal(table)
        ? EITHER.moving(Trend.UNKNOWN)
        : TableSteps.isTotal(table) ? Course.of(Exact.ZERO) : EITHER;
  }

  // ---- Searches and loops

  private record Sought(Course points, Course condition) {}

  private Sought sought(Expr.Search e, InfluencePlace at) {
    Course from = walk.course(e.from(), at);
    Course to = walk.course(e.to(), at);
    Course step = walk.course(e.step(), at);
    Course points = from.or(to);
    Course point = points.moving(Trend.SAME);
    Course condition = walk.course(e.condition(), at.with(e.slot(), point));
    boolean moves = from.moves() || to.moves() || step.moves();
    return new Sought(points.moving(moves ? Trend.UNKNOWN : Trend.SAME), condition);
  }

  /** The more often the condition holds, the earlier is the first point and the later the last. */
  Course search(Expr.Search e, InfluencePlace at) {
    Sought sought = sought(e, at);
    Trend condition = sought.condition().trend();
    return sought
        .points()
        .moving(sought.points().trend().or(e.last() ? condition : condition.reversed()));
  }

  Course findsNothing(Expr.Search e, InfluencePlace at) {
    Sought sought = sought(e, at);
    return EITHER.moving(sought.points().trend().or(sought.condition().trend().reversed()));
  }

  Course fold(Expr.Fold e, InfluencePlace at) {
    Course rows = of(e.binder().rows(), at);
    InfluencePlace inner = at.with(e.binder().slot(), element(e.binder().rows(), at));
    Optional<Expr> filter = e.filter();
    return rows.moves() || moves(filter, inner)
        ? lost()
        : carried(e.carried(), e.parts(), e.goOn(), at, inner);
  }

  Course repeat(Expr.Repeat e, InfluencePlace at) {
    return moves(Optional.of(e.most()), at)
        ? lost()
        : carried(e.carried(), e.parts(), Optional.of(e.goOn()), at, at);
  }

  /**
   * What is carried moves as its start does if each turn keeps it so; the number of turns must
   * stay.
   */
  private Course carried(
      List<Expr.Carried> carried,
      List<Expr.Part> parts,
      Optional<Expr> goOn,
      InfluencePlace outside,
      InfluencePlace turn) {
    Map<Integer, Trend> trends = new HashMap<>();
    carried.forEach(c -> trends.put(c.slot(), walk.course(c.start(), outside).trend()));
    while (true) {
      InfluencePlace inside = turn;
      for (Expr.Part part : parts) {
        inside = inside.with(part.slot(), lost());
      }
      for (Expr.Carried c : carried) {
        inside = inside.with(c.slot(), Course.anything(trend(trends, c)));
      }
      for (Expr.Part part : parts) {
        inside = inside.with(part.slot(), walk.course(part.value(), inside));
      }
      boolean stable = true;
      for (Expr.Carried c : carried) {
        Trend before = trend(trends, c);
        Trend after = before.or(walk.course(c.next(), inside).trend());
        stable &= after == before;
        trends.put(c.slot(), after);
      }
      if (moves(goOn, inside)) {
        return lost();
      }
      if (stable) {
        return Course.anything(trend(trends, carried.getFirst()));
      }
    }
  }

  private static Trend trend(Map<Integer, Trend> trends, Expr.Carried carried) {
    return Objects.requireNonNull(trends.get(carried.slot()));
  }
}
