package org.loadline.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.model.Bounds;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** Where inputs lie: by {@code within}, by assumptions, by the cells of a table. */
final class KnownSigns {
  private final Program program;
  private final Map<Object, Course> assumed = new HashMap<>();

  KnownSigns(Program program) {
    this.program = program;
    for (Entity entity : program.entities()) {
      for (Field field : entity.fields()) {
        field.within().ifPresent(w -> narrow(List.of(entity.ref(), field.index()), within(w)));
      }
    }
    program.assumptions().forEach(a -> assume(a.condition()));
  }

  /** Of a field, of every row of its entity that is not broken. */
  Course of(Expr.FieldOf e) {
    return assumed.getOrDefault(List.of(e.entity(), e.field()), Course.ANY);
  }

  Course of(Expr.SystemValue e) {
    Optional<Course> within = program.input(e.input()).within().map(KnownSigns::within);
    return assumed.getOrDefault(e.input(), Course.ANY).meet(within.orElse(Course.ANY));
  }

  Course of(Expr.ParamValue e) {
    return program.param(e.param()).within().map(KnownSigns::within).orElse(Course.ANY);
  }

  private static Course within(Bounds bounds) {
    return Course.of(bounds.least(), bounds.most());
  }

  /** Where one of two conditions is about another input it may be undecided in a sound row. */
  private void assume(Expr condition) {
    if (!(condition instanceof Expr.Compare c)
        || !(c.right() instanceof Expr.Constant than)
        || !(than.value() instanceof Exact number)) {
      return;
    }
    Course signs =
        switch (c.comparison()) {
          case ABOVE, AT_LEAST -> new Course(Trend.SAME, Optional.of(number), Optional.empty());
          case BELOW, AT_MOST -> new Course(Trend.SAME, Optional.empty(), Optional.of(number));
          case EQUAL -> Course.of(number);
          case NOT_EQUAL -> Course.ANY;
        };
    switch (c.left()) {
      case Expr.FieldOf(var t, var s, Expr.Local row, var entity, int field, var family)
          when row.slot() == 0 && family.isEmpty() ->
          narrow(List.of(entity, field), signs);
      case Expr.SystemValue input -> narrow(input.input(), signs);
      default -> {}
    }
  }

  private void narrow(Object input, Course signs) {
    assumed.merge(input, signs, Course::meet);
  }

  /** Of the cells of a column of a written table, and how they move from row to row. */
  static Optional<Course> ofCells(List<List<Value>> rows, int column) {
    Optional<Course> course = Optional.empty();
    Optional<Exact> before = Optional.empty();
    for (List<Value> row : rows) {
      if (column >= row.size() || !(row.get(column) instanceof Exact number)) {
        return Optional.empty();
      }
      int step = before.map(number::compareTo).orElse(0);
      Course here =
          Course.of(number).moving(step == 0 ? Trend.SAME : step > 0 ? Trend.RISES : Trend.FALLS);
      course = Optional.of(course.map(c -> c.or(here)).orElse(here));
      before = Optional.of(number);
    }
    return course;
  }
}
