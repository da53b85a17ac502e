package org.loadline.engine.lower;

import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.ValueNode;
import org.loadline.engine.nodes.ValueNode.Meaning;
import org.loadline.engine.nodes.frame.StoreNumberNode;
import org.loadline.engine.plan.Term;

/** Makes values of terms, for what is done behind a boundary. */
final class ValueLowering {
  private final Lowering lowering;

  ValueLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** A term as a value of its kind; what a place stands for is not told apart. */
  ValueNode of(Term term) {
    return switch (term.kind()) {
      case NUMBER -> number(term);
      case FLAG -> place(term, Meaning.FLAG);
      case INDEX, ORDER, NOTHING -> place(term, Meaning.MEMBER);
    };
  }

  private ValueNode number(Term term) {
    NumberNode node = lowering.number(term);
    if (!node.form().isMarked()) {
      return new ValueNode.OfNumber(node);
    }
    NumberSlots slots = lowering.frame().slots(node.form(), true);
    return new ValueNode.OfMarkedNumber(
        new StoreNumberNode(node, slots, false), slots, node.form());
  }

  private ValueNode place(Term term, Meaning meaning) {
    return new ValueNode.OfOptionalPlace(lowering.index(term), meaning);
  }
}
