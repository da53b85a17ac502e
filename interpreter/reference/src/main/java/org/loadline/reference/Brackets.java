package org.loadline.reference;

import java.util.Optional;
import org.loadline.model.Table;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** What the cells of a key column take. */
final class Brackets {
  private Brackets() {}

  static boolean takes(Table.CellRule rule, Value key) {
    return switch (rule) {
      case Table.CellRule.Below(Exact bound) -> Ranking.compare(key, bound) < 0;
      case Table.CellRule.UpTo(Exact bound) -> Ranking.compare(key, bound) <= 0;
      case Table.CellRule.From(Exact bound) -> Ranking.compare(key, bound) >= 0;
      case Table.CellRule.FromBelow(Exact from, Exact below) ->
          Ranking.compare(key, from) >= 0 && Ranking.compare(key, below) < 0;
      case Table.CellRule.Between(Exact from, Exact to) ->
          Ranking.compare(key, from) >= 0 && Ranking.compare(key, to) <= 0;
      case Table.CellRule.Exactly(Value value) -> value.equals(key);
      case Table.CellRule.Otherwise otherwise -> true;
    };
  }

  /** Whether a cell speaks of a stretch of numbers. */
  static boolean isStretch(Table.CellRule rule) {
    return switch (rule) {
      case Table.CellRule.Below r -> true;
      case Table.CellRule.UpTo r -> true;
      case Table.CellRule.From r -> true;
      case Table.CellRule.FromBelow r -> true;
      case Table.CellRule.Between r -> true;
      case Table.CellRule.Exactly r -> false;
      case Table.CellRule.Otherwise r -> false;
    };
  }

  /** Where a cell starts, if it says so. */
  static Optional<Exact> from(Table.CellRule rule) {
    return switch (rule) {
      case Table.CellRule.Below r -> Optional.empty();
      case Table.CellRule.UpTo r -> Optional.empty();
      case Table.CellRule.From(Exact bound) -> Optional.of(bound);
      case Table.CellRule.FromBelow(Exact from, Exact below) -> Optional.of(from);
      case Table.CellRule.Between(Exact from, Exact to) -> Optional.of(from);
      case Table.CellRule.Exactly(Value value) -> number(value);
      case Table.CellRule.Otherwise r -> Optional.empty();
    };
  }

  /** Where a cell ends, if it says so. */
  static Optional<Exact> to(Table.CellRule rule) {
    return switch (rule) {
      case Table.CellRule.Below(Exact bound) -> Optional.of(bound);
      case Table.CellRule.UpTo(Exact bound) -> Optional.of(bound);
      case Table.CellRule.From r -> Optional.empty();
      case Table.CellRule.FromBelow(Exact from, Exact below) -> Optional.of(below);
      case Table.CellRule.Between(Exact from, Exact to) -> Optional.of(to);
      case Table.CellRule.Exactly(Value value) -> number(value);
      case Table.CellRule.Otherwise r -> Optional.empty();
    };
  }

  private static Optional<Exact> number(Value value) {
    return value instanceof Exact number ? Optional.of(number) : Optional.empty();
  }
}
