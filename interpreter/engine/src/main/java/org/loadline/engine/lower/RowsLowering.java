package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import org.loadline.core.Rows;
import org.loadline.engine.load.DataKey;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.loop.AllRowsNode;
import org.loadline.engine.nodes.loop.ChildrenNode;
import org.loadline.engine.nodes.loop.CountedNode;
import org.loadline.engine.nodes.loop.NumbersNode;
import org.loadline.engine.nodes.loop.WindowNode;
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
  StatementNode over(Term variable, Supplier<StatementNode> body) {
    Domain domain = ((Shape.Variable) variable.shape()).domain();
    int slot = lowering.variable(variable);
    FrameLayout frame = lowering.frame();
    return switch (domain) {
      case Domain.All(EntityRef entity) ->
          new AllRowsNode(slot, frame.slot(), frame.array(new DataKey.Count(entity)), body.get());
      case Domain.Members(var choice) ->
          new CountedNode(slot, body.get(), lowering.program().choice(choice).members().size());
      case Domain.Children(Term parent, EntityRef child, int field) -> {
        IndexNode of = lowering.index(parent);
        boolean follow = lowering.columns().childrenFollow(child, field);
        yield new ChildrenNode(
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

  private StatementNode numbers(Domain.Numbers numbers, int slot, Supplier<StatementNode> body) {
    Optional<Integer> known = count(numbers);
    if (known.isPresent()) {
      return new CountedNode(slot, body.get(), known.get());
    }
    Arithmetic arithmetic = lowering.arithmetic();
    NumberNode from = arithmetic.plain(lowering.number(numbers.from()));
    NumberNode to = arithmetic.plain(lowering.number(numbers.to()));
    return new NumbersNode(slot, body.get(), from, to);
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
  private StatementNode window(Domain.Window window, int slot, Supplier<StatementNode> body) {
    FrameLayout frame = lowering.frame();
    EntityRef series;
    Optional<IndexNode> parent;
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
    Optional<NumberNode> from = window.from().map(lowering::number);
    Optional<NumberNode> until = window.until().map(lowering::number);
    Optional<NumberNode> last = window.last().map(lowering::number);
    return new WindowNode(
        slot,
        body.get(),
        new WindowNode.Points(parent.orElse(null), starts, rows, times),
        new WindowNode.Bounds(
            from.orElse(null), until.orElse(null), window.before(), last.orElse(null)),
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
