package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.engine.code.FlagOp;
import org.loadline.engine.code.KeyOp;
import org.loadline.engine.code.NumberFound;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.OrderOp;
import org.loadline.engine.code.PlaceFound;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.code.RowsOp;
import org.loadline.engine.code.SliceOp;
import org.loadline.engine.code.StatementOp;
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
  StatementOp lower(Term term) {
    Shape.Order order = (Shape.Order) term.shape();
    lowering.notes().enter();
    Optional<PlaceOp> owner = owner(term, order).map(lowering::index);
    int slot = lowering.frame().lasting();
    List<KeyOp> keys = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    StatementOp rows = lowering.rows().over(order.variable(), () -> body(order, slot, keys, notes));
    lowering.forget(lowering.keptFor(order.variable()));
    OrderOp.Order op = new OrderOp.Order(rows, owner, term.free().isEmpty(), slot);
    lowering.frame().first(new OrderOp.OrderRoom(keys, !isOfRows(order), slot));
    lowering.keep(term, new Kept.Order(slot, op.leavesFailure()));
    lowering.notes().total(new Note(term, false, Optional.empty(), List.of(), List.of(), notes));
    lowering.notes().leave(order.variable());
    return op;
  }

  /**
   * Rows go by identity where keys do not tell; numbers and members stay as another order has them.
   */
  private static boolean isOfRows(Shape.Order order) {
    Domain source = ((Shape.Variable) order.variable().shape()).domain().source();
    return !(source instanceof Domain.Members || source instanceof Domain.Numbers);
  }

  private StatementOp body(Shape.Order order, int slot, List<KeyOp> keys, List<Note> notes) {
    int outside = lowering.frame().size();
    Optional<Term> variable = Optional.of(order.variable());
    List<StatementOp> statements = new ArrayList<>();
    Optional<FlagOp> filter = Optional.empty();
    if (order.filter().isPresent()) {
      statements.addAll(lowering.share(variable, List.of(order.filter().get())));
      filter = Optional.of(lowering.flag(order.filter().get()));
      lowering.notes().where();
    }
    List<Term> wanted = order.keys().stream().map(Shape.Key::value).toList();
    List<StatementOp> kept = new ArrayList<>(lowering.share(variable, wanted));
    for (Shape.Key key : order.keys()) {
      keys.add(key(key));
      notes.add(lowering.notes().taken());
    }
    kept.add(new OrderOp.Collect(keys, lowering.variable(order.variable()), slot));
    filter.ifPresentOrElse(
        f -> statements.add(new StatementOp.Where(f, LoopLowering.block(kept))),
        () -> statements.addAll(kept));
    statements.add(lowering.frame().forgetSince(outside, Set.of()));
    return LoopLowering.block(statements);
  }

  private KeyOp key(Shape.Key key) {
    if (key.value().kind() != Kind.NUMBER) {
      return new KeyOp.OfPlace(lowering.index(key.value()), key.descending(), key.text());
    }
    NumberOp op = lowering.number(key.value());
    NumberForm form = op.form();
    return new KeyOp.OfNumber(op, lowering.frame().slots(form, form.isMarked()), key.descending());
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

  StatementOp rows(Domain.Ranked ranked, int slot, StatementOp body) {
    return new RowsOp.Ranked(slot, body, slice(ranked));
  }

  PlaceOp end(Shape.End end) {
    return new PlaceFound.End(slice(end.rows()), end.last(), end.own());
  }

  NumberOp place(Shape.Place place) {
    BigInteger most = lowering.rows().most(place.rows());
    NumberForm form =
        NumberForm.decimal(Width.LONG, 0, new Interval(BigInteger.ONE, most.max(BigInteger.ONE)));
    return new NumberFound.Rank(
        form,
        lowering.frame().beside(form),
        slice(place.rows()),
        lowering.index(place.element()),
        place.own());
  }

  private SliceOp slice(Domain.Ranked ranked) {
    Kept.Order order = lowering.order(ranked.order());
    Optional<NumberOp> most =
        ranked.most().map(m -> lowering.arithmetic().plain(lowering.number(m)));
    Optional<PlaceOp> before = ranked.before().map(lowering::index);
    return new SliceOp(order.slot(), order.failing(), most, before);
  }
}
