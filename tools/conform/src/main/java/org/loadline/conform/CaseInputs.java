package org.loadline.conform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.CaseBinding;
import org.loadline.core.CaseBinding.Cell;
import org.loadline.core.Program;
import org.loadline.data.InputProblem;
import org.loadline.data.InputRows;
import org.loadline.data.Loading;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotBuilder;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.ParamRef;
import org.loadline.values.None;
import org.loadline.values.Value;

/** The snapshot and the params that a document gives, as its binding says. */
public final class CaseInputs {
  private final Program program;
  private final DocumentRows read;
  private final SnapshotBuilder builder;
  private final Set<CaseProblem> problems = new LinkedHashSet<>();
  private final Set<CaseProblem> absent = new LinkedHashSet<>();
  private final Map<ParamRef, Value> params = new HashMap<>();
  private final Map<EntityRef, Map<Value, Map<Integer, List<Value>>>> known = new HashMap<>();

  private CaseInputs(Program program, CaseBinding binding, JsonNode inputs) {
    this.program = program;
    this.read = DocumentRows.of(program, binding, inputs);
    this.builder = new SnapshotBuilder(program);
  }

  /**
   * What a case comes to; with a problem there may be no snapshot. What is {@code absent} matters
   * only to what reads it.
   */
  public record Given(
      Optional<Snapshot> snapshot,
      ParamValues params,
      List<CaseProblem> problems,
      List<CaseProblem> absent) {
    public Given {
      problems = List.copyOf(problems);
      absent = List.copyOf(absent);
    }
  }

  /** Makes them of the inputs of a case, or of a snapshot of parameters. */
  public static Given of(Program program, CaseBinding binding, JsonNode inputs) {
    return new CaseInputs(program, binding, inputs).given();
  }

  private Given given() {
    read.problems().forEach(problem -> problems.add(problem.what()));
    read.absent().forEach(problem -> absent.add(problem.what()));
    read.rows().forEach(this::add);
    ParamValues set = ParamValues.written(program).with(params);
    set.problems(program)
        .forEach(p -> problems.add(CaseProblem.of(CaseProblem.Code.PARAM, p.message(), p.hint())));
    if (!problems.isEmpty()) {
      return given(Optional.empty(), set);
    }
    Loading loading = builder.buildInPart();
    for (InputProblem problem : loading.problems()) {
      String where = problem.entity().map(e -> e.name() + " ").orElse("system ");
      String message = where + problem.field() + ": " + problem.what().message();
      problems.add(CaseProblem.of(CaseProblem.Code.ROWS, message, problem.what().hint()));
    }
    if (!problems.isEmpty()) {
      problems.addAll(absent);
    }
    return given(loading.snapshot(), set);
  }

  private Given given(Optional<Snapshot> snapshot, ParamValues set) {
    return new Given(snapshot, set, List.copyOf(problems), List.copyOf(absent));
  }

  private void add(DocumentRows.Row row) {
    switch (row.given().subject()) {
      case CaseBinding.Subject.Rows(var entity) -> row(program.entity(entity), row);
      case CaseBinding.Subject.Inputs inputs ->
          values(row)
              .forEach(
                  (cell, value) -> builder.system().put(0, cell.field(), cell.member(), value));
      case CaseBinding.Subject.Params all ->
          values(row)
              .forEach(
                  (cell, value) -> params.put(program.params().get(cell.field()).ref(), value));
    }
  }

  private static Map<Cell, Value> values(DocumentRows.Row row) {
    Map<Cell, Value> values = new LinkedHashMap<>();
    for (DocumentRows.Item item : row.items()) {
      item.value().ifPresent(value -> values.put(item.cell(), value));
    }
    return values;
  }

  /** A row; one that repeats a row with its key is the same row. */
  private void row(Entity entity, DocumentRows.Row given) {
    Map<Cell, Value> values = values(given);
    Map<Integer, List<Value>> cells = new LinkedHashMap<>();
    values.forEach(
        (cell, value) -> cells.computeIfAbsent(cell.field(), f -> new ArrayList<>()).add(value));
    if (entity.key().isPresent() && entity.parent().isEmpty()) {
      List<Value> key = cells.getOrDefault(entity.key().getAsInt(), List.of());
      if (!key.isEmpty()) {
        Map<Integer, List<Value>> before =
            known
                .computeIfAbsent(entity.ref(), e -> new HashMap<>())
                .putIfAbsent(key.getFirst(), cells);
        if (cells.equals(before)) {
          return;
        }
      }
    }
    InputRows rows = builder.rows(entity.ref());
    int row = rows.add();
    values.forEach((cell, value) -> put(rows, row, entity.fields().get(cell.field()), cell, value));
  }

  private static void put(InputRows rows, int row, Field field, Cell cell, Value value) {
    if (field.role() == Field.Role.REFERENCE && value != None.INSTANCE) {
      rows.putReference(row, field.index(), List.of(value));
    } else {
      rows.put(row, field.index(), cell.member(), value);
    }
  }
}
