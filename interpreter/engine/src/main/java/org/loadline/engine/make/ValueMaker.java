package org.loadline.engine.make;

import static org.loadline.engine.make.Maker.slots;

import java.util.List;
import org.loadline.engine.code.Question;
import org.loadline.engine.code.ValueOp;
import org.loadline.engine.nodes.ValueNode;
import org.loadline.engine.nodes.table.AskedFact;
import org.loadline.engine.nodes.table.AskedLookup;

/** Makes the nodes of values, and of what the reference evaluator is asked about them. */
final class ValueMaker {
  private final Maker maker;

  ValueMaker(Maker maker) {
    this.maker = maker;
  }

  ValueNode[] all(List<ValueOp> ops) {
    return ops.stream().map(this::value).toArray(ValueNode[]::new);
  }

  private ValueNode value(ValueOp op) {
    return switch (op) {
      case ValueOp.OfNumber(var number) -> new ValueNode.OfNumber(maker.number(number));
      case ValueOp.OfMarkedNumber(var store, var stored) ->
          new ValueNode.OfMarkedNumber(
              maker.store(store), maker.number(stored), slots(stored.slots()));
      case ValueOp.OfOptionalPlace(var place, var meaning) ->
          new ValueNode.OfOptionalPlace(maker.place(place), meaning);
      case ValueOp.OfPlace(var place, var meaning) ->
          new ValueNode.OfPlace(maker.place(place), meaning);
    };
  }

  AskedFact fact(Question.OfFact question) {
    return new AskedFact(
        maker.place(question.row()),
        question.rowType(),
        question.fact(),
        question.type(),
        question.span());
  }

  AskedLookup lookup(Question.OfLookup question) {
    return new AskedLookup(
        question.hasOwner(),
        maker.place(question.owner()),
        all(question.keys()),
        question.types(),
        question.wording(),
        question.span(),
        question.own());
  }
}
