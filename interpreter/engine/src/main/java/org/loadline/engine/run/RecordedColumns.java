package org.loadline.engine.run;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.core.FactRef;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.load.Inputs;
import org.loadline.engine.load.RunData;
import org.loadline.engine.lower.Columns;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.model.EntityRef;
import org.loadline.model.TableRef;

/** Answers from the data of a run, and remembers what was asked and answered. */
final class RecordedColumns implements Columns {
  private final RunData data;
  private final Map<Question, Object> answers = new LinkedHashMap<>();

  /** What lowering asked about a snapshot. */
  private sealed interface Question {
    record Form(ColumnKey column) implements Question {}

    record MostRows(EntityRef entity) implements Question {}

    record MostChildren(EntityRef child, int field) implements Question {}

    record ChildrenFollow(EntityRef child, int field) implements Question {}

    record BoundsRise(TableRef table) implements Question {}

    record RowsPerOwner(TableRef table) implements Question {}

    record StartsBy(TableRef table, Optional<BigInteger> least) implements Question {}
  }

  RecordedColumns(RunData data) {
    this.data = data;
  }

  /** What was asked and answered so far. */
  Answers answers() {
    return new Answers(answers);
  }

  /** What nodes were made from. */
  static final class Answers {
    private final Map<Question, Object> given;

    private Answers(Map<Question, Object> given) {
      this.given = Map.copyOf(given);
    }

    /** Whether other data give the same answers. */
    boolean hold(Inputs inputs) {
      return given.entrySet().stream()
          .allMatch(e -> answer(e.getKey(), inputs).equals(e.getValue()));
    }
  }

  private static Object answer(Question question, Inputs inputs) {
    return switch (question) {
      case Question.Form(ColumnKey column) -> inputs.form(column);
      case Question.MostRows(EntityRef entity) -> inputs.loaded().mostRows(entity);
      case Question.MostChildren(EntityRef child, int field) ->
          inputs.loaded().mostChildren(child, field);
      case Question.ChildrenFollow(EntityRef child, int field) ->
          inputs.loaded().childrenFollow(child, field);
      case Question.BoundsRise(TableRef table) -> inputs.loaded().boundsRise(table);
      case Question.RowsPerOwner(TableRef table) -> inputs.loaded().rowsPerOwner(table);
      case Question.StartsBy(TableRef table, Optional<BigInteger> least) ->
          inputs.loaded().startsBy(table, least);
    };
  }

  private Object ask(Question question) {
    return answers.computeIfAbsent(question, q -> answer(q, data.inputs()));
  }

  @Override
  public ColumnForm form(ColumnKey column) {
    return column instanceof ColumnKey.OfFact(FactRef fact)
        ? data.column(fact).form()
        : (ColumnForm) ask(new Question.Form(column));
  }

  @Override
  public BigInteger mostRows(EntityRef entity) {
    return (BigInteger) ask(new Question.MostRows(entity));
  }

  @Override
  public BigInteger mostChildren(EntityRef child, int field) {
    return (BigInteger) ask(new Question.MostChildren(child, field));
  }

  @Override
  public boolean childrenFollow(EntityRef child, int field) {
    return (boolean) ask(new Question.ChildrenFollow(child, field));
  }

  @Override
  public boolean boundsRise(TableRef table) {
    return (boolean) ask(new Question.BoundsRise(table));
  }

  @Override
  public OptionalInt rowsPerOwner(TableRef table) {
    return (OptionalInt) ask(new Question.RowsPerOwner(table));
  }

  @Override
  public boolean startsBy(TableRef table, Optional<BigInteger> least) {
    return (boolean) ask(new Question.StartsBy(table, least));
  }
}
