package org.loadline.engine.guest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.NumberText;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Results as objects: a member for each fact of the whole, and a list of rows for each entity. */
final class ResultObjects {
  private static final int LONG_BITS = 63;

  private final Results results;

  private ResultObjects(Results results) {
    this.results = results;
  }

  static Object of(Results results) {
    return new ResultObjects(results).whole();
  }

  private Object whole() {
    Map<String, Supplier<Object>> members = new LinkedHashMap<>();
    Map<EntityRef, List<OutputColumn>> byEntity = new LinkedHashMap<>();
    for (OutputColumn column : results.columns()) {
      Optional<EntityRef> owner = column.output().owner();
      if (owner.isEmpty()) {
        members.put(column.output().fact().name(), () -> cell(column, 0));
      } else {
        byEntity.computeIfAbsent(owner.get(), o -> new ArrayList<>()).add(column);
      }
    }
    byEntity.forEach(
        (entity, columns) ->
            members.put(
                results.program().entity(entity).plural(),
                () ->
                    new Members.Elements(
                        results.snapshot().rowCount(entity), row -> row(entity, columns, row))));
    return new Members(members);
  }

  private Object row(EntityRef entity, List<OutputColumn> columns, int row) {
    Map<String, Supplier<Object>> members = new LinkedHashMap<>();
    Snapshot snapshot = results.snapshot();
    snapshot.identityFields(entity, row).forEach((name, text) -> members.put(name, () -> text));
    for (OutputColumn column : columns) {
      members.put(column.output().fact().name(), () -> cell(column, row));
    }
    return new Members(members);
  }

  private Object cell(OutputColumn column, int row) {
    return switch (column.outcome(row)) {
      case Outcome.Known(Value value) -> value(value, column.output().type());
      case Outcome.Faulted(Fault fault) ->
          new Members(
              Map.of(
                  "code", () -> fault.what().code().code(),
                  "message", () -> fault.what().message()));
    };
  }

  private Object value(Value value, Type type) {
    Program program = results.program();
    return switch (value) {
      case Exact number ->
          number.isWhole() && number.numerator().bitLength() <= LONG_BITS
              ? (Object) number.longValueExact()
              : NumberText.format(number);
      case Unlimited unlimited -> unlimited.toString();
      case None none -> Members.Nothing.INSTANCE;
      case Flag(boolean holds) -> holds;
      case Text(String text) -> text;
      case Member(int ordinal) ->
          type.present() instanceof Type.OfChoice(var choice)
              ? program.choice(choice).members().get(ordinal)
              : (Object) ordinal;
      case RowNumber(int row) ->
          type.present() instanceof Type.RowOf(var entity, var path)
              ? results.snapshot().identity(entity, row)
              : (Object) row;
    };
  }
}
