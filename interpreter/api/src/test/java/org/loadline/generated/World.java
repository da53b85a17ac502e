package org.loadline.generated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.model.Choice;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Type;
import org.loadline.model.Unit;

/** What a policy under construction has declared so far. */
final class World {
  final List<String> units = new ArrayList<>();
  final List<RowUnit> rowUnits = new ArrayList<>();
  final List<Choice> choices = new ArrayList<>();
  final List<Sheet> sheets = new ArrayList<>();
  final List<Column> system = new ArrayList<>();
  final List<Sheet.History> histories = new ArrayList<>();

  /** What any formula can ask of states of the whole. */
  final List<Phrase> lasts = new ArrayList<>();

  /** Inputs that say which group a row is in, or what time it is: no world may change them. */
  final Set<String> deciding = new HashSet<>();

  /** Facts without which a declaration does not stand. */
  final List<MadePolicy.Definition> keys = new ArrayList<>();

  final List<Phrase> params = new ArrayList<>();
  final List<WrittenTable> tables = new ArrayList<>();
  final List<SnapshotTable> snapshotTables = new ArrayList<>();
  final List<Phrase> facts = new ArrayList<>();
  final List<Callable> callables = new ArrayList<>();
  private int names;
  private int roots = 1;

  /** One unit for each row of a sheet. */
  record RowUnit(String name, Sheet owner) {}

  /** A column of a table: {@code mayMiss} if a lookup may find no row. */
  record TableColumn(String name, Type type, int digits) {}

  /** A table in the text, looked up by {@code keys}. */
  record WrittenTable(
      String name,
      List<Type> keys,
      List<List<String>> texts,
      List<TableColumn> columns,
      Form form,
      boolean mayMiss,
      int rows) {
    enum Form {
      ROW,
      MARGINAL,
      LINEAR,
      GRID,
      LINEAR_GRID
    }
  }

  /** A table whose rows come with the data; with an owner it is looked up on its rows. */
  record SnapshotTable(String name, Optional<Sheet> owner, Type key, List<TableColumn> columns) {}

  /** A fact with arguments, or a fact of a function, called {@code name(…)suffix}. */
  record Callable(
      Optional<Sheet> owner,
      String name,
      List<String> labels,
      List<Type> parameters,
      String suffix,
      Type type,
      int digits) {}

  /** A name that nothing else has. */
  String name(String stem) {
    names++;
    return stem + names;
  }

  /** The number of a row variable. */
  int root() {
    return roots++;
  }

  Choice choice(ChoiceRef ref) {
    return choices.get(ref.index());
  }

  Optional<RowUnit> rowUnit(String name) {
    return rowUnits.stream().filter(u -> u.name().equals(name)).findFirst();
  }

  /** Whether the policy says what time it is. */
  boolean hasClock() {
    return system.stream().anyMatch(c -> c.name().equals(CLOCK));
  }

  static final String CLOCK = "now";

  /** Whether an amount of that unit can be written anywhere. */
  static boolean isWritable(Unit unit) {
    return unit.factors().stream()
        .allMatch(f -> f.owner().isEmpty() && Math.abs(f.exponent()) <= 2);
  }

  static Type.Quantity amount(Unit unit) {
    return new Type.Quantity(unit, Type.Form.DECIMAL, false);
  }
}
