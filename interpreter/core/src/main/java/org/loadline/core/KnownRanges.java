package org.loadline.core;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.loadline.model.Choice;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * Where values lie, of one policy or of two between which things move.
 *
 * <p>A param without limits is what is written; if it moves, it keeps its sign. Flags are 0 and 1,
 * members of a choice their places, and unlimited is beyond all numbers.
 */
final class KnownRanges {
  /** No number reaches it. */
  private static final Exact BEYOND = Exact.of(10).power(Exact.MAX_PLACES);

  private final Program program;
  private final Program other;
  private final KnownSigns signs;

  /** Params that a world may suppose to be another. */
  private final Set<ParamRef> supposed;

  private KnownRanges(Program program, Program other, Set<ParamRef> supposed) {
    this.program = program;
    this.other = other;
    this.signs = new KnownSigns(program);
    this.supposed = supposed;
  }

  KnownRanges(Program program, Program other) {
    this(program, other, Set.of());
  }

  /** Those that hold in each world that the program supposes. */
  static KnownRanges ofAllWorlds(Program program, Program other) {
    Set<ParamRef> supposed = new HashSet<>();
    program.facts().forEach(fact -> collect(fact.body(), supposed));
    return new KnownRanges(program, other, supposed);
  }

  private static void collect(Expr formula, Set<ParamRef> supposed) {
    if (formula instanceof Expr.Given given) {
      for (Change change : given.changes()) {
        if (change instanceof Change.OfParam of) {
          supposed.add(of.param());
        }
      }
    }
    ExprWalk.parts(formula).forEach(part -> collect(part, supposed));
  }

  static Course of(Value value) {
    return switch (value) {
      case Exact number -> Course.of(number);
      case Flag flag -> Course.of(flag.value() ? Exact.ONE : Exact.ZERO);
      case Member(int ordinal) -> Course.of(Exact.of(ordinal));
      case Unlimited beyond -> Course.of(BEYOND);
      default -> Course.ANY;
    };
  }

  /** Whether it is unlimited, which nothing is above. */
  static boolean isUnlimited(Course course) {
    return course.isSurely(BEYOND);
  }

  /** What a type says. */
  Course of(Type type) {
    return switch (type.present()) {
      case Type.Flag flag -> Course.of(Exact.ZERO, Exact.ONE);
      case Type.OfChoice of -> {
        Choice choice = program.choice(of.choice());
        yield Course.of(Exact.ZERO, Exact.of(choice.members().size() - 1L));
      }
      default -> Course.ANY;
    };
  }

  private static Course open(Type type, Course course) {
    boolean unlimited = type.present() instanceof Type.Quantity q && q.orUnlimited();
    return unlimited ? new Course(course.trend(), course.least(), Optional.empty()) : course;
  }

  Course of(Expr.ParamValue e, boolean moves) {
    if (supposed.contains(e.param())) {
      return Course.ANY;
    }
    Param param = program.param(e.param());
    Course written =
        other.params().stream()
            .filter(p -> p.ref().name().equals(param.ref().name()))
            .map(p -> of(p.value()))
            .reduce(of(param.value()), Course::or);
    if (moves && program == other) {
      written = keepingSign(written);
    }
    return param.within().isPresent() && program == other
        ? open(param.type(), signs.of(e))
        : written;
  }

  private static Course keepingSign(Course course) {
    return CourseRules.signsOf(course);
  }

  Course of(Expr.SystemValue e) {
    return open(program.input(e.input()).type(), signs.of(e));
  }

  /** Of a column of a written table what its cells say, of both policies. */
  Course of(Expr.FieldOf e, boolean moves) {
    Optional<Table> table = table(program, e.entity().name());
    String column = program.entity(e.entity()).fields().get(e.field()).name();
    Optional<Course> cells = table.flatMap(t -> cells(t, e.field()));
    if (cells.isEmpty()) {
      return open(program.entity(e.entity()).fields().get(e.field()).type(), signs.of(e));
    }
    Course both =
        table(other, e.entity().name())
            .flatMap(
                t ->
                    other.entity(t.rows()).fields().stream()
                        .filter(f -> f.name().equals(column))
                        .findFirst()
                        .flatMap(f -> cells(t, f.index())))
            .map(cells.get()::or)
            .orElse(cells.get());
    return moves && program == other ? keepingSign(both) : both;
  }

  /** How the cells of a column move from row to row, if it is of a written table. */
  Trend along(Expr.FieldOf e) {
    return table(program, e.entity().name())
        .flatMap(t -> ordered(t, e.field()))
        .map(Course::trend)
        .orElse(Trend.EITHER);
  }

  private static Optional<Course> ordered(Table table, int column) {
    return KnownSigns.ofCells(
        table.written().stream()
            .map(row -> row.stream().map(KnownRanges::number).toList())
            .toList(),
        column);
  }

  /** Members and flags as the numbers that they stand for. */
  private static Value number(Value value) {
    return value instanceof Exact
        ? value
        : of(value).least().<Value>map(least -> least).orElse(value);
  }

  /** Where the cells of a column lie; those that are {@code none} lie nowhere. */
  private static Optional<Course> cells(Table table, int column) {
    if (table.written().stream().anyMatch(row -> row.size() <= column)) {
      return Optional.empty();
    }
    return table.written().stream()
        .map(row -> row.get(column))
        .filter(cell -> !(cell instanceof None))
        .map(KnownRanges::of)
        .reduce(Course::or);
  }

  private static Optional<Table> table(Program program, String rows) {
    return program.tables().stream()
        .filter(t -> t.rows().name().equals(rows) && !t.written().isEmpty())
        .findFirst();
  }
}
