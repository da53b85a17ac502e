package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.loop.WhereNode;
import org.loadline.engine.nodes.order.CollectNode;
import org.loadline.engine.nodes.order.EndNode;
import org.loadline.engine.nodes.order.KeyNode;
import org.loadline.engine.nodes.order.OrderNode;
import org.loadline.engine.nodes.order.PlaceNode;
import org.loadline.engine.nodes.order.RankedRowsNode;
import org.loadline.engine.nodes.order.Slice;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.engine.plan.Width;

/** Makes orders, each once for all who read it, and what is read of them. */
final class OrderLowering {
  private final Lowering lowering;

  OrderLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The loop that collects the elements; the order is kept from then on. */
  StatementNode lower(Term term) {
    Shape.Order order = (Shape.Order) term.shape();
    lowering.notes().enter();
    Optional<IndexNode> owner = owner(term, order).map(lowering::index);
    int slot = lowering.frame().lasting();
    KeyNode[] keys = new KeyNode[order.keys().size()];
    List<Note> notes = new ArrayList<>();
    StatementNode rows =
        lowering.rows().over(order.variable(), () -> body(order, slot, keys, notes));
    lowering.forget(lowering.keptFor(order.variable()));
    OrderNode node = new OrderNode(rows, owner.orElse(null), term.free().isEmpty(), slot);
    lowering.frame().first(new OrderNode.Room(keys, !isOfRows(order), slot));
    lowering.keep(term, new Kept.Order(slot, node.leavesFailure()));
    lowering.notes().total(new Note(term, false, Optional.empty(), List.of(), List.of(), notes));
    lowering.notes().leave(order.variable());
    return node;
  }

  /**
   * Rows go by identity where keys do not tell; numbers and members stay as another order has them.
   */
  private static boolean isOfRows(Shape.Order order) {
    Domain source = ((Shape.Variable) order.variable().shape()).domain().source();
    return !(source instanceof Domain.Members || source instanceof Domain.Numbers);
  }

  private StatementNode body(Shape.Order order, int slot, KeyNode[] keys, List<Note> notes) {
    int outside = lowering.frame().size();
    Optional<Term> variable = Optional.of(order.variable());
    List<StatementNode> statements = new ArrayList<>();
    Optional<FlagNode> filter = Optional.empty();
    if (order.filter().isPresent()) {
      statements.addAll(lowering.share(variable, List.of(order.filter().get())));
      filter = Optional.of(lowering.flag(order.filter().get()));
      lowering.notes().where();
    }
    List<Term> wanted = order.keys().stream().map(Shape.Key::value).toList();
    List<StatementNode> kept = new ArrayList<>(lowering.share(variable, wanted));
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(order.keys().get(i));
      notes.add(lowering.notes().taken());
    }
    kept.add(new CollectNode(keys, lowering.variable(order.variable()), slot));
    filter.ifPresentOrElse(
        f -> statements.add(new WhereNode(f, LoopLowering.block(kept))),
        () -> statements.addAll(kept));
    statements.add(lowering.frame().forgetSince(outside, Set.of()));
    return LoopLowering.block(statements);
  }

  private KeyNode key(Shape.Key key) {
    if (key.value().kind() != Kind.NUMBER) {
      return new KeyNode.OfPlace(lowering.index(key.value()), key.descending(), key.text());
    }
    NumberNode node = lowering.number(key.value());
    NumberForm form = node.form();
    return new KeyNode.OfNumber(
        node, lowering.frame().slots(form, form.isMarked()), key.descending());
  }

  /** The row whose children are put in order, if the order depends on nothing else outside. */
  private static Optional<Term> owner(Term term, Shape.Order order) {
    if (term.free().isEmpty()
        || !(order.variable().shape()
            instanceof Shape.Variable(int depth, Domain.Children(Term parent, var child, int f)))
        || parent.shape() instanceof Shape.Variable) {
      return Optional.empty();
    }
    List<Term> parts = new ArrayList<>(order.keys().stream().map(Shape.Key::value).toList());
    order.filter().ifPresent(parts::add);
    Set<Term> seen = new HashSet<>(List.of(order.variable()));
    boolean alone = parts.stream().noneMatch(part -> reads(part, term.free(), seen));
    return alone ? Optional.of(parent) : Optional.empty();
  }

  /** Whether a term depends on some variables otherwise than by terms that have been seen. */
  static boolean reads(Term term, List<Term> variables, Set<Term> seen) {
    if (!seen.add(term)) {
      return false;
    }
    if (variables.contains(term) || term.shape() instanceof Shape.Search) {
      return true;
    }
    return term.operands().stream().anyMatch(operand -> reads(operand, variables, seen));
  }

  // ---- What is read of an order

  StatementNode rows(Domain.Ranked ranked, int slot, StatementNode body) {
    return new RankedRowsNode(slot, body, slice(ranked));
  }

  IndexNode end(Shape.End end) {
    return new EndNode(slice(end.rows()), end.last(), end.own());
  }

  NumberNode place(Shape.Place place) {
    BigInteger most = lowering.rows().most(place.rows());
    NumberForm form =
        NumberForm.decimal(Width.LONG, 0, new Interval(BigInteger.ONE, most.max(BigInteger.ONE)));
    return new PlaceNode(
        form,
        lowering.frame().beside(form),
        slice(place.rows()),
        lowering.index(place.element()),
        place.own());
  }

  private Slice slice(Domain.Ranked ranked) {
    Kept.Order order = lowering.order(ranked.order());
    Optional<NumberNode> most =
        ranked.most().map(m -> lowering.arithmetic().plain(lowering.number(m)));
    Optional<IndexNode> before = ranked.before().map(lowering::index);
    return new Slice(order.slot(), order.failing(), most.orElse(null), before.orElse(null));
  }
}
