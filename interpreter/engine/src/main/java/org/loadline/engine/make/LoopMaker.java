package org.loadline.engine.make;

import static org.loadline.engine.make.Maker.order;
import static org.loadline.engine.make.Maker.slots;

import java.util.List;
import org.loadline.engine.code.AccumulatorOp;
import org.loadline.engine.code.LoopOp;
import org.loadline.engine.code.RowsOp;
import org.loadline.engine.code.Total;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.loop.AccumulatorNode;
import org.loadline.engine.nodes.loop.AllRowsNode;
import org.loadline.engine.nodes.loop.BestNode;
import org.loadline.engine.nodes.loop.ChildrenNode;
import org.loadline.engine.nodes.loop.CountNode;
import org.loadline.engine.nodes.loop.CountedNode;
import org.loadline.engine.nodes.loop.FoldNode;
import org.loadline.engine.nodes.loop.FusedLoopNode;
import org.loadline.engine.nodes.loop.GoOnNode;
import org.loadline.engine.nodes.loop.HalvesSumNode;
import org.loadline.engine.nodes.loop.NumbersNode;
import org.loadline.engine.nodes.loop.QuantifierNode;
import org.loadline.engine.nodes.loop.SplitSumNode;
import org.loadline.engine.nodes.loop.SumNode;
import org.loadline.engine.nodes.loop.TotalNode;
import org.loadline.engine.nodes.loop.TotalsNode;
import org.loadline.engine.nodes.loop.TurnsNode;
import org.loadline.engine.nodes.loop.WindowNode;
import org.loadline.engine.nodes.order.RankedRowsNode;

/** Makes the nodes of loops, and of what they add up. */
final class LoopMaker {
  private final Maker maker;

  LoopMaker(Maker maker) {
    this.maker = maker;
  }

  StatementNode rows(RowsOp op) {
    return switch (op) {
      case RowsOp.All(int slot, int endSlot, int countSlot, var body) ->
          new AllRowsNode(slot, endSlot, countSlot, maker.statement(body));
      case RowsOp.Children(int slot, var body, var parent, int startsSlot, int rowsSlot) ->
          new ChildrenNode(slot, maker.statement(body), maker.place(parent), startsSlot, rowsSlot);
      case RowsOp.Counted(int slot, var body, int count) ->
          new CountedNode(slot, maker.statement(body), count);
      case RowsOp.Numbers(int slot, var body, var from, var to) ->
          new NumbersNode(slot, maker.statement(body), maker.number(from), maker.number(to));
      case RowsOp.Window(int slot, var body, var points, var bounds, boolean withoutFirst) ->
          new WindowNode(slot, maker.statement(body), points(points), bounds(bounds), withoutFirst);
      case RowsOp.Ranked(int slot, var body, var slice) ->
          new RankedRowsNode(slot, maker.statement(body), maker.slice(slice));
    };
  }

  private WindowNode.Points points(RowsOp.Points points) {
    return new WindowNode.Points(
        points.parent().map(maker::place).orElse(null),
        points.starts(),
        points.rows(),
        points.times());
  }

  private WindowNode.Bounds bounds(RowsOp.Bounds bounds) {
    return new WindowNode.Bounds(
        bounds.from().map(maker::number).orElse(null),
        bounds.until().map(maker::number).orElse(null),
        bounds.before(),
        bounds.last().map(maker::number).orElse(null));
  }

  StatementNode loop(LoopOp op) {
    return switch (op) {
      case LoopOp.Fused(var rows, var accumulators) -> {
        StatementNode loop = maker.statement(rows);
        AccumulatorNode[] inside =
            accumulators.stream().map(maker::made).toArray(AccumulatorNode[]::new);
        yield new FusedLoopNode(loop, inside, rows.mayFail());
      }
      case LoopOp.Fold fold ->
          new FoldNode(
              maker.statement(fold.start()),
              maker.statement(fold.turns()),
              fold.failureSlot(),
              fold.leavesFailure());
      case LoopOp.Turns(var most, var goOn, var turn, var after, boolean own) ->
          new TurnsNode(
              maker.number(most),
              maker.statement(goOn),
              maker.statement(turn),
              maker.statement(after),
              own);
      case LoopOp.GoOn(var condition) -> new GoOnNode(maker.flag(condition));
    };
  }

  AccumulatorNode accumulator(AccumulatorOp op) {
    boolean failing = op.failing();
    return switch (op) {
      case AccumulatorOp.Sum(var body, var slots, boolean checked, var divisor) ->
          new SumNode(maker.number(body), slots(slots), checked, divisor, failing);
      case AccumulatorOp.HalvesSum(var number, var factor, var slots, var room) ->
          new HalvesSumNode(
              maker.number(number),
              factor.map(maker::number).orElse(null),
              slots(slots),
              room,
              failing);
      case AccumulatorOp.SplitSum(int markSlot, var parts, var together) ->
          new SplitSumNode(
              markSlot,
              parts.stream().map(this::accumulator).toArray(AccumulatorNode[]::new),
              maker.statement(together),
              failing);
      case AccumulatorOp.Count(var slots) -> new CountNode(slots(slots));
      case AccumulatorOp.Quantifier(var body, boolean all, int slot, int markSlot) ->
          new QuantifierNode(maker.flag(body), all, slot, markSlot, failing);
      case AccumulatorOp.Best(
              var measure,
              boolean greatest,
              boolean byIdentity,
              var order,
              var found) ->
          new BestNode(maker.number(measure), greatest, byIdentity, order(order), found, failing);
    };
  }

  TotalsNode totals(List<Total> totals) {
    return new TotalsNode(totals.stream().map(this::total).toArray(TotalNode[]::new));
  }

  private TotalNode total(Total total) {
    return new TotalNode(
        total.total(),
        maker.flag(total.filter()),
        maker.number(total.body()),
        slots(total.part()),
        slots(total.slots()),
        total.scale(),
        total.faultSlot(),
        total.failing());
  }
}
