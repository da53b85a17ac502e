package org.loadline.generated;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.Column;
import org.loadline.data.Snapshot;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.sweep.Change;
import org.loadline.sweep.Event;
import org.loadline.sweep.LedgerLine;
import org.loadline.sweep.Sweeps;
import org.loadline.values.Exact;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * Keeps the books of a run by its ledger alone: what it says of before must be what stands there,
 * and what stands there at the end must be the snapshot after.
 */
final class Replay {
  private final Map<String, String> books;

  private Replay(Map<String, String> books) {
    this.books = books;
  }

  /** What does not fit, as a text. */
  static Optional<String> broken(Program program, Sweeps sweeps) {
    Replay replay = new Replay(cells(program, sweeps.before()));
    for (LedgerLine line : sweeps.ledger()) {
      Optional<String> wrong = replay.take(line.event());
      if (wrong.isPresent()) {
        return wrong.map(w -> w + ", line " + line.number() + ": " + line.event());
      }
    }
    return replay
        .end(cells(program, sweeps.after()))
        .or(() -> conserved(program, sweeps.before(), sweeps.after()));
  }

  private Optional<String> take(Event event) {
    return switch (event) {
      case Event.Flow(var kind, Exact amount, var type, Change from, Change to) -> {
        Exact out = kind == Event.Kind.RAISE ? amount : amount.negate();
        Exact in = kind == Event.Kind.CANCEL ? amount.negate() : amount;
        yield amount.signum() <= 0
            ? Optional.of("an amount that is not above zero")
            : moved(from, out).or(() -> moved(to, in));
      }
      case Event.Set(Change change) -> put(change);
      case Event.Created(String row, var values) ->
          values.stream().flatMap(v -> put(v).stream()).findFirst();
      case Event.Refused refused -> Optional.empty();
      case Event.Faulted faulted -> Optional.empty();
    };
  }

  private Optional<String> moved(Change change, Exact by) {
    Exact before = (Exact) change.before().orElse(Exact.ZERO);
    return ((Exact) change.after()).equals(before.plus(by))
        ? put(change)
        : Optional.of(change + " is not by " + by);
  }

  private Optional<String> put(Change change) {
    String before = change.before().map(Replay::text).orElse("nothing");
    String there = books.getOrDefault(change.place(), "nothing");
    books.put(change.place(), text(change.after()));
    boolean carried = !change.place().contains(" ") && !books.containsKey(change.place());
    return carried || before.equals(there) || there.equals("nothing")
        ? Optional.empty()
        : Optional.of(change.place() + " was " + there);
  }

  /** Every cell of the snapshot after, the created ones too. */
  private Optional<String> end(Map<String, String> after) {
    for (Map.Entry<String, String> cell : after.entrySet()) {
      String there = books.get(cell.getKey());
      if (there != null && !there.equals(cell.getValue())) {
        return Optional.of(
            cell.getKey() + " is " + cell.getValue() + " after, and " + there + " by the ledger");
      }
    }
    return Optional.empty();
  }

  private static String text(Value value) {
    return value instanceof RowNumber ? "a row" : Cells.text(value);
  }

  private static Map<String, String> cells(Program program, Snapshot snapshot) {
    Map<String, String> cells = new HashMap<>();
    for (Field field : program.system()) {
      cell(cells, field.name(), snapshot.system(new InputRef(field.index(), field.name())), 0);
    }
    for (Entity entity : program.entities()) {
      for (int row = 0; row < snapshot.rowCount(entity.ref()); row++) {
        String place = entity.name() + " " + snapshot.identity(entity.ref(), row) + ".";
        for (Field field : entity.fields()) {
          if (field.family().isEmpty()) {
            cell(cells, place + field.name(), snapshot.column(entity.ref(), field.index(), 0), row);
          }
        }
      }
    }
    return cells;
  }

  private static void cell(Map<String, String> cells, String place, Column column, int row) {
    cells.put(place, column.marks().isAbsent(row) ? "nothing" : text(column.value(row)));
  }

  // ---- Conserved

  /** Holdings less obligations, by unit and the row that it belongs to. */
  private static Optional<String> conserved(Program program, Snapshot before, Snapshot after) {
    Map<String, Exact> was = totals(program, before);
    Map<String, Exact> is = totals(program, after);
    return was.equals(is) ? Optional.empty() : Optional.of("in all " + was + ", after " + is);
  }

  private static Map<String, Exact> totals(Program program, Snapshot snapshot) {
    Map<String, Exact> totals = new HashMap<>();
    for (Field field : program.system()) {
      if (field.bucket().isPresent()) {
        Column column = snapshot.system(new InputRef(field.index(), field.name()));
        add(totals, field, unit(field), column, 0);
      }
    }
    for (Entity entity : program.entities()) {
      for (Field field : entity.fields()) {
        for (int row = 0;
            field.bucket().isPresent() && row < snapshot.rowCount(entity.ref());
            row++) {
          Column column = snapshot.column(entity.ref(), field.index(), 0);
          add(
              totals,
              field,
              unit(field) + owner(program, snapshot, entity, field, row),
              column,
              row);
        }
      }
    }
    totals.values().removeIf(total -> total.signum() == 0);
    return totals;
  }

  private static String unit(Field field) {
    Unit unit = ((Type.Quantity) field.type().present()).unit();
    return unit.factors().stream().map(Unit.Factor::name).toList().toString();
  }

  /** The row that the unit of an input belongs to: the row itself, or where its path leads. */
  private static String owner(
      Program program, Snapshot snapshot, Entity entity, Field field, int row) {
    Unit unit = ((Type.Quantity) field.type().present()).unit();
    Entity at = entity;
    int place = row;
    for (Unit.Factor factor : unit.factors()) {
      for (String reference : factor.owner().map(o -> o.references()).orElse(List.of())) {
        Field way = at.field(reference).orElseThrow();
        place = ((RowNumber) snapshot.column(at.ref(), way.index(), 0).value(place)).index();
        at = program.entity(((Type.RowOf) way.type()).entity());
      }
      return factor.owner().isPresent() ? " of " + place : "";
    }
    return "";
  }

  private static void add(
      Map<String, Exact> totals, Field field, String of, Column column, int row) {
    if (!column.marks().isAbsent(row) && column.value(row) instanceof Exact value) {
      boolean owes = field.bucket().get().owes();
      totals.merge(of, owes ? value.negate() : value, Exact::plus);
    }
  }
}
