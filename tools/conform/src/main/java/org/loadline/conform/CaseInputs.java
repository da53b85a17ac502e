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
import org.loadline.core.CaseBinding.Origin;
import org.loadline.core.CaseBinding.Scale;
import org.loadline.core.CasePath;
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
import org.loadline.model.Type;
import org.loadline.values.None;
import org.loadline.values.Value;

/** The snapshot and the params that a case gives, as its binding says. */
final class CaseInputs {
  private final Program program;
  private final CaseBinding binding;
  private final ReadingValues values;
  private final SnapshotBuilder builder;
  private final Place top;
  private final Set<CaseProblem> problems = new LinkedHashSet<>();
  private final Set<CaseProblem> absent = new LinkedHashSet<>();
  private final Map<ParamRef, Value> params = new HashMap<>();
  private final Map<EntityRef, Map<Value, Map<Integer, List<Value>>>> known = new HashMap<>();

  private CaseInputs(Program program, CaseBinding binding, JsonNode inputs) {
    this.program = program;
    this.binding = binding;
    this.values = new ReadingValues(program, binding);
    this.builder = new SnapshotBuilder(program);
    this.top = Place.top(inputs, binding);
  }

  /**
   * What a case comes to; with a problem there may be no snapshot. What is {@code absent} matters
   * only to what reads it.
   */
  record Given(
      Optional<Snapshot> snapshot,
      ParamValues params,
      List<CaseProblem> problems,
      List<CaseProblem> absent) {
    Given {
      problems = List.copyOf(problems);
      absent = List.copyOf(absent);
    }
  }

  static Given of(Program program, CaseBinding binding, JsonNode inputs) {
    return new CaseInputs(program, binding, inputs).given();
  }

  private Given given() {
    for (CaseBinding.Given given : binding.given()) {
      List<Place> places = given.from().map(top::all).orElse(List.of(top));
      for (Place place : places) {
        if (!place.node().isNull() && place.passes(given.where())) {
          add(given, place);
        }
      }
    }
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

  private void add(CaseBinding.Given given, Place place) {
    switch (given.subject()) {
      case CaseBinding.Subject.Rows(var entity) -> row(program.entity(entity), given, place);
      case CaseBinding.Subject.Inputs inputs -> {
        for (Cell cell : given.cells()) {
          Field field = program.system().get(cell.field());
          value(cell, field.type(), place)
              .ifPresent(v -> builder.system().put(0, cell.field(), cell.member(), v));
        }
      }
      case CaseBinding.Subject.Params all -> {
        for (Cell cell : given.cells()) {
          var param = program.params().get(cell.field());
          value(cell, param.type(), place).ifPresent(v -> params.put(param.ref(), v));
        }
      }
    }
  }

  /** A row; one that repeats a row with its key is the same row. */
  private void row(Entity entity, CaseBinding.Given given, Place place) {
    Map<Integer, List<Value>> cells = new LinkedHashMap<>();
    Map<Cell, Value> values = new LinkedHashMap<>();
    for (Cell cell : given.cells()) {
      Field field = entity.fields().get(cell.field());
      value(cell, field.type(), place)
          .ifPresent(
              v -> {
                values.put(cell, v);
                cells.computeIfAbsent(cell.field(), f -> new ArrayList<>()).add(v);
              });
    }
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

  // ---- Values

  private Optional<Value> value(Cell cell, Type type, Place place) {
    return switch (cell.origin()) {
      case Origin.Always(Value value) -> Optional.of(value);
      case Origin.At at ->
          at.path().isPresent() ? said(cell, at, type, place) : named(cell, at, type, place);
    };
  }

  private Optional<Value> said(Cell cell, Origin.At at, Type type, Place place) {
    CasePath path = at.path().orElseThrow();
    return read(cell, at, type, place, place.one(path), path.text());
  }

  /** The member with the name of the field, or with the name and one of the suffixes. */
  private Optional<Value> named(Cell cell, Origin.At at, Type type, Place place) {
    List<String> there =
        binding.suffixes().keySet().stream()
            .sorted()
            .map(suffix -> cell.name() + "_" + suffix)
            .filter(place.node()::has)
            .toList();
    if (there.size() > 1 && !place.node().has(cell.name())) {
      problem(
          CaseProblem.Code.UNCLEAR_NAME,
          "`" + cell.name() + "` may be any of " + String.join(", ", there) + ".",
          "Say which: `" + cell.name() + " from " + there.getFirst() + "`.");
      return Optional.empty();
    }
    return read(cell, at, type, place, place.begin(cell.name()), cell.name());
  }

  private Optional<Value> read(
      Cell cell, Origin.At at, Type type, Place place, Optional<Place> found, String path) {
    Optional<JsonNode> node = found.map(Place::node);
    boolean spelledNull = at.spelled().containsKey("null");
    Optional<JsonNode> there = node.filter(n -> !n.isNull() || spelledNull);
    if (there.isEmpty() && at.otherwise().isPresent()) {
      return at.otherwise();
    }
    if (node.isEmpty() || found.isEmpty()) {
      absent.add(
          CaseProblem.of(
              CaseProblem.Code.ABSENT,
              "`" + cell.name() + "` is to come from `" + path + "`, which is not there.",
              "Check the path, or say `else` and what it is then."));
      return Optional.empty();
    }
    Optional<Scale> scale = values.scale(at.size(), found.get().name(), place);
    if (scale.isEmpty()) {
      problem(
          CaseProblem.Code.NOT_A_VALUE,
          "Nothing says how many places `" + path + "` has.",
          "Check the path after `at`.");
      return Optional.empty();
    }
    return switch (values.read(node.get(), type, scale.get(), at.spelled())) {
      case ReadingValues.Read.Of(Value value) -> Optional.of(value);
      case ReadingValues.Read.Not(var code, String why, String hint) -> {
        problem(code, "`" + path + "` gives no `" + cell.name() + "`: " + why + ".", hint);
        yield Optional.empty();
      }
    };
  }

  private void problem(CaseProblem.Code code, String message, String hint) {
    problems.add(CaseProblem.of(code, message, hint));
  }
}
