package org.loadline.reference;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.data.Fault;
import org.loadline.data.FaultProblem;
import org.loadline.data.Outcome;
import org.loadline.data.RowAdded;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.model.Bounds;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.values.Exact;
import org.loadline.values.Member;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * The inputs of a supposed world: those that are given, worked out in the world in which it is
 * supposed, each once. All others are as there.
 */
final class GivenWorld {
  private final Evaluation outer;
  private final Expr.Given given;

  /** What the variables are where the world is supposed. */
  private final Frame frame;

  private final Snapshot snapshot;
  private final Map<RowAt, Map<Integer, Outcome>> added;
  private final Map<Cell, Optional<Outcome>> cells = new HashMap<>();
  private final Map<Object, Outcome> ofWhole = new HashMap<>();
  private final Set<Fault> failed = Collections.newSetFromMap(new IdentityHashMap<>());

  private record Cell(RowAt row, int field, int member) {}

  private GivenWorld(
      Evaluation outer,
      Expr.Given given,
      Frame frame,
      Snapshot snapshot,
      Map<RowAt, Map<Integer, Outcome>> added) {
    this.outer = outer;
    this.given = given;
    this.frame = frame;
    this.snapshot = snapshot;
    this.added = added;
  }

  /** The world that is supposed on a frame; fails where a row that is added has no place. */
  static GivenWorld of(Evaluation outer, Expr.Given given, Frame frame) {
    Snapshot snapshot = outer.snapshot();
    Map<RowAt, Map<Integer, Outcome>> added = new HashMap<>();
    for (Change change : given.changes()) {
      if (change instanceof Change.OfRow row) {
        RowAdded more = added(outer, row, snapshot, frame);
        Map<Integer, Outcome> cells = new HashMap<>();
        Entity entity = outer.program().entity(row.entity());
        for (Change.Setting setting : row.settings()) {
          cells.put(
              place(entity, setting.field(), setting.member()),
              outer.outcome(setting.value(), frame));
        }
        added.put(new RowAt(row.entity(), more.row()), cells);
        snapshot = more;
      }
    }
    return new GivenWorld(outer, given, frame, snapshot, added);
  }

  private static RowAdded added(
      Evaluation outer, Change.OfRow change, Snapshot snapshot, Frame frame) {
    Entity entity = outer.program().entity(change.entity());
    Map<Integer, Value> known = new HashMap<>();
    for (Change.Setting setting : change.settings()) {
      boolean identity =
          entity.identity().stream().anyMatch(field -> field.index() == setting.field());
      boolean reference = setting.value().type().present() instanceof org.loadline.model.Type.RowOf;
      if (identity || reference) {
        known.put(setting.field(), outer.formulas().value(setting.value(), frame));
      }
    }
    RowAdded row = new RowAdded(snapshot, change.entity(), known);
    if (row.isThere()) {
      throw Failure.passing(
          outer
              .words()
              .fault(
                  outer
                      .words()
                      .at(FaultProblem.ROW_IS_THERE, change.span(), List.of())
                      .with("entity", change.entity().name())
                      .with("key", row.identity(change.entity(), row.row())),
                  frame));
    }
    return row;
  }

  private static int place(Entity entity, int field, int member) {
    return member * entity.fields().size() + field;
  }

  Evaluation outer() {
    return outer;
  }

  Expr.Given given() {
    return given;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** Whether a fault is why a value that was to be given could not be worked out. */
  boolean failed(Fault fault) {
    return failed.contains(fault) || outer.failed(fault);
  }

  /** The cell of a row, if it is given here or the row is added here. */
  Optional<Outcome> cell(RowAt row, int field, int member) {
    Map<Integer, Outcome> own = added.get(row);
    Cell cell = new Cell(row, field, member);
    Optional<Outcome> known = cells.get(cell);
    if (known == null) {
      Entity entity = outer.program().entity(row.entity());
      // What else is given here is worked out in the world around, which has no such row.
      known =
          own == null ? changed(cell) : Optional.ofNullable(own.get(place(entity, field, member)));
      known.ifPresent(this::note);
      cells.put(cell, known);
    }
    return known;
  }

  /** Whether a row is added here; of its cells only those that were set are known. */
  boolean isAdded(RowAt row) {
    return added.containsKey(row);
  }

  private void note(Outcome outcome) {
    if (outcome instanceof Outcome.Faulted(Fault fault)) {
      failed.add(fault);
    }
  }

  private Optional<Outcome> changed(Cell cell) {
    try {
      for (Change change : given.changes()) {
        if (change instanceof Change.OfField of
            && of.entity().equals(cell.row().entity())
            && of.field() == cell.field()
            && isMember(of, cell.member())) {
          Frame inside = frame.copy();
          inside.set(of.slot(), new RowNumber(cell.row().row()));
          boolean holds = of.where().isEmpty() || outer.formulas().holds(of.where().get(), inside);
          if (holds) {
            return Optional.of(outer.outcome(of.value(), inside));
          }
        }
      }
      return Optional.empty();
    } catch (Failure failure) {
      return Optional.of(new Outcome.Faulted(failure.fault()));
    }
  }

  private boolean isMember(Change.OfField change, int member) {
    EntityRef entity = change.entity();
    List<ChoiceRef> family = outer.program().entity(entity).fields().get(change.field()).family();
    int place = 0;
    for (int i = 0; i < family.size(); i++) {
      int size = outer.program().choice(family.get(i)).members().size();
      Member at = (Member) outer.formulas().value(change.family().get(i), frame.copy());
      place = place * size + at.ordinal();
    }
    return place == member;
  }

  /** A system input, if it is given here. */
  Optional<Outcome> system(InputRef input) {
    for (Change change : given.changes()) {
      if (change instanceof Change.OfSystem of && of.input().equals(input)) {
        return Optional.of(once(input, of.value()));
      }
    }
    return Optional.empty();
  }

  /** A param, if it is given here; beyond its bounds it is a fault. */
  Optional<Outcome> param(ParamRef ref) {
    for (Change change : given.changes()) {
      if (change instanceof Change.OfParam of && of.param().equals(ref)) {
        return Optional.of(within(outer.program().param(ref), of, once(ref, of.value())));
      }
    }
    return Optional.empty();
  }

  private Outcome once(Object input, Expr value) {
    Outcome known = ofWhole.get(input);
    if (known == null) {
      known = outer.outcome(value, frame.copy());
      ofWhole.put(input, known);
      note(known);
    }
    return known;
  }

  private Outcome within(Param param, Change.OfParam change, Outcome outcome) {
    if (param.within().isEmpty()
        || !(outcome instanceof Outcome.Known(Exact number))
        || param.within().get().holds(number)) {
      return outcome;
    }
    Bounds bounds = param.within().get();
    FaultWords words = outer.words();
    return new Outcome.Faulted(
        words.fault(
            words
                .at(FaultProblem.GIVEN_OUT_OF_BOUNDS, change.span(), List.of())
                .with("param", param.ref().name())
                .with("value", words.shown(param.type(), number))
                .with("least", words.shown(param.type(), bounds.least()))
                .with("most", words.shown(param.type(), bounds.most())),
            frame));
  }
}
