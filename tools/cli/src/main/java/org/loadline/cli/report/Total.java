package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;

/**
 * The sum of a column of amounts, exactly; {@code left} rows have no number to add, and {@code
 * faults} could not be worked out.
 */
record Total(Exact sum, Unit unit, int left, int faults) {

  /**
   * The total of a column whose rows are amounts of one unit: prices, ratios and amounts of the
   * unit of each row do not add up to anything, and fractions of any denominator could grow without
   * end.
   */
  static Optional<Total> of(OutputColumn column) {
    if (!(column.output().type().present()
            instanceof Type.Quantity(Unit unit, Type.Form form, boolean orUnlimited))
        || !isAmount(unit)
        || form == Type.Form.FRACTION) {
      return Optional.empty();
    }
    Exact sum = Exact.ZERO;
    int left = 0;
    int faults = 0;
    for (int row = 0; row < column.size(); row++) {
      switch (column.outcome(row)) {
        case Outcome.Known(Exact number) -> sum = sum.plus(number);
        case Outcome.Known other -> left++;
        case Outcome.Faulted faulted -> faults++;
      }
    }
    return Optional.of(new Total(sum, unit, left, faults));
  }

  private static boolean isAmount(Unit unit) {
    return unit.factors().size() == 1
        && !unit.equals(Unit.TIME)
        && unit.factors().stream().allMatch(f -> f.exponent() == 1 && f.owner().isEmpty());
  }

  String number() {
    return NumberText.format(sum);
  }

  /** The unit, and how many rows are left out. */
  String remark() {
    List<String> without = new ArrayList<>();
    if (faults > 0) {
      without.add("without " + faults + (faults == 1 ? " fault" : " faults"));
    }
    if (left > 0) {
      without.add(left == 1 ? "1 row has none" : left + " rows have none");
    }
    return without.isEmpty() ? unit.toString() : unit + " (" + String.join("; ", without) + ")";
  }
}
