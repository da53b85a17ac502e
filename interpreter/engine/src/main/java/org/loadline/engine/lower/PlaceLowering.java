package org.loadline.engine.lower;

import java.util.List;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.frame.IndexSlotNode;
import org.loadline.engine.nodes.frame.StoreNumberNode;
import org.loadline.engine.nodes.logic.AndNode;
import org.loadline.engine.nodes.logic.BothNode;
import org.loadline.engine.nodes.logic.CompareIndexNode;
import org.loadline.engine.nodes.logic.CompareNumbersNode;
import org.loadline.engine.nodes.logic.ConstantFlagNode;
import org.loadline.engine.nodes.logic.ConstantIndexNode;
import org.loadline.engine.nodes.logic.ElseIndexNode;
import org.loadline.engine.nodes.logic.FailFlagNode;
import org.loadline.engine.nodes.logic.FailIndexNode;
import org.loadline.engine.nodes.logic.FlagIndexNode;
import org.loadline.engine.nodes.logic.IfFlagNode;
import org.loadline.engine.nodes.logic.IfIndexNode;
import org.loadline.engine.nodes.logic.IsNoneIndexNode;
import org.loadline.engine.nodes.logic.MarkNode;
import org.loadline.engine.nodes.logic.NotNode;
import org.loadline.engine.nodes.logic.OrNode;
import org.loadline.engine.nodes.logic.PresentFlagNode;
import org.loadline.engine.nodes.logic.SameIndexNode;
import org.loadline.engine.nodes.logic.UndecidedNode;
import org.loadline.engine.nodes.table.CellPlaceNode;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** Makes the nodes of flags and places. */
final class PlaceLowering {
  private final Lowering lowering;

  PlaceLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  FlagNode flag(Term term) {
    return switch (term.shape()) {
      case Shape.Constant(Flag value) -> new ConstantFlagNode(value.value());
      case Shape.Compare compare -> compare(compare);
      case Shape.Same(Term left, Term right) ->
          new SameIndexNode(lowering.index(left), lowering.index(right));
      case Shape.IsNone(Term operand) -> marked(operand, Mark.NONE);
      case Shape.IsUnlimited(Term operand) -> marked(operand, Mark.UNLIMITED);
      case Shape.And(Term left, Term right) ->
          new AndNode(lowering.flag(left), lowering.flag(right));
      case Shape.Both(Term left, Term right) ->
          new BothNode(lowering.flag(left), lowering.flag(right));
      case Shape.Or(Term left, Term right) -> new OrNode(lowering.flag(left), lowering.flag(right));
      case Shape.Not(Term operand) -> new NotNode(lowering.flag(operand));
      case Shape.Undecided(Term condition) -> new UndecidedNode(lowering.flag(condition));
      case Shape.Fail fail -> new FailFlagNode(fail.own());
      case Shape.Earlier earlier when term.kind() == Kind.FLAG -> lowering.scans().flag(term);
      case Shape.Hitherto hitherto when term.kind() == Kind.FLAG -> lowering.scans().flag(term);
      case Shape.If(Term condition, Term yes, Term no) when term.kind() == Kind.FLAG ->
          new IfFlagNode(lowering.flag(condition), lowering.flag(yes), lowering.flag(no));
      default -> new PresentFlagNode(lowering.index(term));
    };
  }

  private FlagNode marked(Term operand, int mark) {
    if (operand.kind() == Kind.FLAG || operand.kind() == Kind.INDEX) {
      return mark == Mark.NONE
          ? new IsNoneIndexNode(lowering.index(operand))
          : new ConstantFlagNode(false);
    }
    NumberNode node = lowering.number(operand);
    NumberSlots slots = lowering.frame().slots(node.form(), true);
    return new MarkNode(new StoreNumberNode(node, slots, false), slots, mark);
  }

  private FlagNode compare(Shape.Compare compare) {
    if (compare.left().kind() != Kind.NUMBER) {
      return new CompareIndexNode(
          compare.comparison(), lowering.index(compare.left()), lowering.index(compare.right()));
    }
    Arithmetic arithmetic = lowering.arithmetic();
    Arithmetic.Agreed agreed =
        arithmetic.agree(
            List.of(lowering.number(compare.left()), lowering.number(compare.right())));
    boolean fraction = agreed.nodes().stream().anyMatch(n -> n.form().isFraction());
    if (agreed.exact()) {
      lowering.notes().way(Note.Way.EXACT);
    } else if (fraction) {
      lowering.notes().way(Note.Way.CROSS_PRODUCT);
    }
    return new CompareNumbersNode(
        compare.comparison(),
        arithmetic.order(agreed, 0, 1),
        agreed.nodes().get(0),
        agreed.nodes().get(1));
  }

  IndexNode index(Term term) {
    return switch (term.shape()) {
      case Shape.Constant(Value value) -> constant(value);
      case Shape.Variable variable -> new IndexSlotNode(lowering.variable(term), -1, false);
      case Shape.Read read -> lowering.cells().index(read);
      case Shape.FindRow find -> lowering.tables().find(find);
      case Shape.Lookup lookup -> lowering.tables().lookup(lookup);
      case Shape.Region region -> RegionLowering.region(lowering, region);
      case Shape.Cell(Term row, Term column, int size) ->
          new CellPlaceNode(lowering.index(row), lowering.index(column), size);
      case Shape.Chosen chosen -> RegionLowering.place(lowering, chosen);
      case Shape.Earlier earlier when term.kind() != Kind.FLAG -> lowering.scans().place(term);
      case Shape.Hitherto hitherto when term.kind() != Kind.FLAG -> lowering.scans().place(term);
      case Shape.End end -> lowering.orders().end(end);
      case Shape.AskedFact asked -> lowering.askedFacts().place(asked);
      case Shape.Fail fail -> new FailIndexNode(fail.own());
      case Shape.If(Term condition, Term yes, Term no) when term.kind() != Kind.FLAG ->
          new IfIndexNode(lowering.flag(condition), lowering.index(yes), lowering.index(no));
      case Shape.Else(Term left, Term right) ->
          new ElseIndexNode(lowering.index(left), lowering.index(right));
      default -> {
        if (term.kind() != Kind.FLAG) {
          throw new IllegalStateException("not a place: " + term.shape());
        }
        yield new FlagIndexNode(lowering.flag(term));
      }
    };
  }

  private IndexNode constant(Value value) {
    return switch (value) {
      case None none -> new ConstantIndexNode(IndexNode.NONE);
      case Member(int ordinal) -> new ConstantIndexNode(ordinal);
      case RowNumber(int row) -> new ConstantIndexNode(row);
      case Flag(boolean holds) -> new ConstantIndexNode(holds ? 1 : 0);
      case Text(String text) -> new IndexSlotNode(lowering.frame().text(text), -1, false);
      default -> throw new IllegalStateException("not a place: " + value);
    };
  }
}
