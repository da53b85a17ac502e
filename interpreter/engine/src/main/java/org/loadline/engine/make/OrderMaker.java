package org.loadline.engine.make;

import static org.loadline.engine.make.Maker.slots;

import java.util.List;
import org.loadline.engine.code.KeyOp;
import org.loadline.engine.code.OrderOp;
import org.loadline.engine.code.SliceOp;
import org.loadline.engine.code.StoodOp;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.order.CollectNode;
import org.loadline.engine.nodes.order.KeyForm;
import org.loadline.engine.nodes.order.KeyNode;
import org.loadline.engine.nodes.order.OrderNode;
import org.loadline.engine.nodes.order.RecordNode;
import org.loadline.engine.nodes.order.ScanNode;
import org.loadline.engine.nodes.order.Slice;
import org.loadline.engine.nodes.order.Stood;

/** Makes the nodes of orders, and of what is read of them. */
final class OrderMaker {
  private final Maker maker;

  OrderMaker(Maker maker) {
    this.maker = maker;
  }

  StatementNode make(OrderOp op) {
    return switch (op) {
      case OrderOp.OrderRoom(var keys, boolean stable, int slot) ->
          new OrderNode.Room(
              keys.stream().map(OrderMaker::form).toArray(KeyForm[]::new), stable, slot);
      case OrderOp.Collect(var keys, int elementSlot, int orderSlot) ->
          new CollectNode(
              keys.stream().map(this::key).toArray(KeyNode[]::new), elementSlot, orderSlot);
      case OrderOp.Order(var rows, var owner, boolean once, int slot) ->
          new OrderNode(maker.statement(rows), owner.map(maker::place).orElse(null), once, slot);
      case OrderOp.ScanRoom(var records, int slot) ->
          new ScanNode.Room(records.stream().mapToInt(OrderOp.Recorded::stride).toArray(), slot);
      case OrderOp.Scan scan ->
          new ScanNode(
              slice(scan.order()),
              maker.statement(scan.start()),
              maker.statement(scan.turn()),
              records(scan.records()),
              scan.once(),
              scan.always(),
              scan.elementSlot(),
              scan.trailSlot());
    };
  }

  private KeyNode key(KeyOp op) {
    return switch (op) {
      case KeyOp.OfNumber key ->
          new KeyNode.OfNumber(form(op), maker.number(key.number()), slots(key.slots()));
      case KeyOp.OfPlace key -> new KeyNode.OfPlace(form(op), maker.place(key.place()));
    };
  }

  private static KeyForm form(KeyOp op) {
    return switch (op) {
      case KeyOp.OfNumber(var number, var slots, boolean descending) ->
          new KeyForm(slots.width(), slots.divisor() >= 0, slots.mark() >= 0, descending, false);
      case KeyOp.OfPlace(var place, boolean descending, boolean text) ->
          KeyForm.place(descending, text);
    };
  }

  private static RecordNode[] records(List<OrderOp.Recorded> records) {
    return records.stream().map(OrderMaker::record).toArray(RecordNode[]::new);
  }

  private static RecordNode record(OrderOp.Recorded recorded) {
    return switch (recorded) {
      case OrderOp.Recorded.OfNumber(var slots) ->
          new RecordNode.OfNumber(recorded.stride(), slots(slots));
      case OrderOp.Recorded.OfPlace(int slot, int markSlot) ->
          new RecordNode.OfPlace(recorded.stride(), slot, markSlot);
    };
  }

  Slice slice(SliceOp op) {
    return new Slice(
        op.slot(),
        op.most().map(maker::number).orElse(null),
        op.before().map(maker::place).orElse(null));
  }

  Stood stood(StoodOp op) {
    return new Stood(
        slice(op.order()), maker.place(op.element()), op.trailSlot(), op.value(), op.after());
  }
}
