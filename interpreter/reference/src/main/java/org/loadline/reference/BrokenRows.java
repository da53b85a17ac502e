package org.loadline.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Assumption;
import org.loadline.core.Expr;
import org.loadline.core.Program;
import org.loadline.data.Column;
import org.loadline.data.Fault;
import org.loadline.data.FaultProblem;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.model.Bounds;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.source.Diagnostic;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Value;

/**
 * Rows that break what is declared about their data: first the bounds of their fields in order,
 * then the assumptions in the order of the text.
 *
 * <p>Assumptions are judged by the inputs as they stand, whether or not a row that they read is
 * broken itself. One that reads an input without value, or one that was to be given a value that is
 * a fault, is undecided and breaks nothing; one that fails in another way breaks the row with that
 * fault.
 */
final class BrokenRows implements Soundness {
  private final Program program;
  private final Snapshot snapshot;
  private final Evaluation inputs;
  private final FaultWords words;
  private final Map<EntityRef, Map<Integer, Optional<Fault>>> rows = new HashMap<>();
  private final Map<Program, Optional<Fault>> whole = new HashMap<>();

  /** {@code inputs} works assumptions out and takes every row as sound. */
  BrokenRows(Evaluation inputs) {
    this.program = inputs.program();
    this.snapshot = inputs.snapshot();
    this.inputs = inputs;
    this.words = inputs.words();
  }

  @Override
  public Optional<Fault> row(RowAt row) {
    Map<Integer, Optional<Fault>> judged =
        rows.computeIfAbsent(row.entity(), first -> new HashMap<>());
    Optional<Fault> before = judged.get(row.row());
    if (before != null) {
      return before;
    }
    Frame frame = Frame.of(1, Optional.empty(), Optional.of(row));
    Optional<Fault> fault =
        outOfBounds(row, frame).or(() -> assumptions(Optional.of(row.entity()), Optional.of(row)));
    judged.put(row.row(), fault);
    return fault;
  }

  @Override
  public Optional<Fault> whole() {
    Optional<Fault> before = whole.get(program);
    if (before != null) {
      return before;
    }
    Optional<Fault> fault =
        systemOutOfBounds().or(() -> assumptions(Optional.empty(), Optional.empty()));
    whole.put(program, fault);
    return fault;
  }

  private Optional<Fault> outOfBounds(RowAt row, Frame frame) {
    for (Field field : program.entity(row.entity()).fields()) {
      if (field.within().isPresent()) {
        int members =
            field.family().stream()
                .mapToInt(choice -> program.choice(choice).members().size())
                .reduce(1, Math::multiplyExact);
        for (int member = 0; member < members; member++) {
          Optional<Fault> fault = outOfBounds(field, value(row, field, member), frame);
          if (fault.isPresent()) {
            return fault;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> systemOutOfBounds() {
    Frame frame = Frame.of(1, Optional.empty(), Optional.empty());
    return program.system().stream()
        .flatMap(
            field -> {
              InputRef input = new InputRef(field.index(), field.name());
              return outOfBounds(field, value(input), frame).stream();
            })
        .findFirst();
  }

  /** A value that is there; one that was to be given and is a fault is not. */
  private Optional<Value> value(RowAt row, Field field, int member) {
    Optional<Outcome> given = inputs.given(row, field.index(), member);
    if (given.isPresent() || inputs.isAdded(row)) {
      return given.flatMap(BrokenRows::known);
    }
    return value(snapshot.column(row.entity(), field.index(), member), row.row());
  }

  private Optional<Value> value(InputRef input) {
    return inputs
        .given(input)
        .map(BrokenRows::known)
        .orElseGet(() -> value(snapshot.system(input), 0));
  }

  private static Optional<Value> value(Column column, int row) {
    return column.marks().isAbsent(row) ? Optional.empty() : Optional.of(column.value(row));
  }

  private static Optional<Value> known(Outcome outcome) {
    return outcome instanceof Outcome.Known(Value value) ? Optional.of(value) : Optional.empty();
  }

  private Optional<Fault> outOfBounds(Field field, Optional<Value> input, Frame frame) {
    if (field.within().isEmpty() || input.isEmpty()) {
      return Optional.empty();
    }
    Bounds bounds = field.within().get();
    Value value = input.get();
    // Bounds speak of numbers; `none` and `unlimited` are said to be possible by the type.
    if (!(value instanceof Exact number) || bounds.holds(number)) {
      return Optional.empty();
    }
    Diagnostic.Builder said =
        words
            .at(
                FaultProblem.OUT_OF_BOUNDS,
                bounds.span(),
                List.of(new FaultWords.Part(field.span(), field.type(), value)))
            .with("input", field.name())
            .with("value", words.shown(field.type(), value))
            .with("least", words.shown(field.type(), bounds.least()))
            .with("most", words.shown(field.type(), bounds.most()));
    return Optional.of(words.fault(said, frame));
  }

  private Optional<Fault> assumptions(Optional<EntityRef> owner, Optional<RowAt> row) {
    for (Assumption assumption : program.assumptions()) {
      if (assumption.owner().equals(owner)) {
        Frame frame = Frame.of(assumption.slots(), Optional.empty(), row);
        switch (inputs.outcome(assumption.condition(), frame)) {
          case Outcome.Known(Value held) -> {
            if (held.equals(Flag.FALSE)) {
              return Optional.of(brokenBy(assumption, frame));
            }
          }
          case Outcome.Faulted(Fault fault) -> {
            if (!isUndecided(fault)) {
              return Optional.of(fault);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isUndecided(Fault fault) {
    return inputs.failed(fault)
        || fault.what().code() == FaultProblem.INPUT_NOT_GIVEN
        || fault.what().code() == FaultProblem.INPUT_UNREADABLE;
  }

  private Fault brokenBy(Assumption assumption, Frame frame) {
    List<FaultWords.Part> parts = new ArrayList<>();
    for (Expr read : Parts.reads(assumption.condition())) {
      if (inputs.outcome(read, frame.copy()) instanceof Outcome.Known(Value value)) {
        parts.add(FaultWords.Part.of(read, value));
      }
    }
    return words.fault(
        words.at(FaultProblem.ASSUMPTION_BROKEN, assumption.condition().span(), parts), frame);
  }
}
