package org.loadline.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** Hands kept states to a snapshot, and takes from the results of a run what is to be kept. */
public final class StateKeeping {
  private StateKeeping() {}

  /** A snapshot with the last states in it, and the rows kept that it no longer has. */
  public record Handed(Snapshot snapshot, List<PolicyState.Of> dropped) {
    public Handed {
      dropped = List.copyOf(dropped);
    }
  }

  /** Whether a program has a state. */
  public static boolean hasStates(Program program) {
    return !DeclaredState.of(program).isEmpty();
  }

  /** How many texts a row of an entity is known by: see {@link PolicyState.Of}. */
  public static int identitySize(Program program, EntityRef entity) {
    return InputOrder.sortFields(program.entity(entity)).size();
  }

  /** Hands back what was kept; a state of another shape is an IllegalArgumentException. */
  public static Handed handBack(Snapshot snapshot, PolicyState state) {
    Program program = snapshot.program();
    state
        .misfit(program)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("The state cannot be handed back: " + why + ".");
            });
    ColumnSnapshot handed = (ColumnSnapshot) snapshot;
    Set<PolicyState.Of> left = new HashSet<>(state.rows().keySet());
    for (List<DeclaredState> states : byOwner(program)) {
      Optional<EntityRef> owner = states.getFirst().owner();
      Map<Integer, Map<Integer, Value>> cells = new TreeMap<>();
      for (int row = 0; row < rows(snapshot, owner); row++) {
        PolicyState.Of of = of(snapshot, owner, row);
        left.remove(of);
        PolicyState.Kept kept = state.rows().get(of);
        if (kept != null) {
          put(states, kept, row, cells);
        }
      }
      for (Map.Entry<Integer, Map<Integer, Value>> column : cells.entrySet()) {
        Column before = handed.column(owner, column.getKey(), 0);
        Column after = ColumnChange.with(before, column.getValue());
        handed = handed.with(owner, column.getKey(), 0, after, column.getValue().keySet());
      }
    }
    return new Handed(handed, state.rows().keySet().stream().filter(left::contains).toList());
  }

  private static void put(
      List<DeclaredState> states,
      PolicyState.Kept kept,
      int row,
      Map<Integer, Map<Integer, Value>> cells) {
    for (DeclaredState state : states) {
      Value value = kept.values().get(state.name());
      Exact since = kept.since().get(state.name());
      if (value != null) {
        cells.computeIfAbsent(state.last(), c -> new TreeMap<>()).put(row, value);
      }
      if (state.since().isPresent() && since != null) {
        cells.computeIfAbsent(state.since().getAsInt(), c -> new TreeMap<>()).put(row, since);
      }
      if (state.taken().isPresent() && kept.time().isPresent()) {
        cells
            .computeIfAbsent(state.taken().getAsInt(), c -> new TreeMap<>())
            .put(row, kept.time().get());
      }
    }
  }

  /**
   * What is to be kept after a run. A row with a fault in one of its states keeps what it had; what
   * the results do not report is worked out by the evaluator.
   */
  public static PolicyState next(Results results, Evaluator evaluator) {
    Program program = results.program();
    Snapshot snapshot = results.snapshot();
    Map<String, OutputColumn> columns = columns(results, evaluator);
    Map<PolicyState.Of, PolicyState.Kept> rows = new LinkedHashMap<>();
    Optional<Exact> now = now(program, snapshot);
    for (List<DeclaredState> states : byOwner(program)) {
      Optional<EntityRef> owner = states.getFirst().owner();
      for (int row = 0; row < rows(snapshot, owner); row++) {
        Optional<PolicyState.Kept> before = before(snapshot, states, row);
        Optional<PolicyState.Kept> after = after(states, columns, row, now, before);
        if (after.or(() -> before).isPresent()) {
          rows.put(of(snapshot, owner, row), after.or(() -> before).get());
        }
      }
    }
    return new PolicyState(program.name(), DeclaredState.shape(program), rows);
  }

  private static Optional<PolicyState.Kept> after(
      List<DeclaredState> states,
      Map<String, OutputColumn> columns,
      int row,
      Optional<Exact> now,
      Optional<PolicyState.Kept> before) {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, Exact> since = new LinkedHashMap<>();
    boolean timed = states.getFirst().taken().isPresent();
    for (DeclaredState state : states) {
      OutputColumn column = columns.get(state.fullName());
      if (column == null
          || !(column.outcome(row) instanceof Outcome.Known(Value value))
          || (timed && now.isEmpty())) {
        return Optional.empty();
      }
      values.put(state.name(), value);
      if (timed) {
        boolean same =
            before.filter(kept -> value.equals(kept.values().get(state.name()))).isPresent();
        Exact kept = same ? before.get().since().get(state.name()) : null;
        since.put(state.name(), kept == null ? now.orElseThrow() : kept);
      }
    }
    return Optional.of(new PolicyState.Kept(timed ? now : Optional.empty(), values, since));
  }

  /** What had been handed back for a row; empty if it was new. */
  private static Optional<PolicyState.Kept> before(
      Snapshot snapshot, List<DeclaredState> states, int row) {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, Exact> since = new LinkedHashMap<>();
    Optional<Exact> time = Optional.empty();
    for (DeclaredState state : states) {
      Column last = column(snapshot, state.owner(), state.last());
      if (last.marks().isNone(row)) {
        continue;
      }
      values.put(state.name(), last.value(row));
      if (state.since().isPresent()) {
        moment(snapshot, state, state.since().getAsInt(), row)
            .ifPresent(m -> since.put(state.name(), m));
      }
      if (state.taken().isPresent()) {
        time = moment(snapshot, state, state.taken().getAsInt(), row);
      }
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new PolicyState.Kept(time, values, since));
  }

  private static Optional<Exact> moment(
      Snapshot snapshot, DeclaredState state, int field, int row) {
    Column column = column(snapshot, state.owner(), field);
    return column.marks().isNone(row) ? Optional.empty() : Optional.of((Exact) column.value(row));
  }

  private static Map<String, OutputColumn> columns(Results results, Evaluator evaluator) {
    Map<String, OutputColumn> columns = new LinkedHashMap<>();
    List<Output> missing = new ArrayList<>();
    for (DeclaredState state : DeclaredState.of(results.program())) {
      results.columns().stream()
          .filter(c -> c.output().fact().equals(state.fact()))
          .findFirst()
          .ifPresentOrElse(
              column -> columns.put(state.fullName(), column),
              () ->
                  missing.add(
                      new Output(state.fullName(), state.owner(), state.fact(), state.type())));
    }
    if (!missing.isEmpty()) {
      Program states = results.program().reporting(missing);
      evaluator
          .evaluate(states, results.snapshot(), results.params())
          .columns()
          .forEach(column -> columns.put(column.output().name(), column));
    }
    return columns;
  }

  private static List<List<DeclaredState>> byOwner(Program program) {
    Map<Optional<EntityRef>, List<DeclaredState>> owners = new LinkedHashMap<>();
    for (DeclaredState state : DeclaredState.of(program)) {
      owners.computeIfAbsent(state.owner(), o -> new ArrayList<>()).add(state);
    }
    return List.copyOf(owners.values());
  }

  private static int rows(Snapshot snapshot, Optional<EntityRef> owner) {
    return owner.map(snapshot::rowCount).orElse(1);
  }

  private static PolicyState.Of of(Snapshot snapshot, Optional<EntityRef> owner, int row) {
    return owner
        .map(
            entity ->
                new PolicyState.Of(
                    entity.name(), List.copyOf(snapshot.identityFields(entity, row).values())))
        .orElse(PolicyState.Of.WHOLE);
  }

  private static Column column(Snapshot snapshot, Optional<EntityRef> owner, int field) {
    return owner
        .map(entity -> snapshot.column(entity, field, 0))
        .orElseGet(() -> snapshot.system(new InputRef(field, "")));
  }

  private static Optional<Exact> now(Program program, Snapshot snapshot) {
    return program.system().stream()
        .filter(input -> input.name().equals("now"))
        .map(input -> snapshot.system(new InputRef(input.index(), input.name())))
        .filter(column -> !column.marks().isAbsent(0) && !column.marks().isNone(0))
        .map(column -> column.value(0))
        .filter(Exact.class::isInstance)
        .map(Exact.class::cast)
        .findFirst();
  }
}
