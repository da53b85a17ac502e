package org.loadline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.bound.BuiltinUnit;
import org.loadline.bound.WrittenNumbers;
import org.loadline.core.Program;
import org.loadline.mandate.History.EarlierChange;
import org.loadline.model.Type;
import org.loadline.parser.Parsing;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.syntax.Expression;
import org.loadline.values.Exact;

/** A file of earlier changes: which param or cell, when, and from what if that is known. */
record HistoryFile(Path path, Program program) {
  private static final Set<String> NAMES = Set.of("name", "at", "from", "to");

  Map<String, List<EarlierChange>> changes() {
    Map<String, List<EarlierChange>> changes = new LinkedHashMap<>();
    JsonNode all = document();
    if (!all.isArray()) {
      throw bad("it is no list");
    }
    for (JsonNode one : all) {
      if (!one.isObject() || !one.path("name").isTextual() || !one.path("at").isTextual()) {
        throw bad("a change has a `name` and an `at`, both texts");
      }
      one.fieldNames()
          .forEachRemaining(
              name -> {
                if (!NAMES.contains(name)) {
                  throw bad("a change has no `" + name + "`");
                }
              });
      String name = one.get("name").textValue();
      Type type = known(program, name);
      Optional<Exact> from =
          one.has("from")
              ? Optional.of(value(name, type, one.get("from").asText()))
              : Optional.empty();
      changes
          .computeIfAbsent(name, n -> new ArrayList<>())
          .add(new EarlierChange(GuardOptions.moment(one.get("at").textValue()), from));
    }
    return changes;
  }

  private JsonNode document() {
    try {
      return new ObjectMapper().readTree(TextFile.read(path));
    } catch (JsonProcessingException damaged) {
      throw bad("it is no JSON");
    }
  }

  private Refusal bad(String problem) {
    return Refusal.misuse(
        MandateUse.BAD_HISTORY,
        "path",
        path.toString(),
        "problem",
        problem,
        "hint",
        "Write `[{\"name\": \"fee\", \"at\": \"2026-10-01\", \"from\": \"1%\"}]`.");
  }

  /** The type of a param or a cell; its row is not looked for, as it may be gone. */
  static Type known(Program program, String name) {
    int row = name.endsWith("]") ? name.indexOf('[') : -1;
    String column = row < 0 ? "" : name.substring(0, row);
    Optional<Type> param =
        program.params().stream()
            .filter(p -> p.ref().name().equals(name))
            .map(p -> p.type())
            .findFirst();
    return param
        .or(
            () ->
                program.tables().stream()
                    .filter(t -> column.startsWith(t.ref().name() + "."))
                    .flatMap(t -> field(program, t, column).stream())
                    .findFirst())
        .orElseThrow(
            () -> Refusal.misuse(MandateUse.NOT_GOVERNED, "policy", program.name(), "name", name));
  }

  /** Of a grid, a column is called by what is at its head. */
  private static Optional<Type> field(
      Program program, org.loadline.model.Table table, String column) {
    var rows = program.entity(table.rows());
    String name = column.substring(table.ref().name().length() + 1);
    return rows.field(name)
        .map(f -> f.type())
        .or(() -> table.grid() ? Optional.of(rows.fields().getLast().type()) : Optional.empty());
  }

  /** A number as a policy writes it, in the unit of its place. */
  private static Exact value(String name, Type type, String text) {
    DiagnosticSink sink = new DiagnosticSink();
    Expression written = Parsing.expression(Source.of("history", text), sink);
    Optional<Exact> value = sink.hasErrors() ? Optional.empty() : number(written, type);
    return value.orElseThrow(
        () -> Refusal.misuse(MandateUse.BAD_VALUE, "text", text, "name", name));
  }

  private static Optional<Exact> number(Expression written, Type type) {
    return switch (written) {
      case Expression.PercentLiteral percent -> Optional.of(WrittenNumbers.exact(percent.value()));
      case Expression.NumberLiteral number when number.unit().isEmpty() ->
          Optional.of(WrittenNumbers.exact(number.value()));
      case Expression.NumberLiteral number -> {
        String unit = number.unit().get().text();
        Optional<BuiltinUnit> builtin = BuiltinUnit.of(unit);
        yield builtin
            .map(known -> WrittenNumbers.exact(number.value()).times(known.size()))
            .or(
                () ->
                    type.present() instanceof Type.Quantity q && q.unit().toString().equals(unit)
                        ? Optional.of(WrittenNumbers.exact(number.value()))
                        : Optional.empty());
      }
      case Expression.Negate negate -> number(negate.operand(), type).map(Exact::negate);
      case Expression.DateLiteral date -> Optional.of(Exact.of(date.value().toEpochDay()));
      case Expression.InstantLiteral instant ->
          Optional.of(Exact.of(instant.value().getEpochSecond()));
      default -> Optional.empty();
    };
  }
}
