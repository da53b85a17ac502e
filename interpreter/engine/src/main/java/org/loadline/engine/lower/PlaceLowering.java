package org.loadline.engine.lower;

import java.util.List;
import org.loadline.engine.code.FlagOp;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.PlaceFound;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.code.Slots;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** Makes the operations of flags and places. */
final class PlaceLowering {
  private final Lowering lowering;

  PlaceLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  FlagOp flag(Term term) {
    return switch (term.shape()) {
      case Shape.Constant(Flag value) -> new FlagOp.Constant(value.value());
      case Shape.Compare compare -> compare(compare);
      case Shape.Same(Term left, Term right) ->
          new FlagOp.Same(lowering.index(left), lowering.index(right));
      case Shape.IsNone(Term operand) -> missing(operand, true);
      case Shape.IsUnlimited(Term operand) -> missing(operand, false);
      case Shape.And(Term left, Term right) ->
          new FlagOp.And(lowering.flag(left), lowering.flag(right));
      case Shape.Both(Term left, Term right) ->
          new FlagOp.Both(lowering.flag(left), lowering.flag(right));
      case Shape.Or(Term left, Term right) ->
          new FlagOp.Or(lowering.flag(left), lowering.flag(right));
      case Shape.Not(Term operand) -> new FlagOp.Not(lowering.flag(operand));
      case Shape.Undecided(Term condition) -> new FlagOp.Undecided(lowering.flag(condition));
      case Shape.Fail fail -> new FlagOp.Fail(fail.own());
      case Shape.Earlier earlier when term.kind() == Kind.FLAG -> lowering.scans().flag(term);
      case Shape.Hitherto hitherto when term.kind() == Kind.FLAG -> lowering.scans().flag(term);
      case Shape.If(Term condition, Term yes, Term no) when term.kind() == Kind.FLAG ->
          new FlagOp.If(lowering.flag(condition), lowering.flag(yes), lowering.flag(no));
      default -> new FlagOp.OfPlace(lowering.index(term));
    };
  }

  private FlagOp missing(Term operand, boolean none) {
    if (operand.kind() == Kind.FLAG || operand.kind() == Kind.INDEX) {
      return none ? new FlagOp.IsNone(lowering.index(operand)) : new FlagOp.Constant(false);
    }
    NumberOp op = lowering.number(operand);
    Slots slots = lowering.frame().slots(op.form(), true);
    return new FlagOp.IsMissing(new StatementOp.StoreNumber(op, slots, false), slots, none);
  }

  private FlagOp compare(Shape.Compare compare) {
    if (compare.left().kind() != Kind.NUMBER) {
      return new FlagOp.ComparePlaces(
          compare.comparison(), lowering.index(compare.left()), lowering.index(compare.right()));
    }
    Arithmetic arithmetic = lowering.arithmetic();
    Arithmetic.Agreed agreed =
        arithmetic.agree(
            List.of(lowering.number(compare.left()), lowering.number(compare.right())));
    boolean fraction = agreed.numbers().stream().anyMatch(n -> n.form().isFraction());
    if (agreed.exact()) {
      lowering.notes().way(Note.Way.EXACT);
    } else if (fraction) {
      lowering.notes().way(Note.Way.CROSS_PRODUCT);
    }
    return new FlagOp.CompareNumbers(
        compare.comparison(),
        arithmetic.order(agreed, 0, 1),
        agreed.numbers().get(0),
        agreed.numbers().get(1));
  }

  PlaceOp index(Term term) {
    return switch (term.shape()) {
      case Shape.Constant(Value value) -> constant(value);
      case Shape.Variable variable -> new PlaceOp.Slot(lowering.variable(term), -1, false);
      case Shape.Read read -> lowering.cells().index(read);
      case Shape.FindRow find -> lowering.tables().find(find);
      case Shape.Lookup lookup -> lowering.tables().lookup(lookup);
      case Shape.Region region -> RegionLowering.region(lowering, region);
      case Shape.Cell(Term row, Term column, int size) ->
          new PlaceFound.InGrid(lowering.index(row), lowering.index(column), size);
      case Shape.Chosen chosen -> RegionLowering.place(lowering, chosen);
      case Shape.Earlier earlier when term.kind() != Kind.FLAG -> lowering.scans().place(term);
      case Shape.Hitherto hitherto when term.kind() != Kind.FLAG -> lowering.scans().place(term);
      case Shape.End end -> lowering.orders().end(end);
      case Shape.AskedFact asked -> lowering.askedFacts().place(asked);
      case Shape.Fail fail -> new PlaceOp.Fail(fail.own());
      case Shape.If(Term condition, Term yes, Term no) when term.kind() != Kind.FLAG ->
          new PlaceOp.If(lowering.flag(condition), lowering.index(yes), lowering.index(no));
      case Shape.Else(Term left, Term right) ->
          new PlaceOp.Else(lowering.index(left), lowering.index(right));
      default -> {
        if (term.kind() != Kind.FLAG) {
          throw new IllegalStateException("not a place: " + term.shape());
        }
        yield new PlaceOp.OfFlag(lowering.flag(term));
      }
    };
  }

  private PlaceOp constant(Value value) {
    return switch (value) {
      case None none -> new PlaceOp.Constant(PlaceOp.NONE);
      case Member(int ordinal) -> new PlaceOp.Constant(ordinal);
      case RowNumber(int row) -> new PlaceOp.Constant(row);
      case Flag(boolean holds) -> new PlaceOp.Constant(holds ? 1 : 0);
      case Text(String text) -> new PlaceOp.Slot(lowering.frame().text(text), -1, false);
      default -> throw new IllegalStateException("not a place: " + value);
    };
  }
}
