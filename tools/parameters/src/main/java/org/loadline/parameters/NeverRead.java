package org.loadline.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.loadline.conform.DocumentRows;
import org.loadline.core.CaseBinding;

/** What of a document nothing reads and nothing ignores, and what is read but is not there. */
final class NeverRead {
  private final CaseBinding binding;
  private final JsonNode document;
  private final Set<String> read;
  private final Set<String> ignored;

  /** What a row is read from, by where it stands. */
  private final Map<String, String> rows = new TreeMap<>();

  private final Map<String, List<String>> found = new LinkedHashMap<>();

  NeverRead(CaseBinding binding, JsonNode document, List<DocumentRows.Row> rows) {
    this.binding = binding;
    this.document = document;
    this.read =
        rows.stream()
            .flatMap(row -> row.items().stream())
            .map(DocumentRows.Item::pointer)
            .collect(Collectors.toSet());
    this.ignored =
        binding.ignored().stream()
            .flatMap(path -> DocumentRows.pointers(binding, document, path).stream())
            .collect(Collectors.toSet());
    for (DocumentRows.Row row : rows) {
      row.given().from().ifPresent(path -> this.rows.put(row.pointer(), path.text()));
    }
  }

  List<ParameterProblem> problems() {
    List<ParameterProblem> problems = new ArrayList<>();
    binding.given().stream()
        .flatMap(given -> given.from().stream())
        .distinct()
        .filter(path -> isMissing(path.steps().getFirst().name()))
        .forEach(
            path ->
                problems.add(
                    ParameterProblem.of(
                        ParameterProblem.Code.NOT_THERE,
                        "",
                        "`" + path.text() + "` is not there, so no rows come of it.",
                        "Check whether the snapshot is whole.")));
    collect(document, "", Optional.empty());
    found.forEach(
        (what, where) ->
            problems.add(
                ParameterProblem.of(
                    ParameterProblem.Code.NEVER_READ,
                    where.getFirst(),
                    "Nothing reads `"
                        + what
                        + "`"
                        + (where.size() == 1 ? "" : ", here and in " + (where.size() - 1) + " more")
                        + ".",
                    "Give it to a field, or `ignore " + what + "`.")));
    return problems;
  }

  private boolean isMissing(String first) {
    return !document.has(first) && !first.equals("inputs");
  }

  /** Goes down to the leaves; {@code way} is how a path would lead here. */
  private void collect(JsonNode node, String pointer, Optional<String> way) {
    if (ignored.contains(pointer) || read.contains(pointer)) {
      return;
    }
    if (node.isObject()) {
      for (var field : node.properties()) {
        String inner = DocumentRows.pointer(pointer, field.getKey());
        collect(field.getValue(), inner, Optional.of(way(inner, way, "." + field.getKey())));
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        String inner = DocumentRows.pointer(pointer, String.valueOf(i));
        collect(node.get(i), inner, Optional.of(way(inner, way, "[" + (i + 1) + "]")));
      }
    } else {
      found.computeIfAbsent(way.orElse("the document"), w -> new ArrayList<>()).add(pointer);
    }
  }

  private String way(String pointer, Optional<String> outer, String step) {
    return rows.getOrDefault(
        pointer, outer.map(o -> o + step).orElseGet(() -> step.replaceFirst("^[.]", "")));
  }
}
