package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import org.loadline.core.Rows;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.code.RowsOp;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.load.DataKey;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;

/** Makes the loops that take a variable through its elements. */
final class RowsLowering {
  private final Lowering lowering;

  RowsLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** A loop that runs a body, made once its rows are known, for each element of a variable. */
  StatementOp over(Term variable, Supplier<StatementOp> body) {
    Domain domain = ((Shape.Variable) variable.shape()).domain();
    int slot = lowering.variable(variable);
    FrameLayout frame = lowering.frame();
    return switch (domain) {
      case Domain.All(EntityRef entity) ->
          new RowsOp.All(slot, frame.slot(), frame.array(new DataKey.Count(entity)), body.get());
      case Domain.Members(var choice) ->
          new RowsOp.Counted(slot, body.get(), lowering.program().choice(choice).members().size());
      case Domain.Children(Term parent, EntityRef child, int field) -> {
        PlaceOp of = lowering.index(parent);
        boolean follow = lowering.columns().childrenFollow(child, field);
        yield new RowsOp.Children(
            slot,
            body.get(),
            of,
            frame.array(new DataKey.ChildStarts(child, field)),
            follow ? -1 : frame.array(new DataKey.ChildRows(child, field)));
      }
      case Domain.Window window -> window(window, slot, body);
      case Domain.Numbers numbers -> numbers(numbers, slot, body);
      case Domain.Ranked ranked -> lowering.orders().rows(ranked, slot, body.get());
      case Domain.Points points -> throw noCollection(domain);
      case Domain.Own own -> throw noCollection(domain);
      case Domain.Carried carried -> throw noCollection(domain);
    };
  }

  private static IllegalArgumentException noCollection(Domain domain) {
    return new IllegalArgumentException("not a collection: " + domain);
  }

  private StatementOp numbers(Domain.Numbers numbers, int slot, Supplier<StatementOp> body) {
    Optional<Integer> known = count(numbers);
    if (known.isPresent()) {
      return new RowsOp.Counted(slot, body.get(), known.get());
    }
    Arithmetic arithmetic = lowering.arithmetic();
    NumberOp from = arithmetic.plain(lowering.number(numbers.from()));
    NumberOp to = arithmetic.plain(lowering.number(numbers.to()));
    return new RowsOp.Numbers(slot, body.get(), from, to);
  }

  /** How many numbers the text and the params say that there are. */
  private static Optional<Integer> count(Domain.Numbers numbers) {
    if (numbers.from().shape() instanceof Shape.Constant(Exact from)
        && numbers.to().shape() instanceof Shape.Constant(Exact to)
        && from.isWhole()
        && to.isWhole()
        && to.minus(from).compareTo(Exact.of(Rows.Numbers.MOST)) < 0) {
      return Optional.of(to.minus(from).plus(Exact.ONE).max(Exact.ZERO).intValueExact());
    }
    return Optional.empty();
  }

  /** Points that are found by their time, which is read as it stands, whatever their value. */
  private StatementOp window(Domain.Window window, int slot, Supplier<StatementOp> body) {
    FrameLayout frame = lowering.frame();
    EntityRef series;
    Optional<PlaceOp> parent;
    int starts;
    int rows = -1;
    switch (window.points()) {
      case Domain.All(EntityRef entity) -> {
        series = entity;
        parent = Optional.empty();
        starts = frame.array(new DataKey.Count(entity));
      }
      case Domain.Children(Term of, EntityRef child, int field) -> {
        series = child;
        parent = Optional.of(lowering.index(of));
        starts = frame.array(new DataKey.ChildStarts(child, field));
        if (!lowering.columns().childrenFollow(child, field)) {
          rows = frame.array(new DataKey.ChildRows(child, field));
        }
      }
      case Domain other -> throw new IllegalArgumentException("no series: " + other);
    }
    int time = lowering.program().entity(series).key().orElseThrow();
    int times = frame.array(new DataKey.Times(series, time));
    Optional<NumberOp> from = window.from().map(lowering::number);
    Optional<NumberOp> until = window.until().map(lowering::number);
    Optional<NumberOp> last = window.last().map(lowering::number);
    return new RowsOp.Window(
        slot,
        body.get(),
        new RowsOp.Points(parent, starts, rows, times),
        new RowsOp.Bounds(from, until, window.before(), last),
        window.withoutFirst());
  }

  /** No less than the elements of a variable. */
  BigInteger most(Term variable) {
    return most(((Shape.Variable) variable.shape()).domain());
  }

  BigInteger most(Domain domain) {
    return switch (domain) {
      case Domain.All(EntityRef entity) -> lowering.columns().mostRows(entity);
      case Domain.Members(var choice) ->
          BigInteger.valueOf(lowering.program().choice(choice).members().size());
      case Domain.Children(Term parent, EntityRef child, int field) ->
          lowering.columns().mostChildren(child, field);
      case Domain.Window window -> most(window.points());
      case Domain.Ranked ranked -> most(ranked.source());
      case Domain.Numbers numbers -> BigInteger.valueOf(count(numbers).orElse(Rows.Numbers.MOST));
      case Domain.Points points -> BigInteger.ONE;
      case Domain.Own own -> BigInteger.ONE;
      case Domain.Carried carried -> BigInteger.ONE;
    };
  }
}
