package org.loadline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Suggestions;
import org.loadline.cli.render.DataProblemRenderer;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.cli.report.Properties;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.Property;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.snapshot.DataProblem;
import org.loadline.snapshot.Loaded;
import org.loadline.snapshot.SnapshotReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What it takes to run a policy, and the options that say it. */
final class PolicyRun {
  @Parameters(
      paramLabel = "POLICY_OR_FOLDER",
      description =
          "A policy; or a folder with `policy.risk`, and `snapshot` or `snapshot.json` beside it.")
  private Path named = Path.of("");

  @Option(
      names = "--snapshot",
      paramLabel = "PATH",
      description = "A folder of CSV files, one for each entity, or one JSON document.")
  private Optional<Path> snapshot = Optional.empty();

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "Another value for a param, written as in the policy; may be repeated.")
  private List<String> params = List.of();

  /** What stands on the command line of a command that names these in its own way. */
  static PolicyRun of(Path named, Optional<Path> snapshot, List<String> params) {
    PolicyRun run = new PolicyRun();
    run.named = named;
    run.snapshot = snapshot;
    run.params = List.copyOf(params);
    return run;
  }

  static PolicyRun of(PlainLine line) {
    Optional<Path> snapshot = line.value("--snapshot").map(Path::of);
    return of(Path.of(line.words().getFirst()), snapshot, List.of());
  }

  /**
   * A program that may run, on a snapshot; and the properties that need its waterfalls run.
   *
   * @param policy the program as it is written, with all that it reports
   */
  record Ready(
      Program policy,
      Program program,
      ParamValues params,
      Snapshot snapshot,
      List<DataProblem> problems,
      List<Property> after) {}

  /** Compiles, reads the params and loads the snapshot; refuses where one of these fails. */
  Ready ready(LoadlineCommand top, Timings timings, List<String> select) {
    Target target = Target.of(named);
    Program compiled = timings.of("compile", () -> compile(target, top));
    Program program = Properties.asOutputs(selected(compiled, select));
    ParamValues values = new ParamArguments(program).values(params);
    Loaded loaded = timings.of("load", () -> load(program, target, top));
    return new Ready(
        compiled,
        program,
        values,
        loaded.snapshot().orElseThrow(),
        loaded.problems(),
        Properties.after(compiled));
  }

  /** A program that may be planned, for a snapshot if there is one. */
  record Planned(Program program, ParamValues params, Optional<Snapshot> snapshot) {}

  /**
   * As {@link #ready}, but needs no snapshot.
   *
   * @param declared no snapshot is wanted, unless one is named
   */
  Planned planned(LoadlineCommand top, Timings timings, boolean declared) {
    Target target = Target.of(named);
    boolean none = snapshot.isEmpty() && (declared || target.snapshot().isEmpty());
    if (!none) {
      Ready ready = ready(top, timings, List.of());
      return new Planned(ready.program(), ready.params(), Optional.of(ready.snapshot()));
    }
    Program program = Properties.asOutputs(timings.of("compile", () -> compile(target, top)));
    ParamValues values = new ParamArguments(program).values(params);
    return new Planned(program, values, Optional.empty());
  }

  /** Whether the snapshot of this run is that folder. */
  boolean readsFrom(Path folder) {
    Optional<Path> path = snapshot.or(() -> Target.of(named).snapshot());
    try {
      return path.isPresent()
          && Files.isDirectory(folder)
          && Files.exists(path.get())
          && Files.isSameFile(path.get(), folder);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Program compile(Target target, LoadlineCommand top) {
    Compilation compilation = Compilation.of(target.policy());
    DiagnosticRenderer renderer = top.errRenderer();
    var err = top.console().err();
    compilation.diagnostics().forEach(d -> err.println(renderer.render(d)));
    compilation.refinements().forEach(err::println);
    if (compilation.hasErrors()) {
      throw new Ended(ExitCode.NOT_COMPILED);
    }
    if (compilation.library()) {
      throw Refusal.misuse(UseProblem.A_LIBRARY, "path", target.policy().toString());
    }
    return compilation.program().orElseThrow();
  }

  private Loaded load(Program program, Target target, LoadlineCommand top) {
    Optional<Path> path = snapshot.or(target::snapshot);
    if (path.isEmpty()) {
      if (needsRows(program)) {
        throw Refusal.of(
            ExitCode.UNUSABLE_SNAPSHOT,
            UseProblem.NO_SNAPSHOT,
            "policy",
            target.policy().toString());
      }
      return new Loaded(Optional.of(Words.noRows(program)), List.of());
    }
    Loaded loaded;
    try (LoadProgress progress = LoadProgress.of(top.console())) {
      loaded = SnapshotReader.read(program, path.get(), progress);
    }
    if (loaded.snapshot().isEmpty()) {
      DataProblemRenderer renderer = new DataProblemRenderer(top.errInk());
      loaded.problems().forEach(p -> top.console().err().println(renderer.render(p)));
      throw new Ended(ExitCode.UNUSABLE_SNAPSHOT);
    }
    return loaded;
  }

  private static boolean needsRows(Program program) {
    return !program.given().isEmpty() || program.entities().stream().anyMatch(Entity::isGiven);
  }

  /** The program with only the outputs that are named, in the order of the report. */
  private static Program selected(Program program, List<String> select) {
    if (select.isEmpty()) {
      return program;
    }
    List<Output> chosen = new ArrayList<>();
    for (String name : select) {
      List<Output> matches = program.outputs().stream().filter(o -> answersTo(o, name)).toList();
      if (matches.isEmpty()) {
        List<String> known = program.outputs().stream().map(PolicyRun::fullName).toList();
        throw Refusal.misuse(
            UseProblem.NO_SUCH_FACT,
            "policy",
            program.name(),
            "name",
            name,
            "known",
            Suggestions.hint(name, known, "It reports " + Words.listed(known) + "."));
      }
      chosen.addAll(matches);
    }
    List<Output> outputs = program.outputs().stream().filter(chosen::contains).toList();
    return program.reporting(outputs);
  }

  private static boolean answersTo(Output output, String name) {
    return fullName(output).equals(name)
        || output.fact().name().equals(name)
        || output.owner().map(EntityRef::name).filter(name::equals).isPresent();
  }

  /** {@code account.health}; a fact of the whole has its name alone. */
  static String fullName(Output output) {
    return output
        .owner()
        .map(owner -> owner.name() + "." + output.fact().name())
        .orElse(output.fact().name());
  }
}
