package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.model.TableRef;

/** How cells move that are read from rows, or found in tables by keys. */
final class InfluenceLookups {
  private final Program program;
  private final KnownRanges ranges;
  private final Cause cause;
  private final InfluenceWalk walk;

  InfluenceLookups(Program program, KnownRanges ranges, Cause cause, InfluenceWalk walk) {
    this.program = program;
    this.ranges = ranges;
    this.cause = cause;
    this.walk = walk;
  }

  /** Of a cell, by a row that may move or stand still. */
  Course field(Expr.FieldOf e, InfluencePlace at) {
    Field field = program.entity(e.entity()).fields().get(e.field());
    if (e.family().stream().anyMatch(m -> walk.course(m, at).moves())
        || walk.groups().isDisturbed(e.entity(), field)) {
      return InfluenceWalk.lost();
    }
    Optional<Course> there = at.given(Cause.column(e.entity(), e.field()));
    Optional<InfluencePlace.Of<Expr.Lookup>> lookup = lookup(e.row(), at);
    if (there.isPresent()) {
      return walk.course(e.row(), at).moves() ? InfluenceWalk.lost() : there.get();
    }
    Trend row =
        lookup
            .map(l -> keys(l.value().table(), l.value().owner(), l.value().keys(), l.at()))
            .orElseGet(() -> walk.course(e.row(), at).trend());
    Course cells = cells(e, lookup.isPresent());
    return cells.moving(cells.trend().with(along(row, e)));
  }

  /** The lookup that a row is, itself or as a fact that is nothing else. */
  private Optional<InfluencePlace.Of<Expr.Lookup>> lookup(Expr row, InfluencePlace at) {
    return switch (row) {
      case Expr.Lookup e -> Optional.of(new InfluencePlace.Of<>(e, at));
      case Expr.FactOf e when e.row().isEmpty() || !walk.course(e.row().get(), at).moves() -> {
        Fact fact = program.fact(e.fact());
        yield fact.body() instanceof Expr.Lookup || fact.body() instanceof Expr.FactOf
            ? lookup(fact.body(), walk.facts().enter(e, fact, at))
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
    Trend trend =
        owner.filter(o -> walk.course(o, at).moves()).isPresent() ? Trend.UNKNOWN : Trend.SAME;
    for (Expr key : keys) {
      Trend of = walk.course(key, at).trend();
      trend = keys.size() > 1 && of.moves() ? Trend.UNKNOWN : trend.with(of);
    }
    return trend;
  }

  Course lookup(Expr.Lookup e, InfluencePlace at) {
    return cause.isOf(program.table(e.table()).rows())
        ? InfluenceWalk.lost()
        : Course.anything(keys(e.table(), e.owner(), e.keys(), at));
  }

  Course marginal(Expr.Marginal e, InfluencePlace at) {
    Trend key = keyTrend(e.owner(), e.keys(), at);
    Course cells = cells(column(e.table(), e.column(), e), true);
    return walk.course(e.keys().getFirst(), at).moving(key).times(cells);
  }

  Course interpolated(Expr.Interpolated e, InfluencePlace at) {
    Trend key = keyTrend(e.owner(), e.keys(), at);
    Expr.FieldOf column = column(e.table(), e.column(), e);
    Course cells = cells(column, true);
    return cells.moving(cells.trend().with(along(key, column)));
  }

  Course rowWithKey(Expr.RowWithKey e, InfluencePlace at) {
    boolean moves = walk.moves(e.parent(), at) | walk.moves(e.keys(), at);
    return moves || cause.trend(e.entity()).moves() ? InfluenceWalk.lost() : Course.ANY;
  }

  /** What it does to the cells of a column that the number of their row moves. */
  private Trend along(Trend row, Expr.FieldOf column) {
    return CourseRules.along(row, row.moves() ? ranges.along(column) : Trend.SAME);
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

  /** Whether a lookup finds no row. */
  Course hasNoRow(TableRef ref, Optional<Expr> owner, List<Expr> keys, InfluencePlace at) {
    Table table = program.table(ref);
    boolean moves = walk.moves(owner, at) | cause.isOf(table.rows()) | walk.moves(keys, at);
    return moves && !TableSteps.isTotal(table)
        ? InfluenceTruth.EITHER.moving(Trend.UNKNOWN)
        : TableSteps.isTotal(table) ? InfluenceTruth.FAILS : InfluenceTruth.EITHER;
  }

  /** Of the cells of a column where nothing is given in their place. */
  Course around(EntityRef entity, int field) {
    Field of = program.entity(entity).fields().get(field);
    Expr.Local row = new Expr.Local(of.type(), of.span(), 0, entity.name());
    return cells(new Expr.FieldOf(of.type(), of.span(), row, entity, field, List.of()), false);
  }
}
