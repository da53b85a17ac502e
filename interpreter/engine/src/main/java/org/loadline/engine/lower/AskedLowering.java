package org.loadline.engine.lower;

import org.loadline.core.Slots;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.ValueNode;
import org.loadline.engine.nodes.ValueNode.Meaning;
import org.loadline.engine.nodes.asked.AskedFlag;
import org.loadline.engine.nodes.asked.AskedFormula;
import org.loadline.engine.nodes.asked.AskedNumber;
import org.loadline.engine.nodes.asked.AskedPlace;
import org.loadline.engine.nodes.frame.StoreNumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.Type;

/** Makes the nodes of formulas that the reference evaluator works out. */
final class AskedLowering {
  private final Lowering lowering;

  AskedLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  NumberNode number(Shape.Asked asked) {
    lowering.notes().way(Note.Way.ASKED_FORMULA);
    Type type = asked.formula().type();
    boolean unlimited = type.present() instanceof Type.Quantity q && q.orUnlimited();
    NumberForm form = NumberForm.EXACT.marked(type.isOptional(), unlimited);
    return new AskedNumber(form, lowering.frame().beside(form), formula(asked));
  }

  FlagNode flag(Shape.Asked asked) {
    lowering.notes().way(Note.Way.ASKED_FORMULA);
    return new AskedFlag(formula(asked));
  }

  IndexNode place(Shape.Asked asked) {
    lowering.notes().way(Note.Way.ASKED_FORMULA);
    return new AskedPlace(formula(asked), asked.formula().type().isOptional());
  }

  private AskedFormula formula(Shape.Asked asked) {
    ValueNode[] values = new ValueNode[asked.values().size()];
    for (int i = 0; i < values.length; i++) {
      Type type = Slots.type(asked.formula(), asked.slots().get(i));
      values[i] = value(asked.values().get(i), type);
    }
    return new AskedFormula(asked.formula(), asked.slots(), values, asked.own());
  }

  private ValueNode value(Term term, Type type) {
    return switch (type.present()) {
      case Type.Quantity t -> number(term);
      case Type.Date t -> number(term);
      case Type.Instant t -> number(term);
      case Type.Flag t -> place(term, Meaning.FLAG);
      case Type.Text t -> place(term, Meaning.TEXT);
      case Type.OfChoice t -> place(term, Meaning.MEMBER);
      case Type.RowOf t -> place(term, Meaning.ROW);
      case Type.Nothing t -> new ValueNode.OfNothing();
      case Type.OrNone t -> throw new IllegalArgumentException("`or none` is said once");
    };
  }

  /** A term as a value of its kind; what a place stands for is not told apart. */
  ValueNode value(Term term) {
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
