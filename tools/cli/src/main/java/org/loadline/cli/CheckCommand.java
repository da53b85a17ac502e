package org.loadline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.loadline.cli.render.DiagnosticJson;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.source.Diagnostic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compiles without running, and says what there is to say. */
@Command(
    name = "check",
    description = "Compile policies and libraries, and report errors and warnings.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline check desk/limits.risk      one file and what it imports",
      "  loadline check desk                  every .risk file in a folder",
      "  loadline check --json desk           the same, for an editor or a script",
    })
final class CheckCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE_OR_FOLDER",
      description = "What to check; of a folder, every .risk file below it.")
  private List<Path> paths = List.of();

  @Option(names = "--json", description = "Print the diagnostics as JSON.")
  private boolean json;

  CheckCommand(LoadlineCommand top) {
    this.top = top;
  }

  CheckCommand(LoadlineCommand top, PlainLine line) {
    this.top = top;
    this.paths = line.words().stream().map(Path::of).toList();
    this.json = line.has("--json");
  }

  /** What a diagnostic says, for telling those of a library that several policies import. */
  private record Said(String code, String place, String message) {}

  @Override
  public Integer call() throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      files.addAll(Target.files(path));
    }
    Set<String> notes = new LinkedHashSet<>();
    Set<Said> said = new LinkedHashSet<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Path file : files) {
      Compilation compilation = Compilation.of(file);
      if (!compilation.hasErrors()) {
        notes.addAll(compilation.refinements());
        notes.addAll(compilation.searches());
      }
      for (Diagnostic diagnostic : compilation.diagnostics()) {
        String place = diagnostic.span().place();
        if (said.add(new Said(diagnostic.code().code(), place, diagnostic.message()))) {
          diagnostics.add(diagnostic);
        }
      }
    }
    if (json) {
      print(diagnostics);
    } else {
      print(diagnostics, notes, files.size());
    }
    boolean broken = diagnostics.stream().anyMatch(Diagnostic::isError);
    return (broken ? ExitCode.NOT_COMPILED : ExitCode.RESULTS).code();
  }

  private void print(List<Diagnostic> diagnostics, Set<String> notes, int files) {
    DiagnosticRenderer renderer = top.outRenderer();
    var out = top.console().out();
    for (Diagnostic diagnostic : diagnostics) {
      out.print(renderer.render(diagnostic));
      out.println();
    }
    notes.forEach(out::println);
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    long warnings = diagnostics.size() - errors;
    String found = Counts.of(errors, "error") + ", " + Counts.of(warnings, "warning");
    String shown =
        errors > 0
            ? renderer.ink().error(found)
            : warnings > 0 ? renderer.ink().warning(found) : renderer.ink().good(found);
    out.println(Counts.of(files, "file") + ", " + shown);
  }

  private void print(List<Diagnostic> diagnostics) throws IOException {
    try (var document = JsonOutput.to(top.console())) {
      document.writeStartArray();
      for (Diagnostic diagnostic : diagnostics) {
        DiagnosticJson.write(document, diagnostic);
      }
      document.writeEndArray();
    }
  }
}
