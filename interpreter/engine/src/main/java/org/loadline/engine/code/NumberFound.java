package org.loadline.engine.code;

import java.util.List;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;

/** A number that is looked for, or asked of the reference evaluator; it may not be found. */
public sealed interface NumberFound extends NumberOp {
  @Override
  default boolean mayFail() {
    return true;
  }

  /** The place of an element in an order, from 1 on; fails if it is not among the elements. */
  record Rank(NumberForm form, Slots slots, SliceOp slice, PlaceOp element, boolean own)
      implements NumberFound {
    @Override
    public List<Op> operands() {
      return List.of(slice, element);
    }
  }

  /**
   * The first or last point that satisfies a condition.
   *
   * @param variables those that the condition depends on, each with the slot of its element
   * @param carried the same of values that are carried
   */
  record Search(
      Shape.Search search,
      NumberOp from,
      NumberOp to,
      NumberOp step,
      List<Term> variables,
      List<Integer> slots,
      List<Term> carried,
      List<ValueOp> values)
      implements NumberFound {
    public Search {
      variables = List.copyOf(variables);
      slots = List.copyOf(slots);
      carried = List.copyOf(carried);
      values = List.copyOf(values);
    }

    @Override
    public NumberForm form() {
      return NumberForm.EXACT;
    }

    @Override
    public List<Op> operands() {
      return Operands.of(values, from, to, step);
    }
  }

  /** The number that a lookup of a rare make gives. */
  record AskedLookup(Question.OfLookup question) implements NumberFound {
    @Override
    public NumberForm form() {
      return NumberForm.EXACT;
    }

    @Override
    public List<Op> operands() {
      return List.of(question);
    }
  }

  /** The number that a fact of a rare make is, of any size. */
  record AskedFact(NumberForm form, Slots slots, Question.OfFact question) implements NumberFound {
    @Override
    public List<Op> operands() {
      return List.of(question);
    }
  }
}
