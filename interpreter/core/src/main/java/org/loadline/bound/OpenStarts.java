package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.model.Table.CellRule;
import org.loadline.values.Exact;

/**
 * Closes {@code from x} where the next row begins: the row holds up to there, if the rows agree in
 * all other keys.
 */
final class OpenStarts {
  private OpenStarts() {}

  static List<ReadColumn> closed(List<ReadColumn> keys) {
    return IntStream.range(0, keys.size()).mapToObj(key -> closed(keys, key)).toList();
  }

  private static ReadColumn closed(List<ReadColumn> keys, int key) {
    ReadColumn column = keys.get(key);
    List<CellRule> cells = new ArrayList<>();
    for (int row = 0; row < column.cells().size(); row++) {
      CellRule cell = column.cells().get(row);
      Optional<Exact> next =
          row + 1 < column.cells().size() && agree(keys, key, row)
              ? start(column.cells().get(row + 1))
              : Optional.empty();
      cells.add(
          cell instanceof CellRule.From from
                  && next.filter(n -> n.compareTo(from.bound()) > 0).isPresent()
              ? new CellRule.FromBelow(from.bound(), next.get())
              : cell);
    }
    return new ReadColumn(
        column.name(),
        column.span(),
        column.type(),
        column.wholeNumber(),
        column.percent(),
        cells,
        column.places());
  }

  private static boolean agree(List<ReadColumn> keys, int except, int row) {
    return IntStream.range(0, keys.size())
        .filter(key -> key != except)
        .mapToObj(key -> keys.get(key).cells())
        .allMatch(cells -> cells.get(row).equals(cells.get(row + 1)));
  }

  private static Optional<Exact> start(CellRule cell) {
    return switch (cell) {
      case CellRule.From from -> Optional.of(from.bound());
      case CellRule.FromBelow range -> Optional.of(range.from());
      case CellRule.Between range -> Optional.of(range.from());
      case CellRule.Exactly exactly ->
          exactly.value() instanceof Exact number ? Optional.of(number) : Optional.empty();
      case CellRule.Below below -> Optional.empty();
      case CellRule.UpTo upTo -> Optional.empty();
      case CellRule.Otherwise otherwise -> Optional.empty();
    };
  }
}
