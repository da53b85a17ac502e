package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.loadline.core.Program;
import org.loadline.model.Table;
import org.loadline.model.TableRef;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * What tables that the text holds give in every region of their keys, worked out once.
 *
 * <p>Numbers are cut at every bound and point that the cells name; of other keys each value that a
 * cell names is told apart, and all the rest together.
 */
final class RegionTables {
  /** Beyond this many tries of a row with a region the table is looked up as it is. */
  private static final long MOST_TRIES = 4_000_000;

  private final Program program;
  private final Map<Asked, Optional<Made<?>>> made = new HashMap<>();

  RegionTables(Program program) {
    this.program = program;
  }

  private record Asked(TableRef table, int column) {}

  /**
   * A table in regions.
   *
   * @param axes the keys that are numbers, with their regions
   * @param others the keys that are not
   * @param groups for each choice of the others, a result for each region of all axes, the last
   *     axis running fastest
   */
  record Made<T>(
      Map<Integer, Regions> axes,
      List<Integer> others,
      Map<List<Optional<Value>>, List<Optional<T>>> groups) {}

  /** The rows that plain lookups find. */
  Optional<Made<Integer>> rows(TableRef ref) {
    Table table = program.table(ref);
    return known(ref, -1, () -> isWritten(table), new WrittenRows(table)::row);
  }

  /** What marginal or linear lookups give of a column. */
  Optional<Made<Polynomial>> numbers(TableRef ref, int column) {
    Table table = program.table(ref);
    Condition numbers =
        () -> isWritten(table) && decimals(table, column) && table.mode() != Table.Mode.ROW;
    return known(
        ref,
        column,
        numbers,
        keys ->
            table.mode() == Table.Mode.MARGINAL
                ? new MarginalRegions(table, column).charge(keys)
                : new LinearRegions(table, column).value(keys));
  }

  private interface Condition {
    boolean holds();
  }

  @SuppressWarnings("unchecked") // a table has one kind of result for a column
  private <T> Optional<Made<T>> known(
      TableRef ref,
      int column,
      Condition condition,
      Function<List<Optional<Value>>, Optional<T>> result) {
    Asked asked = new Asked(ref, column);
    Optional<Made<?>> known = made.get(asked);
    if (known == null) {
      known = condition.holds() ? make(program.table(ref), result).map(m -> m) : Optional.empty();
      made.put(asked, known);
    }
    return known.map(m -> (Made<T>) m);
  }

  private static boolean isWritten(Table table) {
    return !table.written().isEmpty()
        && table.owner().isEmpty()
        && !table.keys().isEmpty()
        && table.keys().stream().allMatch(k -> k.match() instanceof Table.Match.ByCell);
  }

  private static boolean decimals(Table table, int column) {
    return table.written().stream()
        .allMatch(
            r ->
                column < r.size()
                    && r.get(column) instanceof Exact n
                    && n.decimalPlaces().isPresent());
  }

  private static <T> Optional<Made<T>> make(
      Table table, Function<List<Optional<Value>>, Optional<T>> result) {
    WrittenRows rows = new WrittenRows(table);
    Map<Integer, Regions> axes = new LinkedHashMap<>();
    List<Integer> others = new ArrayList<>();
    long tries = table.written().size();
    for (int key = 0; key < table.keys().size(); key++) {
      List<Value> named = rows.named(key);
      if (Kind.of(table.keys().get(key).type().present()) == Kind.NUMBER) {
        TreeSet<Exact> points = new TreeSet<>(List.of(Exact.ZERO));
        named.forEach(value -> points.add((Exact) value));
        axes.put(key, new Regions(List.copyOf(points)));
        tries *= 2L * points.size() + 1;
      } else {
        others.add(key);
        tries *= named.size() + 1;
      }
      if (tries > MOST_TRIES) {
        return Optional.empty();
      }
    }
    boolean ends =
        axes.values().stream()
            .flatMap(r -> r.points().stream())
            .allMatch(p -> p.decimalPlaces().isPresent());
    if (axes.isEmpty() || !ends) {
      return Optional.empty();
    }
    Made<T> made = new Made<>(axes, others, new LinkedHashMap<>());
    for (List<Optional<Value>> choice : choices(rows, others)) {
      made.groups().put(choice, new ArrayList<>());
      List<Optional<Value>> keys = new ArrayList<>();
      table.keys().forEach(k -> keys.add(Optional.empty()));
      for (int i = 0; i < others.size(); i++) {
        keys.set(others.get(i), choice.get(i));
      }
      fill(made, choice, List.copyOf(axes.keySet()), 0, keys, result);
    }
    return Optional.of(made);
  }

  private static List<List<Optional<Value>>> choices(WrittenRows rows, List<Integer> others) {
    List<List<Optional<Value>>> choices = List.of(List.of());
    for (int key : others) {
      List<List<Optional<Value>>> longer = new ArrayList<>();
      List<Optional<Value>> values = new ArrayList<>();
      rows.named(key).forEach(v -> values.add(Optional.of(v)));
      values.add(Optional.empty());
      for (List<Optional<Value>> choice : choices) {
        for (Optional<Value> value : values) {
          List<Optional<Value>> next = new ArrayList<>(choice);
          next.add(value);
          longer.add(next);
        }
      }
      choices = longer;
    }
    return choices;
  }

  private static <T> void fill(
      Made<T> made,
      List<Optional<Value>> choice,
      List<Integer> axes,
      int at,
      List<Optional<Value>> keys,
      Function<List<Optional<Value>>, Optional<T>> result) {
    if (at == axes.size()) {
      Objects.requireNonNull(made.groups().get(choice)).add(result.apply(keys));
      return;
    }
    Regions regions = Objects.requireNonNull(made.axes().get(axes.get(at)));
    for (int region = 0; region < regions.count(); region++) {
      keys.set(axes.get(at), Optional.of(regions.sample(region)));
      fill(made, choice, axes, at + 1, keys, result);
    }
  }
}
