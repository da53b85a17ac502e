package org.loadline.engine.make;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.loadline.engine.code.AccumulatorOp;
import org.loadline.engine.code.Compared;
import org.loadline.engine.code.FlagOp;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.code.SliceOp;
import org.loadline.engine.code.Slots;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.code.StoodOp;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.frame.StoreNumberNode;
import org.loadline.engine.nodes.loop.AccumulatorNode;
import org.loadline.engine.nodes.number.NumberOrder;
import org.loadline.engine.nodes.order.Slice;
import org.loadline.engine.nodes.order.Stood;

/** Makes the nodes of one root, each of one operation, whatever kind of operation it is. */
final class Maker {
  private final NumberMaker numbers = new NumberMaker(this);
  private final FlagMaker flags = new FlagMaker(this);
  private final PlaceMaker places = new PlaceMaker(this);
  private final StatementMaker statements = new StatementMaker(this);
  private final LoopMaker loops = new LoopMaker(this);
  private final OrderMaker orders = new OrderMaker(this);
  private final ValueMaker values = new ValueMaker(this);

  /** What loops tell their rows to, by what it was made of: it stands among what a row does. */
  private final Map<AccumulatorOp, AccumulatorNode> accumulators = new IdentityHashMap<>();

  NumberNode number(NumberOp op) {
    return numbers.make(op);
  }

  NumberNode[] numbers(List<? extends NumberOp> ops) {
    return ops.stream().map(this::number).toArray(NumberNode[]::new);
  }

  FlagNode flag(FlagOp op) {
    return flags.make(op);
  }

  IndexNode place(PlaceOp op) {
    return places.make(op);
  }

  StatementNode statement(StatementOp op) {
    return statements.make(op);
  }

  StatementNode[] statements(List<? extends StatementOp> ops) {
    return ops.stream().map(this::statement).toArray(StatementNode[]::new);
  }

  StoreNumberNode store(StatementOp.StoreNumber op) {
    return new StoreNumberNode(number(op.value()), slots(op.slots()), op.keepsFailure());
  }

  LoopMaker loops() {
    return loops;
  }

  OrderMaker orders() {
    return orders;
  }

  Slice slice(SliceOp op) {
    return orders.slice(op);
  }

  Stood stood(StoodOp op) {
    return orders.stood(op);
  }

  /** An accumulator where it belongs to the tree. */
  AccumulatorNode accumulator(AccumulatorOp op) {
    AccumulatorNode node = loops.accumulator(op);
    accumulators.put(op, node);
    return node;
  }

  /** An accumulator that has been made. */
  AccumulatorNode made(AccumulatorOp op) {
    return Objects.requireNonNull(accumulators.get(op));
  }

  ValueMaker values() {
    return values;
  }

  static NumberSlots slots(Slots slots) {
    return new NumberSlots(slots.width(), slots.number(), slots.divisor(), slots.mark());
  }

  static NumberOrder order(Compared compared) {
    return new NumberOrder(slots(compared.left()), slots(compared.right()), compared.within256());
  }
}
