package org.loadline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.loadline.bound.PolicyReader;
import org.loadline.cli.render.DiagnosticJson;
import org.loadline.format.Formatting;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lays out {@code .risk} files in the one style, or says which are not. */
@Command(
    name = "fmt",
    description = "Lay out .risk files in the one style; words and meaning stay as they are.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:every file is laid out, and was or is written",
      " 1:with --check: a file would change",
      " 2:the command is misused, or a file cannot be written",
      " 3:a file has errors and was left as it is; the others are laid out",
      "70:a fault of Loadline itself; the file was left as it is",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline fmt desk                    every .risk file in a folder",
      "  loadline fmt --diff desk/limits.risk what would change, and nothing is written",
      "  loadline fmt --check desk            for a script: exit code 1 if a file would change",
      "  loadline fmt - < limits.risk         from standard input to standard output",
    })
final class FmtCommand implements Callable<Integer> {
  private static final Path STANDARD_INPUT = Path.of("-");

  private final LoadlineCommand top;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE_OR_FOLDER",
      description =
          "What to lay out; of a folder, every .risk file below it. - is standard input, laid out"
              + " to standard output.")
  private List<Path> paths = List.of();

  @Option(names = "--check", description = "Name the files that would change; write nothing.")
  private boolean check;

  @Option(names = "--diff", description = "Print what would change; write nothing.")
  private boolean diff;

  @Option(
      names = "--stdin-name",
      paramLabel = "NAME",
      description = "What to call standard input in messages.")
  private String inputName = "standard input";

  @Option(names = "--json", description = "With --check: print what was found as JSON.")
  private boolean json;

  /** A file as it was read and as it is to be; no new text where it cannot be laid out. */
  private record Read(Optional<Path> file, String name, String old, Optional<String> text) {
    boolean changes() {
      return text.isPresent() && !text.get().equals(old);
    }
  }

  FmtCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() throws IOException {
    if (json && !check) {
      throw Refusal.misuse(
          UseProblem.UNKNOWN_ARGUMENT,
          "said",
          "`--json` is for `--check`",
          "hint",
          "Write `loadline fmt --check --json`.");
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<Read> files = new ArrayList<>();
    for (Path path : named()) {
      DiagnosticSink sink = new DiagnosticSink();
      Read read = path.equals(STANDARD_INPUT) ? standardInput(sink) : file(path, sink);
      sink.diagnostics().stream().filter(Diagnostic::isError).forEach(diagnostics::add);
      files.add(read);
      if (!json) {
        say(read);
      }
    }
    if (json) {
      print(files, diagnostics);
    } else {
      print(diagnostics);
      summarise(files);
    }
    ExitCode code =
        diagnostics.stream().map(FmtCommand::exit).reduce(ExitCode.RESULTS, ExitCode::or);
    boolean unlike = check && files.stream().anyMatch(Read::changes);
    return code.or(unlike ? ExitCode.FAULTS : ExitCode.RESULTS).code();
  }

  /** Errors of a text are the author's; that its meaning would be lost is ours. */
  private static ExitCode exit(Diagnostic diagnostic) {
    return Formatting.isFaultOfOurs(diagnostic) ? ExitCode.FAULT_OF_OURS : ExitCode.NOT_COMPILED;
  }

  // ---- Reading

  private Set<Path> named() {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      files.addAll(path.equals(STANDARD_INPUT) ? List.of(path) : Target.files(path));
    }
    return files;
  }

  private Read standardInput(DiagnosticSink sink) throws IOException {
    byte[] bytes = System.in.readAllBytes();
    Source source = PolicyReader.text(bytes, inputName, sink);
    return laidOut(Optional.empty(), bytes, source, sink);
  }

  private Read file(Path path, DiagnosticSink sink) throws IOException {
    Optional<Source> source = PolicyReader.text(path, sink);
    return source.isEmpty()
        ? new Read(Optional.of(path), path.toString(), "", Optional.empty())
        : laidOut(Optional.of(path), Files.readAllBytes(path), source.get(), sink);
  }

  private static Read laidOut(
      Optional<Path> file, byte[] bytes, Source source, DiagnosticSink sink) {
    String old = new String(bytes, StandardCharsets.UTF_8);
    Optional<String> text = sink.hasErrors() ? Optional.empty() : Formatting.format(source, sink);
    return new Read(file, source.name(), old, text);
  }

  // ---- Saying and writing

  private void say(Read read) {
    var out = top.console().out();
    if (diff && read.changes()) {
      out.print(new TextDiff(top.outInk()).of(read.name(), read.old(), read.text().orElseThrow()));
    } else if (check && read.changes()) {
      out.println(read.name());
    } else if (!diff && !check && read.text().isPresent()) {
      if (read.file().isEmpty()) {
        out.print(read.text().get());
      } else if (read.changes()) {
        WholeFile.replace(read.file().get(), read.text().get());
        out.println(read.name());
      }
    }
  }

  private void print(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      top.console().err().println(top.errRenderer().render(diagnostic));
    }
  }

  /** For a person; never among the text of standard input. */
  private void summarise(List<Read> files) {
    if (diff || files.stream().anyMatch(read -> read.file().isEmpty())) {
      return;
    }
    long changed = files.stream().filter(Read::changes).count();
    long broken = files.stream().filter(read -> read.text().isEmpty()).count();
    top.console()
        .err()
        .println(
            Counts.of(files.size(), "file")
                + ", "
                + changed
                + (check ? " would change" : " changed")
                + (broken > 0
                    ? ", " + broken + " left as " + (broken > 1 ? "they are" : "it is")
                    : ""));
  }

  private void print(List<Read> files, List<Diagnostic> diagnostics) throws IOException {
    try (var document = JsonOutput.to(top.console())) {
      document.writeStartObject();
      document.writeArrayFieldStart("files");
      for (Read read : files) {
        document.writeStartObject();
        document.writeStringField("file", read.name());
        document.writeBooleanField("broken", read.text().isEmpty());
        document.writeBooleanField("changes", read.changes());
        document.writeEndObject();
      }
      document.writeEndArray();
      document.writeArrayFieldStart("diagnostics");
      for (Diagnostic diagnostic : diagnostics) {
        DiagnosticJson.write(document, diagnostic);
      }
      document.writeEndArray();
      document.writeEndObject();
    }
  }
}
