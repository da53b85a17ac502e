package org.loadline.data;

import java.util.List;

/** An order of input rows. */
@FunctionalInterface
interface RowComparison {
  int compare(int left, int right);

  static RowComparison inTurn(List<RowComparison> comparisons) {
    RowComparison[] all = comparisons.toArray(new RowComparison[0]);
    return (left, right) -> {
      for (RowComparison comparison : all) {
        int order = comparison.compare(left, right);
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  /** By the places of the rows referred to; no row comes first. */
  static RowComparison byPlace(CellStore column, int[] places) {
    return (left, right) ->
        Integer.compare(place(column, places, left), place(column, places, right));
  }

  private static int place(CellStore column, int[] places, int row) {
    if (!column.is(row, CellKind.INDEX)) {
      return -1;
    }
    return places.length == 0 ? 0 : places[column.index(row)];
  }

  /** Numbers by size, texts by code point, choices in their order; what has no value first. */
  static RowComparison byValue(CellStore column) {
    return (left, right) -> {
      CellKind a = column.kind(left);
      CellKind b = column.kind(right);
      if (a.isNumber() && b.isNumber()) {
        return a == CellKind.DECIMAL
                && b == CellKind.DECIMAL
                && column.scale(left) == column.scale(right)
            ? Long.compare(column.unscaled(left), column.unscaled(right))
            : column.quantity(left).compareTo(column.quantity(right));
      }
      if (a != b) {
        return a.compareTo(b);
      }
      return switch (a) {
        case TEXT -> Keys.compareTexts(column.text(left), column.text(right));
        case INDEX -> Integer.compare(column.index(left), column.index(right));
        case UNREADABLE -> Keys.compareTexts(column.shown(left), column.shown(right));
        case ABSENT,
            NONE,
            UNLIMITED,
            DECIMAL,
            WIDE,
            EXACT,
            STEPS,
            WIDE_STEPS,
            HUGE_STEPS,
            IDENTITY ->
            0;
      };
    };
  }
}
