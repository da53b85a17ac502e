package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.Optional;
import org.loadline.engine.code.CellSlots;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.PlaceFound;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.code.Rounded;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.load.DataKey;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Width;
import org.loadline.model.Table;

/**
 * Makes the operation of the ordinary lookup by lower bounds: one key, bounds that rise, no clamp.
 */
final class BracketLowering {
  private static final int MOST_PLACES_OF_FACTOR = 18;

  private BracketLowering() {}

  /** The operation, if the table and its data are of that make. */
  static Optional<PlaceOp> lower(Lowering lowering, Table table, Shape.Lookup lookup) {
    if (table.keys().size() != 1
        || table.clamp()
        || !(table.keys().getFirst().match() instanceof Table.Match.FromBound(int field))
        || !lowering.columns().boundsRise(table.ref())) {
      return Optional.empty();
    }
    ColumnKey column = new ColumnKey.OfField(table.rows(), field, 0);
    if (!(lowering.columns().form(column)
            instanceof
            ColumnForm.OfNumbers(NumberForm bounds, boolean fault, boolean exceed, var bundle))
        || fault
        || bounds.width() != Width.LONG
        || bounds.orUnlimited()) {
      return Optional.empty();
    }
    NumberOp key = lowering.arithmetic().plain(lowering.number(lookup.keys().getFirst()));
    Optional<NumberOp> scaled = scaled(lowering.arithmetic(), key, bounds.scale());
    if (scaled.isEmpty()) {
      return Optional.empty();
    }
    NumberOp found = scaled.get();
    int places = found.form().scale() - bounds.scale();
    ColumnKey whole = new ColumnKey.OfStart(table.ref(), table.rows(), places, 0);
    ColumnKey halved = new ColumnKey.OfStart(table.ref(), table.rows(), places, places);
    boolean narrow = !key.form().isFraction() && isNarrow(lowering.columns().form(halved));
    ColumnKey starts = narrow ? halved : whole;
    CellSlots cells = lowering.cells().slots(starts, lowering.columns().form(starts));
    int dropped = narrow ? places : 0;
    boolean reached = lowering.columns().startsBy(table.ref(), least(found.form(), places));
    PlaceFound.Empty empty =
        reached
            ? PlaceFound.Empty.NEVER
            : lookup.own() ? PlaceFound.Empty.OWN_FAILURE : PlaceFound.Empty.FAULT;
    boolean positive =
        found.form().number().least().signum() >= 0
            && lowering.columns().form(starts) instanceof ColumnForm.OfNumbers held
            && held.form().number().least().signum() >= 0;
    FrameLayout frame = lowering.frame();
    if (lookup.owner().isEmpty()) {
      return Optional.of(
          new PlaceFound.ByBound(
              new PlaceOp.Constant(0),
              found,
              cells,
              dropped,
              new PlaceFound.Rows(0, -1, -1, frame.array(new DataKey.Count(table.rows()))),
              empty,
              lookup.own(),
              positive));
    }
    int owner = table.owner().orElseThrow();
    boolean follow = lowering.columns().childrenFollow(table.rows(), owner);
    return Optional.of(
        new PlaceFound.ByBound(
            lowering.index(lookup.owner().get()),
            found,
            cells,
            dropped,
            new PlaceFound.Rows(
                lowering.columns().rowsPerOwner(table.ref()).orElse(0),
                frame.array(new DataKey.ChildStarts(table.rows(), owner)),
                follow ? -1 : frame.array(new DataKey.ChildRows(table.rows(), owner)),
                -1),
            empty,
            lookup.own(),
            positive));
  }

  private static boolean isNarrow(ColumnForm starts) {
    return starts
            instanceof
            ColumnForm.OfNumbers(NumberForm form, boolean fault, boolean exceed, var bundle)
        && form.width() == Width.LONG;
  }

  /** What no key lies below, at the scale of the bounds; empty if that is not known. */
  private static Optional<BigInteger> least(NumberForm key, int places) {
    BigInteger least = key.number().least();
    if (key.isFraction()) {
      return least.signum() >= 0 ? Optional.of(BigInteger.ZERO) : Optional.empty();
    }
    BigInteger[] parts = least.divideAndRemainder(BigInteger.TEN.pow(places));
    return Optional.of(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  /** A key at the scale of the bounds or a greater one. */
  private static Optional<NumberOp> scaled(Arithmetic arithmetic, NumberOp key, int scale) {
    if (key.form().isExact()) {
      return Optional.empty();
    }
    if (key.form().width() == Width.QUAD || key.form().scale() - scale > MOST_PLACES_OF_FACTOR) {
      return new RoundingLowering(arithmetic)
          .floored(key, scale)
          .map(k -> k.form().width() == Width.QUAD ? new Rounded.Narrowed(k) : k);
    }
    return key.form().scale() < scale ? arithmetic.rescale(key, scale) : Optional.of(key);
  }
}
