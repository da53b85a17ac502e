package org.loadline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.cli.report.ConformJson;
import org.loadline.cli.report.ConformText;
import org.loadline.conform.BoundRule;
import org.loadline.conform.CaseFile;
import org.loadline.conform.CaseProblem;
import org.loadline.conform.CaseReport;
import org.loadline.conform.Conformance;
import org.loadline.conform.PublishedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds published cases against the policies that state their rules. */
@Command(
    name = "conform",
    description =
        "Hold published cases of rules against the policies that state them, to the last digit.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline conform examples/systems                every case file below a folder",
      "  loadline conform cases.json --policies desk      your own cases, your own policies",
      "  loadline conform cases.json --only position_margin --failures 0",
      "",
      "A policy binds cases with `cases \"file.json\" rule \"name\" { ... }`. Without --policies",
      "those of examples/systems are used.",
      "Ends with 0 if all pass, 1 if one fails, 3 if a policy does not compile, 4 if a file holds",
      "no cases.",
    })
final class ConformCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Parameters(
      arity = "1..*",
      paramLabel = "CASES",
      description = "A file of cases in JSON, or a folder: then every .json file below it.")
  private List<Path> paths = List.of();

  @Option(
      names = "--policies",
      paramLabel = "PATH",
      description = "A policy, or a folder of policies, that states rules; may be repeated.")
  private List<Path> policies = List.of();

  @Option(
      names = "--engine",
      paramLabel = "truffle|reference|both",
      defaultValue = "truffle",
      description =
          "What works the cases out; both must agree to the digit (default: ${DEFAULT-VALUE}).")
  private ConformEngine engine = ConformEngine.TRUFFLE;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "Only cases of this system, of this rule, or with this id; may be repeated.")
  private List<String> only = List.of();

  @Option(
      names = "--failures",
      paramLabel = "N",
      defaultValue = "5",
      description = "Failures told in full for each system; 0 for all (default: ${DEFAULT-VALUE}).")
  private int failures = 5;

  @Option(names = "--json", description = "Print what became of each case as JSON.")
  private boolean json;

  private ExitCode exit = ExitCode.RESULTS;

  ConformCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() throws IOException {
    Refusal.unlessAtLeast(0, "--failures", failures);
    List<Path> files = caseFiles();
    Conformance conformance = new Conformance(rules(), engine.evaluators());
    Map<String, List<CaseReport>> reports = new LinkedHashMap<>();
    ConformText text = new ConformText(top.outInk(), failures, top.console().out());
    int skipped = 0;
    for (Path file : files) {
      CaseFile cases = CaseFile.read(file);
      for (CaseProblem problem : cases.problems()) {
        top.console().err().println(top.errInk().error(file.toString()) + " " + problem.line());
        exit = exit.or(ExitCode.UNUSABLE_SNAPSHOT);
      }
      for (PublishedCase published : cases.cases()) {
        if (isMeant(published)) {
          reports
              .computeIfAbsent(published.system(), s -> new ArrayList<>())
              .add(conformance.check(published, CaseFile.stem(file)));
        } else {
          skipped++;
        }
      }
    }
    boolean failed =
        reports.values().stream().flatMap(List::stream).anyMatch(report -> !report.passed());
    exit = failed ? exit.or(ExitCode.FAULTS) : exit;
    if (json) {
      try (var document = JsonOutput.to(top.console())) {
        ConformJson.write(document, reports, skipped, conformance.neverThere());
      }
    } else {
      reports.forEach(text::system);
      text.end(reports, skipped, only.isEmpty() ? conformance.neverThere() : List.of());
    }
    return exit.code();
  }

  private boolean isMeant(PublishedCase published) {
    return only.isEmpty()
        || only.contains(published.system())
        || only.contains(published.rule())
        || only.contains(published.id());
  }

  private List<Path> caseFiles() throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw Refusal.misuse(UseProblem.NO_SUCH_PATH, "path", path.toString());
      }
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> below = Files.walk(path)) {
        below.filter(ConformCommand::isCaseFile).sorted().forEach(files::add);
      }
    }
    if (files.isEmpty()) {
      throw Refusal.misuse(UseProblem.NO_CASES, "path", paths.getFirst().toString());
    }
    return List.copyOf(files);
  }

  /** Other documents stand in the folders of examples: snapshots, results. */
  private static boolean isCaseFile(Path file) {
    try {
      return String.valueOf(file.getFileName()).endsWith(".json")
          && Files.isRegularFile(file)
          && Files.readString(file).contains("\"cases\"");
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * The rules of every policy that binds cases; one that does not compile is told, and left out.
   */
  private List<BoundRule> rules() throws IOException {
    List<BoundRule> rules = new ArrayList<>();
    DiagnosticRenderer renderer = top.errRenderer();
    Set<Path> files = new LinkedHashSet<>();
    for (Path named : policies.isEmpty() ? List.of(systems()) : policies) {
      files.addAll(Target.files(named));
    }
    for (Path file : files) {
      if (!Files.readString(file).contains("cases \"")) {
        continue;
      }
      Compilation compilation = Compilation.of(file);
      if (compilation.hasErrors()) {
        compilation.diagnostics().forEach(d -> top.console().err().println(renderer.render(d)));
        exit = exit.or(ExitCode.NOT_COMPILED);
      } else if (!compilation.library()) {
        rules.addAll(BoundRule.of(file, compilation.program().orElseThrow()));
      }
    }
    return rules;
  }

  /** Where the systems stand that come with Loadline. */
  private static Path systems() {
    String home = System.getProperty("loadline.home", ".");
    return Path.of(home, "examples", "systems");
  }
}
