package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.data.Column;
import org.loadline.data.Fault;
import org.loadline.data.FaultProblem;
import org.loadline.data.InputProblem;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;
import org.loadline.model.ChoiceRef;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.source.Diagnostic;
import org.loadline.source.Span;
import org.loadline.source.TextBrackets;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/** Paths: inputs, facts and rows by key, reached over references. */
final class PathFormulas {
  private final Formulas formulas;
  private final Evaluation evaluation;
  private final FaultWords words;

  PathFormulas(Formulas formulas, Evaluation evaluation) {
    this.formulas = formulas;
    this.evaluation = evaluation;
    this.words = evaluation.words();
  }

  Value system(Expr.SystemValue e, Frame frame) {
    raise(evaluation.sound().whole());
    Optional<Outcome> given = evaluation.given(e.input());
    if (given.isPresent()) {
      return Formulas.known(given.get());
    }
    Column column = evaluation.snapshot().system(e.input());
    if (column.marks().isAbsent(0)) {
      throw absent(e.input().name(), evaluation.snapshot().whyAbsent(e.input()), e.span(), frame);
    }
    return column.value(0);
  }

  Value field(Expr.FieldOf e, Frame frame) {
    RowAt row = row(e, e.row(), e.entity(), frame);
    int member = 0;
    List<ChoiceRef> family =
        evaluation.program().entity(e.entity()).fields().get(e.field()).family();
    for (int i = 0; i < e.family().size(); i++) {
      int size = evaluation.program().choice(family.get(i)).members().size();
      member = member * size + ((Member) formulas.value(e.family().get(i), frame)).ordinal();
    }
    return cell(row, e.field(), member, e.span(), frame);
  }

  /** An input of a row, unless the row is broken or the input has no value. */
  Value cell(RowAt row, int field, int member, Span span, Frame frame) {
    raise(evaluation.sound().row(row));
    Optional<Outcome> given = evaluation.given(row, field, member);
    if (given.isPresent()) {
      return Formulas.known(given.get());
    }
    Column column = evaluation.snapshot().column(row.entity(), field, member);
    if (evaluation.isAdded(row) || column.marks().isAbsent(row.row())) {
      Field declared = evaluation.program().entity(row.entity()).fields().get(field);
      String input =
          declared.name()
              + " of "
              + row.entity().name()
              + " "
              + evaluation.snapshot().identity(row.entity(), row.row());
      throw absent(
          input,
          evaluation.snapshot().whyAbsent(row.entity(), field, member, row.row()),
          span,
          frame);
    }
    return column.value(row.row());
  }

  Value fact(Expr.FactOf e, Frame frame) {
    Fact fact = evaluation.program().fact(e.fact());
    Optional<RowAt> row = e.row().map(at -> row(e, at, fact.owner().orElseThrow(), frame));
    List<Outcome> arguments = new ArrayList<>();
    // Worked out here, raised only if the fact reads them.
    e.arguments().forEach(argument -> arguments.add(evaluation.outcome(argument, frame)));
    return switch (evaluation.fact(fact, row, arguments)) {
      case Outcome.Known(Value value) -> value;
      case Outcome.Faulted(Fault fault) -> throw Failure.passing(fault);
    };
  }

  Value rowWithKey(Expr.RowWithKey e, Frame frame) {
    OptionalInt parent = OptionalInt.empty();
    if (e.parent().isPresent()) {
      parent = OptionalInt.of(reference(e, e.parent().get(), frame).index());
    }
    List<Value> keys = new ArrayList<>();
    e.keys().forEach(key -> keys.add(formulas.value(key, frame)));
    OptionalInt found = evaluation.snapshot().find(e.entity(), parent, e.fields(), keys);
    if (found.isEmpty()) {
      Diagnostic.Builder said =
          words
              .at(FaultProblem.NO_ROW_WITH_KEY, e.span(), parts(e.keys(), keys))
              .with("entity", e.entity().name())
              .with("key", keyText(e.keys(), keys));
      throw Failure.own(e, words.fault(said, frame));
    }
    return new RowNumber(found.getAsInt());
  }

  /** The row that an operation stands on; a reference that is none is its own failure. */
  RowNumber reference(Expr operation, Expr row, Frame frame) {
    Value value = formulas.value(row, frame);
    if (value == None.INSTANCE) {
      Diagnostic.Builder said =
          words
              .at(
                  FaultProblem.REFERENCE_IS_NONE,
                  operation.span(),
                  List.of(FaultWords.Part.of(row, value)))
              .with("reference", TextBrackets.text(row.span()));
      throw Failure.own(operation, words.fault(said, frame));
    }
    return (RowNumber) value;
  }

  String keyText(List<Expr> keys, List<Value> values) {
    return parts(keys, values).stream()
        .map(part -> "`" + words.shown(part.type(), part.value()) + "`")
        .collect(Collectors.joining(", "));
  }

  static List<FaultWords.Part> parts(List<Expr> keys, List<Value> values) {
    List<FaultWords.Part> parts = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      parts.add(FaultWords.Part.of(keys.get(i), values.get(i)));
    }
    return parts;
  }

  private RowAt row(Expr operation, Expr row, EntityRef entity, Frame frame) {
    return new RowAt(entity, reference(operation, row, frame).index());
  }

  private Failure absent(String input, Optional<InputProblem> why, Span span, Frame frame) {
    Diagnostic.Builder said =
        why.map(
                problem ->
                    words
                        .at(FaultProblem.INPUT_UNREADABLE, span, List.of())
                        .with("problem", problem.what().message())
                        .with("remedy", problem.what().hint()))
            .orElseGet(() -> words.at(FaultProblem.INPUT_NOT_GIVEN, span, List.of()));
    return Failure.passing(words.fault(said.with("input", input), frame));
  }

  private static void raise(Optional<Fault> fault) {
    if (fault.isPresent()) {
      throw Failure.passing(fault.get());
    }
  }
}
