package org.loadline.engine.make;

import org.loadline.engine.code.FlagOp;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.frame.FlagSlotNode;
import org.loadline.engine.nodes.logic.AndNode;
import org.loadline.engine.nodes.logic.BothNode;
import org.loadline.engine.nodes.logic.CompareIndexNode;
import org.loadline.engine.nodes.logic.CompareNumbersNode;
import org.loadline.engine.nodes.logic.ConstantFlagNode;
import org.loadline.engine.nodes.logic.FailFlagNode;
import org.loadline.engine.nodes.logic.IfFlagNode;
import org.loadline.engine.nodes.logic.IsNoneIndexNode;
import org.loadline.engine.nodes.logic.MarkNode;
import org.loadline.engine.nodes.logic.NotNode;
import org.loadline.engine.nodes.logic.OrNode;
import org.loadline.engine.nodes.logic.PresentFlagNode;
import org.loadline.engine.nodes.logic.SameIndexNode;
import org.loadline.engine.nodes.logic.UndecidedNode;
import org.loadline.engine.nodes.order.StoodFlagNode;

/** Makes the nodes of flags. */
final class FlagMaker {
  private final Maker maker;

  FlagMaker(Maker maker) {
    this.maker = maker;
  }

  FlagNode make(FlagOp op) {
    return switch (op) {
      case FlagOp.Constant(boolean value) -> new ConstantFlagNode(value);
      case FlagOp.Slot(int slot, int markSlot) -> new FlagSlotNode(slot, markSlot);
      case FlagOp.AtElement(var stood) -> new StoodFlagNode(maker.stood(stood));
      case FlagOp.OfPlace(var operand) -> new PresentFlagNode(maker.place(operand));
      case FlagOp.CompareNumbers(var comparison, var order, var left, var right) ->
          new CompareNumbersNode(
              comparison, Maker.order(order), maker.number(left), maker.number(right));
      case FlagOp.ComparePlaces(var comparison, var left, var right) ->
          new CompareIndexNode(comparison, maker.place(left), maker.place(right));
      case FlagOp.Same(var left, var right) ->
          new SameIndexNode(maker.place(left), maker.place(right));
      case FlagOp.IsNone(var operand) -> new IsNoneIndexNode(maker.place(operand));
      case FlagOp.IsMissing(var operand, var slots, boolean none) ->
          new MarkNode(
              maker.statement(operand), Maker.slots(slots), none ? Mark.NONE : Mark.UNLIMITED);
      case FlagOp.And(var left, var right) -> new AndNode(make(left), make(right));
      case FlagOp.Both(var left, var right) -> new BothNode(make(left), make(right));
      case FlagOp.Or(var left, var right) -> new OrNode(make(left), make(right));
      case FlagOp.Not(var operand) -> new NotNode(make(operand));
      case FlagOp.If(var condition, var yes, var no) ->
          new IfFlagNode(make(condition), make(yes), make(no));
      case FlagOp.Undecided(var condition) -> new UndecidedNode(make(condition));
      case FlagOp.Fail(boolean own) -> new FailFlagNode(own);
    };
  }
}
