package org.loadline.engine.make;

import static org.loadline.engine.make.Maker.order;
import static org.loadline.engine.make.Maker.slots;

import org.loadline.engine.code.Calculation;
import org.loadline.engine.code.NumberChoice;
import org.loadline.engine.code.NumberFound;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.NumberRead;
import org.loadline.engine.code.Rounded;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.column.NumberCellNode;
import org.loadline.engine.nodes.frame.DivisorSlotNode;
import org.loadline.engine.nodes.frame.NumberSlotNode;
import org.loadline.engine.nodes.logic.ElseNumberNode;
import org.loadline.engine.nodes.logic.IfNumberNode;
import org.loadline.engine.nodes.number.AddNode;
import org.loadline.engine.nodes.number.AskedFactNumberNode;
import org.loadline.engine.nodes.number.AskedNumberNode;
import org.loadline.engine.nodes.number.ChooseNode;
import org.loadline.engine.nodes.number.ConstantNumberNode;
import org.loadline.engine.nodes.number.DivideByKnownNode;
import org.loadline.engine.nodes.number.DivideByStepNode;
import org.loadline.engine.nodes.number.DivideExactNode;
import org.loadline.engine.nodes.number.DivideRoundedNode;
import org.loadline.engine.nodes.number.FailNumberNode;
import org.loadline.engine.nodes.number.FittedNode;
import org.loadline.engine.nodes.number.FractionNode;
import org.loadline.engine.nodes.number.FromExactNode;
import org.loadline.engine.nodes.number.FunctionNode;
import org.loadline.engine.nodes.number.LetNode;
import org.loadline.engine.nodes.number.MagnitudeNode;
import org.loadline.engine.nodes.number.MultiplyNode;
import org.loadline.engine.nodes.number.NarrowedNode;
import org.loadline.engine.nodes.number.PlaceNumberNode;
import org.loadline.engine.nodes.number.PositiveNode;
import org.loadline.engine.nodes.number.PowerOfTenNode;
import org.loadline.engine.nodes.number.PresentNode;
import org.loadline.engine.nodes.number.RemainderNode;
import org.loadline.engine.nodes.number.RescaleNode;
import org.loadline.engine.nodes.number.RoundExactNode;
import org.loadline.engine.nodes.number.RoundRootNode;
import org.loadline.engine.nodes.number.SearchNode;
import org.loadline.engine.nodes.number.SignNode;
import org.loadline.engine.nodes.number.SubtractNode;
import org.loadline.engine.nodes.order.PlaceNode;
import org.loadline.engine.nodes.order.StoodNumberNode;
import org.loadline.engine.nodes.table.ChosenNumberNode;

/** Makes the nodes of numbers. */
final class NumberMaker {
  private final Maker maker;

  NumberMaker(Maker maker) {
    this.maker = maker;
  }

  NumberNode make(NumberOp op) {
    return switch (op) {
      case NumberRead read -> read(read);
      case Calculation calculation -> calculation(calculation);
      case Rounded rounded -> rounded(rounded);
      case NumberChoice choice -> choice(choice);
      case NumberFound found -> found(found);
    };
  }

  private NumberNode read(NumberRead op) {
    return switch (op) {
      case NumberRead.Constant(var form, var slots, var value, var number, var divisor) ->
          new ConstantNumberNode(form, slots(slots), value, number, divisor);
      case NumberRead.Slot(var form, var slots, boolean failing) ->
          new NumberSlotNode(form, slots(slots), failing);
      case NumberRead.DivisorSlot(var form, var from) -> new DivisorSlotNode(form, slots(from));
      case NumberRead.Cell cell ->
          new NumberCellNode(
              cell.form(),
              slots(cell.slots()),
              cell.held(),
              cell.cells(),
              cell.row().mayBeNone(),
              cell.own(),
              maker.place(cell.row()));
      case NumberRead.AtElement(var form, var slots, var stood) ->
          new StoodNumberNode(form, slots(slots), maker.stood(stood));
      case NumberRead.Chosen(var form, var place, var numbers, boolean own) ->
          new ChosenNumberNode(form, maker.place(place), numbers, own);
      case NumberRead.OfPlace(var form, var place, int slot) ->
          new PlaceNumberNode(form, maker.place(place), slot);
    };
  }

  private NumberNode calculation(Calculation op) {
    return switch (op) {
      case Calculation.Add(var form, boolean checked, var left, var right) ->
          new AddNode(form, checked, make(left), make(right));
      case Calculation.Subtract(var form, boolean checked, var left, var right) ->
          new SubtractNode(form, checked, make(left), make(right));
      case Calculation.Multiply(var form, boolean checked, var left, var right) ->
          new MultiplyNode(form, checked, make(left), make(right));
      case Calculation.Remainder(var form, boolean own, var left, var right) ->
          new RemainderNode(form, own, make(left), make(right));
      case Calculation.DivideExact(boolean own, var left, var right) ->
          new DivideExactNode(own, make(left), make(right));
      case Calculation.Fraction fraction ->
          new FractionNode(
              fraction.form(),
              slots(fraction.slots()),
              maker.statements(fraction.stores()),
              make(fraction.number()),
              make(fraction.divisor()),
              fraction.zero(),
              fraction.maybeNegative());
      case Calculation.Magnitude(
              var form,
              var slots,
              boolean absolute,
              boolean checked,
              var operand) ->
          new MagnitudeNode(form, slots(slots), absolute, checked, make(operand));
      case Calculation.Sign(var form, var operand) -> new SignNode(form, make(operand));
      case Calculation.PowerOfTen(var form, var operand) -> new PowerOfTenNode(form, make(operand));
      case Calculation.Rescale(var form, var slots, boolean checked, var operand, var factor) ->
          new RescaleNode(form, slots(slots), checked, make(operand), factor);
      case Calculation.Function(var builtin, boolean own, var operands) ->
          new FunctionNode(builtin, own, maker.numbers(operands));
    };
  }

  private NumberNode rounded(Rounded op) {
    return switch (op) {
      case Rounded.Quotient(var form, var rounding, var number, var divisor) ->
          new DivideRoundedNode(form, rounding, make(number), make(divisor));
      case Rounded.ByKnown(var form, var rounding, var number, var divisor) ->
          new DivideByKnownNode(form, rounding, make(number), divisor);
      case Rounded.ByStep(var form, var rounding, var number, var step, var power, int words) ->
          new DivideByStepNode(form, rounding, make(number), make(step), power, words);
      case Rounded.Root(var form, var rounding, boolean own, var number, var divisor) ->
          new RoundRootNode(form, rounding, own, make(number), make(divisor));
      case Rounded.Exactly exactly ->
          new RoundExactNode(
              exactly.rounding(),
              exactly.places(),
              exactly.root(),
              exactly.own(),
              make(exactly.operand()),
              make(exactly.step()));
      case Rounded.FromExact(var form, var operand) -> new FromExactNode(form, make(operand));
      case Rounded.Fitted(var form, var slots, var operand) ->
          new FittedNode(form, slots(slots), make(operand));
      case Rounded.Narrowed(var form, var operand) -> new NarrowedNode(form, make(operand));
      case Rounded.Positive positive -> new PositiveNode(positive.form(), make(positive.operand()));
    };
  }

  private NumberNode choice(NumberChoice op) {
    return switch (op) {
      case NumberChoice.Choose(
              var form,
              var slots,
              boolean greatest,
              var order,
              var left,
              var right) ->
          new ChooseNode(form, slots(slots), greatest, order(order), make(left), make(right));
      case NumberChoice.If(var form, var slots, var condition, var yes, var no) ->
          new IfNumberNode(form, slots(slots), maker.flag(condition), make(yes), make(no));
      case NumberChoice.Else(var form, var slots, var trial, var left, var right) ->
          new ElseNumberNode(form, slots(slots), slots(trial), make(left), make(right));
      case NumberChoice.Present(var form, var slots, var operand) ->
          new PresentNode(form, slots(slots), make(operand));
      case NumberChoice.Let(var stores, var value, var slots) ->
          new LetNode(maker.statements(stores), make(value), slots(slots));
      case NumberChoice.Fail fail -> new FailNumberNode(fail.form(), fail.own());
    };
  }

  private NumberNode found(NumberFound op) {
    return switch (op) {
      case NumberFound.Rank(var form, var slots, var slice, var element, boolean own) ->
          new PlaceNode(form, slots(slots), maker.slice(slice), maker.place(element), own);
      case NumberFound.Search search ->
          new SearchNode(
              search.search(),
              make(search.from()),
              make(search.to()),
              make(search.step()),
              search.variables(),
              search.slots().stream().mapToInt(slot -> slot).toArray(),
              search.carried(),
              maker.values().all(search.values()));
      case NumberFound.AskedLookup(var question) ->
          new AskedNumberNode(maker.values().lookup(question));
      case NumberFound.AskedFact(var form, var slots, var question) ->
          new AskedFactNumberNode(form, slots(slots), maker.values().fact(question));
    };
  }
}
