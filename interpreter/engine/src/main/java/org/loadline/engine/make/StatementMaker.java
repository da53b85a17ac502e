package org.loadline.engine.make;

import static org.loadline.engine.make.Maker.slots;

import java.util.List;
import org.loadline.engine.code.AccumulatorOp;
import org.loadline.engine.code.Fill;
import org.loadline.engine.code.LoopOp;
import org.loadline.engine.code.OrderOp;
import org.loadline.engine.code.RowsOp;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.column.FillIndexNode;
import org.loadline.engine.nodes.column.FillNumberNode;
import org.loadline.engine.nodes.frame.ClearNode;
import org.loadline.engine.nodes.frame.CopyNumberNode;
import org.loadline.engine.nodes.frame.CopySlotNode;
import org.loadline.engine.nodes.frame.StoreFlagNode;
import org.loadline.engine.nodes.frame.StoreIndexNode;
import org.loadline.engine.nodes.loop.BlockNode;
import org.loadline.engine.nodes.loop.WhereNode;

/** Makes the nodes of statements. */
final class StatementMaker {
  private final Maker maker;

  StatementMaker(Maker maker) {
    this.maker = maker;
  }

  StatementNode make(StatementOp op) {
    return switch (op) {
      case StatementOp.StoreNumber store -> maker.store(store);
      case StatementOp.StoreFlag(var value, int slot, int markSlot, boolean keeps) ->
          new StoreFlagNode(maker.flag(value), slot, markSlot, keeps);
      case StatementOp.StorePlace(var value, int slot, int markSlot, boolean keeps) ->
          new StoreIndexNode(maker.place(value), slot, markSlot, keeps);
      case StatementOp.CopyNumber(var from, var to) -> new CopyNumberNode(slots(from), slots(to));
      case StatementOp.CopySlot(int from, int to) -> new CopySlotNode(from, to);
      case StatementOp.Clear(var ints, var others) -> new ClearNode(array(ints), array(others));
      case StatementOp.Block(var statements) -> new BlockNode(maker.statements(statements));
      case StatementOp.Where(var filter, var body) -> new WhereNode(maker.flag(filter), make(body));
      case Fill.OfNumber fill ->
          new FillNumberNode(
              maker.number(fill.value()),
              slots(fill.slots()),
              fill.cells(),
              fill.rowSlot(),
              fill.held(),
              fill.value().mayFail());
      case Fill.OfPlace(var value, var cells, int rowSlot) ->
          new FillIndexNode(maker.place(value), cells, rowSlot, value.mayFail());
      case RowsOp rows -> maker.loops().rows(rows);
      case AccumulatorOp accumulator -> maker.accumulator(accumulator);
      case LoopOp loop -> maker.loops().loop(loop);
      case OrderOp order -> maker.orders().make(order);
    };
  }

  private static int[] array(List<Integer> slots) {
    return slots.stream().mapToInt(slot -> slot).toArray();
  }
}
