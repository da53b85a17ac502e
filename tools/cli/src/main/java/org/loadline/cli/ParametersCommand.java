package org.loadline.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.cli.report.ParametersJson;
import org.loadline.cli.report.ParametersMarkdown;
import org.loadline.cli.report.ParametersText;
import org.loadline.core.CaseBinding;
import org.loadline.core.Program;
import org.loadline.data.Snapshot;
import org.loadline.parameters.ParameterChanges;
import org.loadline.parameters.ParameterProblem;
import org.loadline.parameters.ParameterSnapshot;
import org.loadline.snapshot.SnapshotWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads snapshots of a protocol's parameters, and says what differs between two. */
@Command(
    name = "parameters",
    description = "Say what differs between two snapshots of a protocol's parameters, or read one.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline parameters market before.json after.json              what was changed",
      "  loadline parameters market before.json after.json --markdown   the same, to publish",
      "  loadline parameters market after.json --out snapshot           as `loadline run` reads it",
      "",
      "A policy says how a snapshot is read with `parameters \"title\" { ... }`.",
      "Ends with 0 if all was read, 1 if part of a snapshot could not be read or is read by",
      "nothing, 3 if the policy does not compile, 4 if a snapshot cannot be used.",
    })
final class ParametersCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Parameters(
      index = "0",
      paramLabel = "POLICY",
      description = "A policy that says how snapshots are read, or a folder that holds one.")
  private Path policy = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "SNAPSHOT",
      description = "The parameters of a protocol, as JSON.")
  private Path before = Path.of("");

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "LATER",
      description = "The parameters later on: what differs is told.")
  private Optional<Path> after = Optional.empty();

  @Option(
      names = "--as",
      paramLabel = "TITLE",
      description = "Read by the `parameters` of this title, where a policy has several.")
  private Optional<String> title = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Write SNAPSHOT there as a snapshot of the policy, in CSV.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--markdown", description = "Print what differs as Markdown.")
  private boolean markdown;

  @Option(names = "--json", description = "Print a JSON document.")
  private boolean json;

  private ExitCode exit = ExitCode.RESULTS;

  ParametersCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() throws IOException {
    Path file = Target.of(policy).policy();
    Program program = compiled(file);
    List<CaseBinding> mappings =
        ParameterSnapshot.mappings(program).stream()
            .filter(binding -> title.filter(t -> !binding.file().equals(t)).isEmpty())
            .toList();
    if (mappings.isEmpty()) {
      throw Refusal.misuse(
          UseProblem.NO_PARAMETERS,
          "policy",
          program.name(),
          "title",
          title.map(t -> " \"" + t + "\"").orElse(""));
    }
    ParameterSnapshot older = read(program, mappings, before);
    if (after.isEmpty()) {
      one(program, older);
      return exit.code();
    }
    out.ifPresent(
        folder -> {
          throw Refusal.misuse(
              UseProblem.UNKNOWN_ARGUMENT,
              "said",
              "`--out` writes one snapshot, and there are two",
              "hint",
              "Name the one to write.");
        });
    ParameterSnapshot newer = read(program, mappings, after.get());
    if (exit.code() < ExitCode.UNUSABLE_SNAPSHOT.code()) {
      print(program, older, newer);
    }
    return exit.code();
  }

  private Program compiled(Path file) {
    Compilation compilation = Compilation.of(file);
    if (compilation.hasErrors()) {
      DiagnosticRenderer renderer = top.errRenderer();
      compilation.diagnostics().forEach(d -> top.console().err().println(renderer.render(d)));
      throw new Ended(ExitCode.NOT_COMPILED);
    }
    return compilation.program().orElseThrow();
  }

  private ParameterSnapshot read(Program program, List<CaseBinding> mappings, Path file)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw Refusal.misuse(UseProblem.NO_SUCH_PATH, "path", file.toString());
    }
    ParameterSnapshot snapshot = ParameterSnapshot.read(program, mappings, file);
    for (ParameterProblem problem : snapshot.problems()) {
      top.console().err().println(top.errInk().error(file.toString()) + " " + problem.line());
      exit = exit.or(ExitCode.FAULTS);
    }
    if (snapshot.binding().isEmpty()) {
      exit = exit.or(ExitCode.UNUSABLE_SNAPSHOT);
    }
    return snapshot;
  }

  private void one(Program program, ParameterSnapshot snapshot) throws IOException {
    if (snapshot.binding().isEmpty()) {
      return;
    }
    if (out.isPresent()) {
      write(snapshot, out.get());
    } else if (json) {
      try (var document = JsonOutput.to(top.console())) {
        ParametersJson.write(document, program.name(), snapshot);
      }
    } else {
      new ParametersText(top.outInk(), top.console().out()).print(snapshot);
    }
  }

  private void print(Program program, ParameterSnapshot older, ParameterSnapshot newer)
      throws IOException {
    ParameterChanges changes = ParameterChanges.between(older, newer);
    if (json) {
      try (var document = JsonOutput.to(top.console())) {
        ParametersJson.write(document, program.name(), older, newer, changes);
      }
    } else if (markdown) {
      ParametersMarkdown.print(changes, top.console().out());
    } else {
      new ParametersText(top.outInk(), top.console().out()).print(changes);
    }
  }

  private void write(ParameterSnapshot snapshot, Path folder) {
    var given = snapshot.inputs().orElseThrow();
    Optional<Snapshot> made = given.snapshot();
    if (made.isEmpty()) {
      given
          .problems()
          .forEach(
              problem ->
                  top.console()
                      .err()
                      .println(
                          top.errInk().error(snapshot.file().toString()) + " " + problem.line()));
      exit = exit.or(ExitCode.UNUSABLE_SNAPSHOT);
      return;
    }
    try {
      for (Path file : SnapshotWriter.write(made.get(), folder)) {
        top.console().err().println("wrote " + file);
      }
    } catch (IOException e) {
      throw Refusal.misuse(
          UseProblem.CANNOT_WRITE,
          "path",
          folder.toString(),
          "reason",
          e instanceof AccessDeniedException ? "access is denied" : "the system refuses");
    }
  }
}
