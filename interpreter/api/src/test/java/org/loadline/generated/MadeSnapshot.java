package org.loadline.generated;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.InputRows;
import org.loadline.data.Loading;
import org.loadline.data.ParamValues;
import org.loadline.data.SnapshotBuilder;
import org.loadline.data.SnapshotProblem;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.values.Exact;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * The rows of a snapshot by the names of entities and fields; {@code system} has the name {@code
 * system} and one row. A reference is the number of a row in the list of its entity.
 */
record MadeSnapshot(Map<String, List<Row>> rows, Params params) {

  /** What the params of a run are, beside what the text says. */
  enum Params {
    WRITTEN,
    ZERO,
    NEGATED
  }

  /** What is put into one row; a field that is not here is absent. */
  record Row(List<Put> cells) {}

  /** One cell; {@code member} is the place in a column family. */
  record Put(String field, int member, Content content) {}

  /** What a cell holds. */
  sealed interface Content {
    record Of(Value value) implements Content {}

    record Steps(BigInteger count) implements Content {}

    record Reference(String entity, int row) implements Content {}

    record Garbled(String text) implements Content {}
  }

  static final String SYSTEM = "system";

  Loading load(Program program) {
    SnapshotBuilder builder = new SnapshotBuilder(program);
    for (Map.Entry<String, List<Row>> entry : rows.entrySet()) {
      if (entry.getKey().equals(SYSTEM)) {
        entry.getValue().forEach(row -> put(builder.system(), 0, program.system(), row));
        continue;
      }
      Optional<Entity> entity = program.entity(entry.getKey());
      if (entity.isEmpty()) {
        continue;
      }
      InputRows input = builder.rows(entity.get().ref());
      for (Row row : entry.getValue()) {
        put(input, input.add(), entity.get().fields(), row);
      }
    }
    return builder.build();
  }

  /** The params of the run. */
  ParamValues params(Program program) {
    Map<ParamRef, Value> replaced = new LinkedHashMap<>();
    for (Param param : program.params()) {
      if (param.value() instanceof Exact written) {
        switch (params) {
          case WRITTEN -> {}
          case ZERO -> replaced.put(param.ref(), Exact.ZERO);
          case NEGATED -> replaced.put(param.ref(), written.negate());
        }
      }
    }
    return ParamValues.written(program).with(replaced);
  }

  private static void put(InputRows input, int row, List<Field> fields, Row given) {
    for (Put put : given.cells()) {
      Optional<Field> field = fields.stream().filter(f -> f.name().equals(put.field())).findFirst();
      if (field.isEmpty()) {
        continue;
      }
      int index = field.get().index();
      switch (put.content()) {
        case Content.Of(Value value) -> input.put(row, index, put.member(), value);
        case Content.Steps(BigInteger count) when field.get().step().isPresent() ->
            input.putSteps(row, index, put.member(), count);
        case Content.Steps(BigInteger count) ->
            input.put(row, index, put.member(), Exact.of(count));
        case Content.Reference(String entity, int target) ->
            input.put(row, index, put.member(), new RowNumber(target));
        case Content.Garbled(String text) ->
            input.putUnreadable(
                row, index, put.member(), text, SnapshotProblem.NOT_A_NUMBER, Map.of());
      }
    }
  }

  /** The same rows, added in another order. */
  MadeSnapshot shuffled(Draw draw) {
    Map<String, List<Integer>> orders = new LinkedHashMap<>();
    for (Map.Entry<String, List<Row>> entry : rows.entrySet()) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < entry.getValue().size(); i++) {
        order.add(i);
      }
      boolean series = entry.getKey().contains(".");
      List<Row> list = entry.getValue();
      List<Integer> other = draw.shuffled(order);
      orders.put(
          entry.getKey(),
          series
              ? other.stream().sorted(Comparator.comparing(i -> time(list.get(i)))).toList()
              : other);
    }
    return reordered(orders);
  }

  /** When a point of a series was. */
  private static Exact time(Row point) {
    return point.cells().stream()
        .filter(p -> p.field().equals("time") && p.content() instanceof Content.Of)
        .map(p -> (Exact) ((Content.Of) p.content()).value())
        .findFirst()
        .orElse(Exact.ZERO);
  }

  /** Without one row, if no other refers to it. */
  Optional<MadeSnapshot> without(String entity, int row) {
    boolean needed =
        rows.values().stream()
            .flatMap(List::stream)
            .flatMap(r -> r.cells().stream())
            .anyMatch(
                p ->
                    p.content() instanceof Content.Reference(String target, int to)
                        && target.equals(entity)
                        && to == row);
    if (needed || entity.equals(SYSTEM)) {
      return Optional.empty();
    }
    Map<String, List<Integer>> orders = new LinkedHashMap<>();
    for (Map.Entry<String, List<Row>> entry : rows.entrySet()) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < entry.getValue().size(); i++) {
        if (!entry.getKey().equals(entity) || i != row) {
          order.add(i);
        }
      }
      orders.put(entry.getKey(), order);
    }
    return Optional.of(reordered(orders));
  }

  private MadeSnapshot reordered(Map<String, List<Integer>> orders) {
    Map<String, List<Row>> result = new LinkedHashMap<>();
    for (Map.Entry<String, List<Row>> entry : rows.entrySet()) {
      List<Row> list = new ArrayList<>();
      for (int from : orders.get(entry.getKey())) {
        list.add(
            new Row(
                entry.getValue().get(from).cells().stream()
                    .map(p -> redirected(p, orders))
                    .toList()));
      }
      result.put(entry.getKey(), list);
    }
    return new MadeSnapshot(result, params);
  }

  private static Put redirected(Put put, Map<String, List<Integer>> orders) {
    return put.content() instanceof Content.Reference(String entity, int row)
        ? new Put(
            put.field(),
            put.member(),
            new Content.Reference(entity, orders.get(entity).indexOf(row)))
        : put;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("  params: " + params + "\n");
    rows.forEach(
        (entity, list) ->
            list.forEach(
                row -> {
                  text.append("  ").append(entity).append(":");
                  row.cells()
                      .forEach(
                          p ->
                              text.append(" ")
                                  .append(p.field())
                                  .append(p.member() > 0 ? "#" + p.member() : "")
                                  .append("=")
                                  .append(shown(p.content())));
                  text.append("\n");
                }));
    return text.toString();
  }

  private static String shown(Content content) {
    return switch (content) {
      case Content.Of(Value value) -> value.toString();
      case Content.Steps(BigInteger count) -> count + " steps";
      case Content.Reference(String entity, int row) -> entity + "[" + row + "]";
      case Content.Garbled(String text) -> "garbled";
    };
  }
}
