package org.loadline.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.data.ValueText;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.source.Source;
import org.loadline.source.Span;
import org.loadline.values.Flag;
import org.loadline.values.None;
import org.loadline.values.Value;

/**
 * Results as tables: one for each entity with reported facts, in the order of identity; one for
 * facts of no row; one for faults, each at its origin with the number of reported values that it
 * is.
 */
final class ResultsTables {
  private static final List<String> FAULT_COLUMNS =
      List.of("entity", "row", "fact", "code", "message", "place", "values");

  private final Results results;
  private final Program program;
  private final Snapshot snapshot;

  ResultsTables(Results results) {
    this.results = results;
    this.program = results.program();
    this.snapshot = results.snapshot();
  }

  List<ResultsTable> all() {
    List<ResultsTable> tables = new ArrayList<>();
    List<OutputColumn> ofNoRow =
        results.columns().stream().filter(c -> c.output().owner().isEmpty()).toList();
    if (!ofNoRow.isEmpty()) {
      List<String> names = ofNoRow.stream().map(column -> column.output().name()).toList();
      tables.add(new ResultsTable(Form.SYSTEM, names, Stream.of(cells(ofNoRow, 0))));
    }
    for (Entity entity : program.entities()) {
      List<OutputColumn> columns = columns(entity.ref());
      if (!columns.isEmpty()) {
        tables.add(table(entity, columns));
      }
    }
    tables.add(faults());
    return tables;
  }

  /** The same tables as typed columns; what rows are known by, and faults, are texts. */
  List<TypedTable> typed() {
    TypedResults facts = new TypedResults(results);
    List<TypedTable> tables = new ArrayList<>();
    List<OutputColumn> ofNoRow =
        results.columns().stream().filter(c -> c.output().owner().isEmpty()).toList();
    if (!ofNoRow.isEmpty()) {
      tables.add(
          new TypedTable(Form.SYSTEM, 1, facts.columns(ofNoRow, fact -> fact.output().name())));
    }
    for (Entity entity : program.entities()) {
      List<OutputColumn> ofRows = columns(entity.ref());
      if (!ofRows.isEmpty()) {
        List<TypedColumn> columns = new ArrayList<>();
        for (String name : identity(entity)) {
          columns.add(new TypedColumn.Texts(name, row -> identity(entity, name, row)));
        }
        columns.addAll(facts.columns(ofRows, fact -> fact.output().fact().name()));
        tables.add(new TypedTable(entity.name(), snapshot.rowCount(entity.ref()), columns));
      }
    }
    tables.add(typed(faults()));
    return tables;
  }

  private static TypedTable typed(ResultsTable texts) {
    List<List<ResultCell>> rows = texts.rows().toList();
    List<TypedColumn> columns = new ArrayList<>();
    for (int at = 0; at < texts.columns().size(); at++) {
      int column = at;
      columns.add(
          new TypedColumn.Texts(
              texts.columns().get(column),
              row ->
                  rows.get(row).get(column) instanceof ResultCell.Written(String text)
                      ? Optional.of(text)
                      : Optional.empty()));
    }
    return new TypedTable(texts.name(), rows.size(), columns);
  }

  /** What rows are known by. */
  private List<String> identity(Entity entity) {
    return snapshot.rowCount(entity.ref()) > 0
        ? List.copyOf(snapshot.identityFields(entity.ref(), 0).keySet())
        : entity.identity().stream().map(Field::name).toList();
  }

  private Optional<String> identity(Entity entity, String name, int row) {
    return Optional.ofNullable(snapshot.identityFields(entity.ref(), row).get(name));
  }

  private List<OutputColumn> columns(EntityRef entity) {
    return results.columns().stream()
        .filter(column -> column.output().owner().filter(entity::equals).isPresent())
        .toList();
  }

  private ResultsTable table(Entity entity, List<OutputColumn> columns) {
    int rows = snapshot.rowCount(entity.ref());
    List<String> header = new ArrayList<>(identity(entity));
    columns.forEach(column -> header.add(column.output().fact().name()));
    return new ResultsTable(
        entity.name(),
        header,
        IntStream.range(0, rows)
            .mapToObj(
                row -> {
                  List<ResultCell> cells = new ArrayList<>();
                  snapshot
                      .identityFields(entity.ref(), row)
                      .values()
                      .forEach(text -> cells.add(new ResultCell.Written(text)));
                  cells.addAll(cells(columns, row));
                  return cells;
                }));
  }

  private List<ResultCell> cells(List<OutputColumn> columns, int row) {
    return columns.stream()
        .map(column -> cell(column.output().type(), column.outcome(row)))
        .toList();
  }

  private ResultCell cell(Type type, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Faulted(Fault fault) -> new ResultCell.Faulted(fault.what().code().code());
      case Outcome.Known(Value value) ->
          switch (value) {
            case Flag flag -> new ResultCell.Flag(flag.value());
            case None none -> new ResultCell.None();
            default -> new ResultCell.Written(ValueText.format(type, value, program, snapshot));
          };
    };
  }

  private ResultsTable faults() {
    Map<Origin, Integer> origins = new LinkedHashMap<>();
    for (OutputColumn column : results.columns()) {
      for (int row = 0; row < column.size(); row++) {
        if (column.outcome(row) instanceof Outcome.Faulted(Fault fault)) {
          origins.merge(Origin.of(fault), 1, Integer::sum);
        }
      }
    }
    Stream<List<ResultCell>> rows =
        origins.entrySet().stream().map(origin -> origin.getKey().cells(this, origin.getValue()));
    return new ResultsTable("faults", FAULT_COLUMNS, rows);
  }

  /** What makes two faults one. */
  private record Origin(Optional<RowAt> row, String fact, String code, String message, Span place) {

    static Origin of(Fault fault) {
      return new Origin(
          fault.row(),
          fault.definition().map(definition -> definition.name()).orElse(""),
          fault.what().code().code(),
          fault.what().message(),
          fault.what().span());
    }

    List<ResultCell> cells(ResultsTables tables, int values) {
      Source source = place.source();
      return Stream.of(
              row.map(at -> at.entity().name()).orElse(""),
              row.map(at -> tables.snapshot.identity(at.entity(), at.row())).orElse(""),
              fact,
              code,
              message,
              source.name() + ":" + place.line(),
              Integer.toString(values))
          .<ResultCell>map(ResultCell.Written::new)
          .toList();
    }
  }
}
