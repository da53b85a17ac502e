package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.values.Exact;
import org.loadline.values.Flag;

/**
 * Series: which of their points a formula speaks of, and what is made of each.
 *
 * <p>Points are rows of a series, in the order of their time. Where the policy says what time it
 * is, nothing after that is seen. A point that stands for no part of itself is its value.
 */
final class Series {
  static final Type DURATION = new Type.Quantity(Unit.TIME, Type.Form.DECIMAL, false);

  private final Checker in;

  Series(Checker in) {
    this.in = in;
  }

  // ---- Points

  /** The points of a series as far as they are seen; any other collection as it is. */
  Denoted.Collection points(Denoted.Collection many, Entity entity, Span span) {
    return entity.isSeries()
        ? new Denoted.Collection(
            new Rows.Window(
                many.rows(), Optional.empty(), now(span), false, Optional.empty(), false),
            many.name())
        : many;
  }

  /** What time it is, if the policy says so. */
  private Optional<Expr> now(Span span) {
    return in.vocabulary
        .input("now")
        .filter(now -> in.vocabulary.bound().system().get(now.index()).type().equals(Type.INSTANT))
        .map(now -> new Expr.SystemValue(Type.INSTANT, span, now));
  }

  Optional<Expr> nowFor(Span span) {
    Optional<Expr> now = now(span);
    if (now.isEmpty()) {
      in.complaints.say(SeriesFormulaProblem.NO_CLOCK, span, "what", Quote.of(span));
    }
    return now;
  }

  /** The points that an expression names; empty if they are none, which has been said. */
  Optional<Denoted.Collection> series(Expression e, Scope s) {
    Denoted denoted = in.names.denote(e, s, Ask.PLAIN);
    if (denoted instanceof Denoted.Collection many
        && many.rows() instanceof Rows.Window
        && many.each() == Denoted.Each.ROW) {
      return Optional.of(many);
    }
    if (denoted instanceof Denoted.Unknown) {
      in.names.value(e, s, Ask.PLAIN);
    } else if (!(denoted instanceof Denoted.Broken)) {
      in.complaints.say(SeriesFormulaProblem.NOT_A_SERIES, e.span(), "what", Quote.of(e.span()));
    }
    return Optional.empty();
  }

  static Rows.Window window(Denoted.Collection many) {
    return (Rows.Window) many.rows();
  }

  static Rows.Window last(Rows.Window w, Expr count) {
    return new Rows.Window(w.points(), w.from(), w.until(), w.before(), Optional.of(count), false);
  }

  Optional<Expr> duration(Expression e, Scope s) {
    Expr duration = in.fitness.finite(in.formulas.check(e, s, Ask.PLAIN), "within");
    if (Open.isBroken(duration)) {
      return Optional.empty();
    }
    if (in.fitness.same(Fitness.quantity(duration).unit(), Unit.TIME, s).isEmpty()) {
      in.complaints.say(
          SeriesFormulaProblem.DURATION_NEEDED,
          e.span(),
          "what",
          Quote.of(e.span()),
          "given",
          TypeText.of(duration.type()));
      return Optional.empty();
    }
    return Optional.of(Retyping.inUnit(duration, Unit.TIME));
  }

  static Expr before(Expr now, Expr duration) {
    return new Expr.Arithmetic(
        Type.INSTANT, duration.span(), Expr.Arithmetic.Operation.SUBTRACT, now, duration);
  }

  Denoted within(Expression.Within w, Scope s) {
    Optional<Denoted.Collection> many = series(w.series(), s);
    Optional<Expr> duration = duration(w.duration(), s);
    Optional<Expr> now = nowFor(w.span());
    if (many.isEmpty() || duration.isEmpty() || now.isEmpty()) {
      return new Denoted.Broken();
    }
    Rows.Window of = window(many.get());
    if (of.last().isPresent() || of.from().isPresent()) {
      in.complaints.say(
          SeriesFormulaProblem.PART_OF_A_PART, w.span(), "what", Quote.of(w.series().span()));
      return new Denoted.Broken();
    }
    return new Denoted.Collection(
        new Rows.Window(
            of.points(),
            Optional.of(before(now.get(), duration.get())),
            of.until(),
            false,
            Optional.empty(),
            false),
        Quote.of(w.span()));
  }

  Denoted asOf(Expression.AsOf a, Scope s) {
    Optional<Denoted.Collection> many = series(a.series(), s);
    Expr moment = in.fitness.present(in.formulas.check(a.moment(), s, Ask.PLAIN));
    if (many.isEmpty() || Open.isBroken(moment)) {
      return new Denoted.Broken();
    }
    if (!moment.type().equals(Type.INSTANT)) {
      in.complaints.say(
          SeriesFormulaProblem.MOMENT_NEEDED,
          a.moment().span(),
          "what",
          Quote.of(a.moment().span()),
          "given",
          TypeText.of(moment.type()));
      return new Denoted.Broken();
    }
    Rows.Window of = window(many.get());
    return Denoted.value(
        latest(new Denoted.Collection(at(of, moment), many.get().name()), s, a.span()));
  }

  /** Points until a moment, and none that is not seen yet. */
  private static Rows.Window at(Rows.Window of, Expr moment) {
    Expr until =
        of.until()
            .map(
                now ->
                    (Expr)
                        new Expr.Apply(
                            Type.INSTANT, moment.span(), Builtin.MIN, List.of(now, moment)))
            .orElse(moment);
    return new Rows.Window(of.points(), of.from(), Optional.of(until), false, of.last(), false);
  }

  /** The last point: a path of its own, whose owner is known. */
  Expr latest(Denoted.Collection many, Scope s, Span span) {
    return picked(one(many, span), true, s, span);
  }

  Expr picked(Denoted.Collection many, boolean greatest, Scope s, Span span) {
    Collections.Element point = in.collections.bind(many, "point", s, span);
    return new Expr.Pick(
        point.value().type(),
        span,
        point.binder(),
        Optional.empty(),
        greatest,
        part(point.value(), "time", s, span));
  }

  // ---- Parts of points

  /** A point that stands for no part of itself is its value. */
  Expr ofPoint(Expr expr, Scope s) {
    return Denoted.row(expr)
        .filter(row -> in.vocabulary.entity(row.entity()).isSeries())
        .map(row -> part(expr, "value", s, expr.span()))
        .orElse(expr);
  }

  Expr part(Expr point, String name, Scope s, Span span) {
    EntityRef ref = Denoted.row(point).orElseThrow().entity();
    Entity entity = in.vocabulary.entity(ref);
    Field field = entity.field(name).orElseThrow();
    return in.parts.read(point, entity, field, List.of(), span, s);
  }

  /** What a collection has for each of its rows. */
  Expr each(Denoted.Collection many, Expr row, Scope s, Span span) {
    if (many.each() == Denoted.Each.ROW) {
      return row;
    }
    Expr before = previous(window(many), row, s, span);
    String part = many.each() == Denoted.Each.GAP ? "time" : "value";
    Expr now = part(row, part, s, span);
    Expr then = part(before, part, s, span);
    return switch (many.each()) {
      case ROW -> row;
      case GAP -> difference(DURATION, now, then, span);
      case CHANGE -> difference(now.type(), now, then, span);
      case SIMPLE_RETURN -> {
        Expr ratio = in.arithmetics.quotient(span, now, then, s);
        yield difference(
            ratio.type(), ratio, new Expr.Constant(Type.NUMBER, span, Exact.ONE), span);
      }
      case LOG_RETURN ->
          new Expr.Apply(
              Type.NUMBER, span, Builtin.LN, List.of(in.arithmetics.quotient(span, now, then, s)));
    };
  }

  static Expr difference(Type type, Expr now, Expr then, Span span) {
    return new Expr.Arithmetic(type, span, Expr.Arithmetic.Operation.SUBTRACT, now, then);
  }

  /** The point before one, which is there unless it is the first. */
  Expr previous(Rows.Window of, Expr point, Scope s, Span span) {
    Rows.Window earlier =
        new Rows.Window(
            of.points(),
            Optional.empty(),
            Optional.of(part(point, "time", s, span)),
            true,
            Optional.empty(),
            false);
    return latest(new Denoted.Collection(earlier, "previous"), s, span);
  }

  // ---- Functions

  /** The last point alone, or none. */
  static Denoted.Collection one(Denoted.Collection many, Span span) {
    Expr one = new Expr.Constant(Type.NUMBER, span, Exact.ONE);
    return new Denoted.Collection(last(window(many), one), many.name());
  }

  /** {@code marks older than d}: no point within d; a moment more than d ago. */
  Expr older(Expression.Older o, Scope s) {
    Optional<Expr> now = nowFor(o.span());
    Optional<Expr> duration = duration(o.duration(), s);
    Denoted left = in.names.denote(o.left(), s, Ask.PLAIN);
    if (now.isEmpty() || duration.isEmpty() || left instanceof Denoted.Broken) {
      return Open.broken(o.span());
    }
    if (left instanceof Denoted.Value value && value.expr().type().equals(Type.INSTANT)) {
      return new Expr.Compare(
          Type.FLAG,
          o.span(),
          Expr.Compare.Comparison.ABOVE,
          difference(DURATION, now.get(), value.expr(), o.span()),
          duration.get());
    }
    Optional<Denoted.Collection> many = series(o.left(), s);
    if (many.isEmpty()) {
      return Open.broken(o.span());
    }
    Rows.Window w = window(many.get());
    Rows.Window recent =
        new Rows.Window(
            w.points(),
            Optional.of(before(now.get(), duration.get())),
            w.until(),
            false,
            Optional.empty(),
            false);
    Collections.Element point =
        in.collections.bind(
            new Denoted.Collection(recent, many.get().name()), "point", s, o.span());
    Expr any =
        new Expr.Aggregate(
            Type.FLAG,
            o.span(),
            Expr.Aggregate.Kind.ANY,
            List.of(point.binder()),
            Optional.empty(),
            new Expr.Constant(Type.FLAG, o.span(), Flag.TRUE),
            Optional.empty());
    return new Expr.Not(Type.FLAG, o.span(), any);
  }
}
