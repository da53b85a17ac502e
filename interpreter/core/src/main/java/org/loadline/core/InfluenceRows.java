package org.loadline.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;

/** How what is worked out over rows moves, when they do, or when more or fewer of them count. */
final class InfluenceRows {
  private final Program program;
  private final Cause cause;
  private final InfluenceWalk walk;

  InfluenceRows(Program program, Cause cause, InfluenceWalk walk) {
    this.program = program;
    this.cause = cause;
    this.walk = walk;
  }

  /**
   * Whether an element of a collection is in it: 1, or a number that moves from 0 to 1 or back as
   * it grows or shrinks. How its order moves is part of it if it has one.
   */
  Course of(Rows rows, InfluencePlace at) {
    return switch (rows) {
      case Rows.All r -> of(r.entity());
      case Rows.Members r -> InfluenceTruth.HOLDS;
      case Rows.Children r -> {
        boolean elsewhere =
            walk.groups().isRegrouped(r.child())
                || walk.groups()
                    .isDisturbed(r.child(), program.entity(r.child()).fields().get(r.field()))
                || walk.course(r.parent(), at).moves();
        yield elsewhere ? InfluenceWalk.lost() : of(r.child());
      }
      case Rows.Numbers r -> {
        Trend from = walk.course(r.from(), at).trend();
        Trend to = walk.course(r.to(), at).trend();
        yield from.moves() || to.moves()
            ? InfluenceTruth.EITHER.moving(to.with(from.reversed()))
            : InfluenceTruth.HOLDS;
      }
      case Rows.Window r -> {
        boolean moves =
            of(r.points(), at).moves()
                || walk.moves(r.from(), at)
                || walk.moves(r.until(), at)
                || walk.moves(r.last(), at);
        yield moves ? InfluenceWalk.lost() : InfluenceTruth.HOLDS;
      }
      case Rows.Ordered r -> ordered(r, at);
      case Rows.Before r ->
          walk.course(r.row(), at).moves() || ordered(r.order(), at).moves()
              ? InfluenceWalk.lost()
              : InfluenceTruth.HOLDS;
    };
  }

  private Course of(EntityRef entity) {
    Trend rows = cause.trend(entity);
    return walk.groups().isRegrouped(entity)
        ? InfluenceWalk.lost()
        : rows.moves() ? InfluenceTruth.EITHER.moving(rows) : InfluenceTruth.HOLDS;
  }

  private Course ordered(Rows.Ordered r, InfluencePlace at) {
    Course rows = of(r.element().rows(), at);
    InfluencePlace inner = at.with(r.element().slot(), Course.ANY);
    boolean moves = rows.moves() || walk.moves(r.filter(), inner) || walk.moves(r.most(), at);
    for (Rows.Key key : r.keys()) {
      moves |= walk.course(key.value(), inner).moves();
    }
    return moves ? InfluenceWalk.lost() : InfluenceTruth.HOLDS;
  }

  // ---- Aggregates

  /** Whether a row counts, and the place of what is worked out for it. */
  private record Counted(Course counted, InfluencePlace at) {}

  private Counted counted(List<Expr.Binder> binders, Optional<Expr> filter, InfluencePlace at) {
    Course counted = InfluenceTruth.HOLDS;
    InfluencePlace inner = at;
    for (Expr.Binder binder : binders) {
      counted = counted.min(of(binder.rows(), inner));
      inner = inner.with(binder.slot(), element(binder.rows(), inner));
    }
    if (filter.isPresent()) {
      counted = counted.min(walk.course(filter.get(), inner));
      inner = walk.refinement().refine(filter.get(), true, inner);
    }
    return new Counted(counted, inner);
  }

  /** What an element of a collection is, if that is known of it. */
  Course element(Rows rows, InfluencePlace at) {
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
        Course flips = InfluenceTruth.either(counted, body, InfluenceTruth.FAILS);
        yield counted.moves() ? sum.moving(flips.trend()) : sum;
      }
      case COUNT -> Course.NATURAL.moving(more);
      case ANY -> counted.min(body);
      case ALL ->
          InfluenceTruth.HOLDS.plus(counted.min(InfluenceTruth.HOLDS.plus(body.negate())).negate());
      case MIN -> body.moving(body.trend().or(more.reversed()));
      case MAX -> body.moving(body.trend().or(more));
      case MEAN ->
          more.moves() ? InfluenceWalk.lost() : body.moving(body.trend().with(body.trend()));
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
      case SUM, COUNT, ANY, ALL -> InfluenceTruth.FAILS;
      case MIN, MAX, MEAN ->
          InfluenceTruth.EITHER.moving(
              counted(e.binders(), e.filter(), at).counted().trend().reversed());
      case WEIGHTED_MEAN -> {
        Counted rows = counted(e.binders(), e.filter(), at);
        boolean moves = rows.counted().moves() || walk.moves(e.weight(), rows.at());
        yield InfluenceTruth.open(moves);
      }
    };
  }

  Course pick(Expr.Pick e, InfluencePlace at) {
    Counted rows = counted(List.of(e.binder()), e.filter(), at);
    return rows.counted().moves() || walk.course(e.measure(), rows.at()).moves()
        ? InfluenceWalk.lost()
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
}
