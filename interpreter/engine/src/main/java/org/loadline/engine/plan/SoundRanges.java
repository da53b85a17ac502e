package org.loadline.engine.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Assumption;
import org.loadline.core.Expr;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.model.Bounds;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.values.Exact;

/**
 * Where the numbers of an input lie in every row that is not broken: by {@code within}, and by what
 * is assumed of the input alone.
 *
 * <p>Of {@code a and b} the second part may be undecided in a sound row, so nothing follows from it
 * unless it is about the same input, whose value is then known.
 */
public final class SoundRanges {
  private final ParamValues params;
  private final Map<ColumnKey, List<Limit>> limits = new HashMap<>();

  /** One thing that holds for a number. */
  private record Limit(Expr.Compare.Comparison comparison, Exact than) {}

  public SoundRanges(Program program, ParamValues params) {
    this.params = params;
    for (Entity entity : program.entities()) {
      for (Field field : entity.fields()) {
        field
            .within()
            .ifPresent(w -> add(new ColumnKey.OfField(entity.ref(), field.index(), 0), w));
      }
    }
    for (Field input : program.system()) {
      ColumnKey key = new ColumnKey.OfSystem(new InputRef(input.index(), input.name()));
      input.within().ifPresent(w -> add(key, w));
    }
    program.assumptions().forEach(this::assume);
  }

  private void add(ColumnKey key, Bounds within) {
    add(key, new Limit(Expr.Compare.Comparison.AT_LEAST, within.least()));
    add(key, new Limit(Expr.Compare.Comparison.AT_MOST, within.most()));
  }

  private void add(ColumnKey key, Limit limit) {
    limits.computeIfAbsent(key, k -> new ArrayList<>()).add(limit);
  }

  private void assume(Assumption assumption) {
    List<Expr> parts = new ArrayList<>();
    split(assumption.condition(), parts);
    Optional<ColumnKey> about = Optional.empty();
    for (Expr part : parts) {
      Optional<ColumnKey> of = subject(part);
      if (of.isEmpty() || (about.isPresent() && !about.equals(of))) {
        return;
      }
      about = of;
      limits(part).forEach(limit -> add(of.get(), limit));
    }
  }

  private static void split(Expr condition, List<Expr> parts) {
    if (condition instanceof Expr.And and) {
      split(and.left(), parts);
      split(and.right(), parts);
    } else {
      parts.add(condition);
    }
  }

  /** The one input that a condition is about. */
  private Optional<ColumnKey> subject(Expr condition) {
    return switch (condition) {
      case Expr.Compare c when constant(c.right()).isPresent() -> column(c.left());
      case Expr.Compare c when constant(c.left()).isPresent() -> column(c.right());
      case Expr.InRange r when constant(r.from()).isPresent() && constant(r.to()).isPresent() ->
          column(r.operand());
      default -> Optional.empty();
    };
  }

  private static Optional<ColumnKey> column(Expr expr) {
    return switch (expr) {
      case Expr.FieldOf(var t, var s, Expr.Local row, EntityRef entity, int field, var family)
          when row.slot() == 0 && family.isEmpty() ->
          Optional.of(new ColumnKey.OfField(entity, field, 0));
      case Expr.SystemValue input -> Optional.of(new ColumnKey.OfSystem(input.input()));
      default -> Optional.empty();
    };
  }

  private Optional<Exact> constant(Expr expr) {
    return switch (expr) {
      case Expr.Constant c when c.value() instanceof Exact number -> Optional.of(number);
      case Expr.ParamValue p when params.value(p.param()) instanceof Exact number ->
          Optional.of(number);
      case Expr.Negate n -> constant(n.operand()).map(Exact::negate);
      default -> Optional.empty();
    };
  }

  private List<Limit> limits(Expr condition) {
    return switch (condition) {
      case Expr.Compare c -> {
        Optional<Exact> right = constant(c.right());
        yield List.of(
            right.isPresent()
                ? new Limit(c.comparison(), right.get())
                : new Limit(mirrored(c.comparison()), constant(c.left()).orElseThrow()));
      }
      case Expr.InRange r when !r.negated() ->
          List.of(
              new Limit(Expr.Compare.Comparison.AT_LEAST, constant(r.from()).orElseThrow()),
              new Limit(Expr.Compare.Comparison.AT_MOST, constant(r.to()).orElseThrow()));
      default -> List.of();
    };
  }

  private static Expr.Compare.Comparison mirrored(Expr.Compare.Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> Expr.Compare.Comparison.EQUAL;
      case NOT_EQUAL -> Expr.Compare.Comparison.NOT_EQUAL;
      case BELOW -> Expr.Compare.Comparison.ABOVE;
      case AT_MOST -> Expr.Compare.Comparison.AT_LEAST;
      case ABOVE -> Expr.Compare.Comparison.BELOW;
      case AT_LEAST -> Expr.Compare.Comparison.AT_MOST;
    };
  }

  /** The part of a range in which the whole numbers of a column lie, at its scale. */
  public Interval narrowed(ColumnKey column, int scale, Interval range) {
    ColumnKey first =
        column instanceof ColumnKey.OfField(EntityRef entity, int field, int member)
            ? new ColumnKey.OfField(entity, field, 0)
            : column;
    Interval narrowed = range;
    // What is not zero is only an end of the range when the other limits are known.
    List<Limit> known = new ArrayList<>(limits.getOrDefault(first, List.of()));
    known.sort(
        (a, b) ->
            Boolean.compare(
                a.comparison() == Expr.Compare.Comparison.NOT_EQUAL,
                b.comparison() == Expr.Compare.Comparison.NOT_EQUAL));
    for (Limit limit : known) {
      narrowed = narrowed(limit, scale, narrowed);
    }
    return narrowed.least().compareTo(narrowed.most()) > 0 ? range : narrowed;
  }

  private static Interval narrowed(Limit limit, int scale, Interval range) {
    Exact bound = limit.than().times(Exact.ofUnscaled(BigInteger.ONE, -scale));
    BigInteger below = floor(bound);
    BigInteger above = bound.isWhole() ? below : below.add(BigInteger.ONE);
    BigInteger least = range.least();
    BigInteger most = range.most();
    return switch (limit.comparison()) {
      case EQUAL -> new Interval(least.max(above), most.min(below));
      case AT_LEAST -> new Interval(least.max(above), most);
      case ABOVE -> new Interval(least.max(below.add(BigInteger.ONE)), most);
      case AT_MOST -> new Interval(least, most.min(below));
      case BELOW -> new Interval(least, most.min(above.subtract(BigInteger.ONE)));
      case NOT_EQUAL ->
          new Interval(
              bound.isWhole() && least.equals(below) ? least.add(BigInteger.ONE) : least,
              bound.isWhole() && most.equals(below) ? most.subtract(BigInteger.ONE) : most);
    };
  }

  private static BigInteger floor(Exact number) {
    BigInteger[] parts = number.numerator().divideAndRemainder(number.denominator());
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }
}
