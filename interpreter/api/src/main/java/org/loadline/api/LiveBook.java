package org.loadline.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.FixedFields;
import org.loadline.data.InputProblem;
import org.loadline.data.LiveResults;
import org.loadline.data.RowSearch;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotChanges;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Type;
import org.loadline.values.Value;

/**
 * A snapshot that is kept and changed, and what a policy makes of it: set what has moved, evaluate,
 * and be told which results changed.
 *
 * <p>What is set between two evaluations is one tick: the last value of a cell counts. Rows stay
 * the same rows, so keys and references cannot be set, nor what rows are ordered, found in tables
 * or counted in steps by. What cannot be set is an {@link IllegalArgumentException} and changes
 * nothing. A value outside its `within` breaks its row, as it would on loading.
 *
 * <p>Results are those of a run from scratch on the changed snapshot, to the digit and the fault.
 * Threads may share a book: each call is done before the next begins. Results and changes that it
 * has given are immutable.
 */
public final class LiveBook {
  private final Policy policy;
  private final LiveResults live;
  private Snapshot snapshot;
  private SnapshotChanges pending;

  LiveBook(Policy policy, Snapshot snapshot, LiveResults live) {
    this.policy = policy;
    this.live = live;
    this.snapshot = snapshot;
    this.pending = new SnapshotChanges(snapshot);
  }

  /**
   * Sets a field of a row; values are given as to {@link SnapshotInput}.
   *
   * @param row the row's key, or a list of all that it is known by
   */
  public synchronized LiveBook set(String entity, Object row, String field, Object value) {
    Program program = policy.program();
    Entity declared = Declared.entity(program, entity);
    Field of = changeable(declared, Declared.field(declared, field));
    if (!of.family().isEmpty()) {
      throw new IllegalArgumentException(
          "`" + entity + "." + field + "` has a value for each member: say which.");
    }
    return put(declared, row, of, 0, value);
  }

  /** Sets one member of a column family: see {@link #set(String, Object, String, Object)}. */
  public synchronized LiveBook set(
      String entity, Object row, String field, Object member, Object value) {
    Program program = policy.program();
    Entity declared = Declared.entity(program, entity);
    Field of = changeable(declared, Declared.field(declared, field));
    return put(
        declared, row, of, Declared.member(program, of, entity + "." + field, member), value);
  }

  /** Sets a system input. */
  public synchronized LiveBook system(String name, Object value) {
    Program program = policy.program();
    Field input = Declared.system(program, name);
    Value given = PlainValues.value(program, input.type(), name, value);
    refuse(pending.system(new InputRef(input.index(), name), given));
    return this;
  }

  private LiveBook put(Entity entity, Object row, Field field, int member, Object value) {
    String place = entity.name() + "." + field.name();
    Value given = PlainValues.value(policy.program(), field.type(), place, value);
    refuse(pending.put(entity.ref(), row(entity, row), field.index(), member, given));
    return this;
  }

  /**
   * Works out what depends on the cells that were set, for the rows that they touch.
   *
   * <p>If that is stopped, or fails, the book is as it was and keeps what was set for the next
   * time.
   */
  public synchronized Changes evaluate() {
    SnapshotChanges.Changed changed = pending.apply();
    Changes changes = new Changes(live.update(changed));
    snapshot = changed.snapshot();
    pending = new SnapshotChanges(snapshot);
    return changes;
  }

  /** Forgets what was set since the last evaluation. */
  public synchronized void discard() {
    pending = new SnapshotChanges(snapshot);
  }

  /** The results of the last evaluation. */
  public synchronized PolicyResults results() {
    return policy.results(live.results());
  }

  /** The rows of the last evaluation. */
  public synchronized Snapshot snapshot() {
    return snapshot;
  }

  private Field changeable(Entity entity, Field field) {
    FixedFields.why(policy.program(), entity, field)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(
                  "`"
                      + entity.name()
                      + "."
                      + field.name()
                      + "` cannot be set, since "
                      + why
                      + "; load a snapshot with the other value and open it.");
            });
    return field;
  }

  private int row(Entity entity, Object known) {
    List<Type> types = Declared.identity(policy.program(), entity);
    List<?> parts = known instanceof List<?> list ? list : List.of(known);
    List<Value> identity = new ArrayList<>();
    if (!parts.isEmpty() && parts.size() <= types.size()) {
      for (int i = 0; i < parts.size(); i++) {
        Type type = types.get(types.size() - parts.size() + i);
        identity.add(PlainValues.value(policy.program(), type, entity.name(), parts.get(i)));
      }
    }
    return switch (new RowSearch(snapshot).find(entity.ref(), identity)) {
      case RowSearch.Found.Row(int row) -> row;
      case RowSearch.Found.None none ->
          throw new IllegalArgumentException("There is no " + entity.name() + " `" + known + "`.");
      case RowSearch.Found.Several several ->
          throw new IllegalArgumentException(
              "More than one " + entity.name() + " is `" + known + "`: give all it is known by.");
    };
  }

  private static void refuse(Optional<InputProblem> problem) {
    problem.ifPresent(
        p -> {
          throw new IllegalArgumentException(
              p.what().code().code() + ": " + p.what().message() + " " + p.what().hint());
        });
  }
}
