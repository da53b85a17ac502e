package org.loadline.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Table;

/** What moves when definitions of one program are taken over into another. */
public final class ProgramChange {
  private final Program before;
  private final Program after;

  public ProgramChange(Program before, Program after) {
    this.before = before;
    this.after = after;
  }

  /** Which way the values of a fact go, and why if that is proved. */
  public record Turned(FactRef fact, Influence.Way way, Optional<String> why) {}

  /**
   * Which way each fact of a definition goes that has another formula: facts of that owner and
   * name, and those that a function of that name holds. A fact that only one program has moves
   * nothing.
   */
  public List<Turned> facts(String owner, String name) {
    FormulaChange change = new FormulaChange(before, after);
    Map<Integer, Turned> turned = new TreeMap<>();
    for (Fact fact : after.facts()) {
      if (isOf(fact, owner, name)) {
        before.facts().stream()
            .filter(old -> isOf(old, owner, name) && isSame(old, fact))
            .map(old -> change.of(old, fact))
            .reduce((a, b) -> a.way() == b.way() ? a : FormulaChange.Became.UNKNOWN)
            .filter(became -> became.way() != Influence.Way.NONE)
            .ifPresent(
                became ->
                    turned.put(
                        fact.ref().index(), new Turned(fact.ref(), became.way(), became.why())));
      }
    }
    return List.copyOf(turned.values());
  }

  private static boolean isOf(Fact fact, String owner, String name) {
    return fact.origin() != Fact.Origin.LOCAL
        && fact.owner().map(o -> o.name()).orElse("").equals(owner)
        && (fact.name().equals(name)
            || (fact.origin() == Fact.Origin.FUNCTION && fact.name().startsWith(name + ".")));
  }

  private static boolean isSame(Fact a, Fact b) {
    return a.name().equals(b.name()) && a.parameters().size() == b.parameters().size();
  }

  /**
   * What moves when the rows of a table become others; empty if the two do not have the same
   * columns and keys.
   */
  public static Optional<Cause> table(
      Table before, Entity rowsBefore, Table after, Entity rowsAfter, Influence.Way members) {
    boolean same =
        names(rowsBefore).equals(names(rowsAfter))
            && before.keys().size() == after.keys().size()
            && before.mode() == after.mode();
    return same ? Optional.of(TableChange.of(before, after, rowsAfter, members)) : Optional.empty();
  }

  private static List<String> names(Entity rows) {
    return rows.fields().stream().map(Field::name).toList();
  }
}
