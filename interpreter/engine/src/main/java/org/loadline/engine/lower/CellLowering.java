package org.loadline.engine.lower;

import java.util.Optional;
import org.loadline.engine.code.CellSlots;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.NumberRead;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.load.DataKey;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.engine.plan.Width;

/** Makes the operations that read cells. */
final class CellLowering {
  private final Lowering lowering;

  CellLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  private PlaceOp row(Optional<Term> row) {
    return row.map(lowering::index).orElseGet(() -> new PlaceOp.Constant(0));
  }

  NumberOp number(Shape.Read read) {
    if (!(lowering.columns().form(read.column())
        instanceof
        ColumnForm.OfNumbers(NumberForm held, boolean fault, boolean exceed, var bundle))) {
      throw new IllegalStateException("not a column of numbers: " + read.column());
    }
    boolean exact = held.isExact() || lowering.arithmetic().effort() == Effort.EXACT;
    NumberForm form = exact ? NumberForm.EXACT.marked(held.orNone(), held.orUnlimited()) : held;
    return new NumberRead.Cell(
        form,
        lowering.frame().beside(form),
        held,
        slots(read.column(), new ColumnForm.OfNumbers(held, fault, exceed, bundle)),
        fault,
        exceed,
        read.own(),
        row(read.row()));
  }

  PlaceOp index(Shape.Read read) {
    if (!(lowering.columns().form(read.column())
        instanceof ColumnForm.OfPlaces(boolean fault, boolean none))) {
      throw new IllegalStateException("not a column of places: " + read.column());
    }
    CellSlots slots = slots(read.column(), new ColumnForm.OfPlaces(fault, none));
    return new PlaceOp.Cell(slots, none, read.own(), row(read.row()));
  }

  /** The slots for the arrays that a column of this form has. */
  CellSlots slots(ColumnKey column, ColumnForm form) {
    return switch (form) {
      case ColumnForm.OfPlaces places ->
          new CellSlots(
              -1,
              -1,
              -1,
              -1,
              -1,
              slot(places.mayFault(), column, DataKey.Part.MARKS),
              slot(true, column, DataKey.Part.PLACES),
              -1,
              -1,
              -1,
              -1,
              -1,
              1,
              0);
      case ColumnForm.OfNumbers numbers -> {
        NumberForm held = numbers.form();
        boolean longs = !held.isExact();
        boolean quad = held.width() == Width.QUAD;
        boolean wide = quad || held.width() == Width.WIDE;
        boolean fraction = longs && held.isFraction();
        Optional<Packs.Packed> pack = lowering.packs().of(column);
        boolean fact = column instanceof ColumnKey.OfFact;
        yield new CellSlots(
            pack.map(p -> lowering.frame().array(p.array())).orElseGet(() -> low(numbers, column)),
            slot(wide, column, DataKey.Part.HIGH),
            slot(fraction, column, DataKey.Part.DIVISOR_LOW),
            slot(fraction && wide, column, DataKey.Part.DIVISOR_HIGH),
            slot(held.isExact(), column, DataKey.Part.EXACT),
            slot(numbers.hasMarks(), column, DataKey.Part.MARKS),
            -1,
            slot(fact, column, DataKey.Part.WHOLE),
            slot(quad, column, DataKey.Part.THIRD),
            slot(quad, column, DataKey.Part.FOURTH),
            slot(fraction && quad, column, DataKey.Part.DIVISOR_THIRD),
            slot(fraction && quad, column, DataKey.Part.DIVISOR_FOURTH),
            pack.map(p -> p.array().columns().size())
                .or(() -> numbers.bundle().map(ColumnForm.Bundle::size))
                .orElse(1),
            pack.map(Packs.Packed::place)
                .or(() -> numbers.bundle().map(ColumnForm.Bundle::place))
                .orElse(0));
      }
    };
  }

  /** Where the lowest words stand: in an array of their own, or one of several columns. */
  private int low(ColumnForm.OfNumbers numbers, ColumnKey column) {
    ColumnKey held =
        numbers.bundle().<ColumnKey>map(b -> new ColumnKey.OfFact(b.first())).orElse(column);
    return slot(!numbers.form().isExact(), held, DataKey.Part.LOW);
  }

  private int slot(boolean wanted, ColumnKey column, DataKey.Part part) {
    return wanted ? lowering.frame().array(new DataKey.Cells(column, part)) : -1;
  }
}
