package org.loadline.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.conform.CaseInputs;
import org.loadline.conform.DocumentRows;
import org.loadline.conform.JsonFile;
import org.loadline.core.CaseBinding;
import org.loadline.core.Program;

/**
 * A protocol's parameters as they stand in a file, read as the {@code parameters} of a policy say.
 *
 * <p>Without a {@code binding} the file could not be read at all, and there are no rows. With
 * problems the rows are what could be read.
 */
public record ParameterSnapshot(
    Path file,
    Optional<CaseBinding> binding,
    List<ParameterRow> rows,
    List<ParameterProblem> problems,
    Optional<CaseInputs.Given> inputs) {
  public ParameterSnapshot {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /** Every way to read parameters that a policy states. */
  public static List<CaseBinding> mappings(Program program) {
    return program.cases().stream().filter(CaseBinding::isParameters).toList();
  }

  /** Reads a file by the one of the mappings that means it. */
  public static ParameterSnapshot read(Program program, List<CaseBinding> mappings, Path file)
      throws IOException {
    JsonFile json = JsonFile.read(file);
    if (json.problem().isPresent()) {
      return unread(file, ParameterProblem.of(json.problem().get()));
    }
    JsonNode document = json.document().orElseThrow();
    if (!document.isObject()) {
      return unread(
          file,
          ParameterProblem.of(
              ParameterProblem.Code.NOT_AN_OBJECT,
              "",
              "A snapshot of parameters is an object.",
              "Put what it holds in braces, with a name."));
    }
    List<CaseBinding> meant =
        mappings.stream().filter(binding -> DocumentRows.means(binding, document)).toList();
    if (meant.size() != 1) {
      return unread(file, meant.isEmpty() ? noMapping() : several(meant));
    }
    return read(program, meant.getFirst(), file, document);
  }

  private static ParameterSnapshot read(
      Program program, CaseBinding binding, Path file, JsonNode document) {
    DocumentRows rows = DocumentRows.of(program, binding, document);
    List<ParameterProblem> problems = new ArrayList<>();
    rows.problems().forEach(problem -> problems.add(ParameterProblem.of(problem)));
    rows.absent().forEach(problem -> problems.add(ParameterProblem.of(problem)));
    List<ParameterRow> read = new ReadRows(program, rows.rows(), problems).all();
    problems.addAll(new NeverRead(binding, document, rows.rows()).problems());
    return new ParameterSnapshot(
        file,
        Optional.of(binding),
        read,
        problems,
        Optional.of(CaseInputs.of(program, binding, document)));
  }

  private static ParameterSnapshot unread(Path file, ParameterProblem problem) {
    return new ParameterSnapshot(
        file, Optional.empty(), List.of(), List.of(problem), Optional.empty());
  }

  private static ParameterProblem noMapping() {
    return ParameterProblem.of(
        ParameterProblem.Code.NO_MAPPING,
        "",
        "No `parameters` of the policy mean this snapshot.",
        "Check what stands after `where`.");
  }

  private static ParameterProblem several(List<CaseBinding> meant) {
    String titles = String.join("`, `", meant.stream().map(CaseBinding::file).toList());
    return ParameterProblem.of(
        ParameterProblem.Code.SEVERAL_MAPPINGS,
        "",
        "Several `parameters` mean this snapshot: `" + titles + "`.",
        "Tell them apart with `where`, or choose one with `--as`.");
  }
}
