package org.loadline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.loadline.cli.render.DataProblemRenderer;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.cli.report.ConformText;
import org.loadline.cli.report.TestJson;
import org.loadline.cli.report.TestText;
import org.loadline.core.Program;
import org.loadline.core.TestCase;
import org.loadline.data.Outcome;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.reference.PolicyTests;
import org.loadline.reference.TestReport;
import org.loadline.snapshot.Loaded;
import org.loadline.snapshot.SnapshotReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs what policies and libraries say about themselves: tests, examples, properties. */
@Command(
    name = "test",
    description = "Run the tests, examples and properties of policies and libraries.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline test desk/limits.risk",
      "  loadline test examples               every .risk file in a folder",
      "",
      "Published cases are those in the files that `cases` names, beside the policy.",
      "Properties are checked on what each test gives, and on the snapshot beside a policy.",
      "Ends with 0 if all hold, 1 if one does not, 3 if a file does not compile.",
    })
final class TestCommand implements Callable<Integer> {
  /** So many cases that fail are told in full. */
  private static final int CASES_TOLD = 3;

  private final LoadlineCommand top;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "A policy, a library, or a folder: then every .risk file below it.")
  private List<Path> paths = List.of();

  @Option(names = "--json", description = "Print what became of each as JSON.")
  private boolean json;

  private int passed;
  private int failed;
  private int broken;
  private ExitCode exit = ExitCode.RESULTS;

  TestCommand(LoadlineCommand top) {
    this.top = top;
  }

  TestCommand(LoadlineCommand top, PlainLine line) {
    this.top = top;
    this.paths = line.words().stream().map(Path::of).toList();
    this.json = line.has("--json");
  }

  /** What became of one thing, and where: empty, or the snapshot that it was checked on. */
  private record Said(TestReport report, String where) {}

  /** All that one file gave. */
  private record OfFile(Path file, List<Said> said, List<CasesBeside> cases) {
    List<TestReport> reports() {
      return said.stream().map(Said::report).toList();
    }
  }

  @Override
  public Integer call() throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      files.addAll(Target.files(path));
    }
    List<OfFile> all = new ArrayList<>();
    for (Path file : files) {
      OfFile reports = of(file);
      reports.reports().forEach(report -> count(report.passed()));
      reports.cases().forEach(cases -> cases.reports().forEach(report -> count(report.passed())));
      all.add(reports);
      if (!json) {
        print(reports);
      }
    }
    if (json) {
      try (var document = JsonOutput.to(top.console())) {
        document.writeStartArray();
        for (OfFile reports : all) {
          TestJson.write(
              document,
              reports.file().toString(),
              reports.reports(),
              reports.cases().stream().flatMap(cases -> cases.reports().stream()).toList());
        }
        document.writeEndArray();
      }
    } else {
      summarise(files.size());
    }
    return exit.code();
  }

  private void count(boolean holds) {
    if (holds) {
      passed++;
    } else {
      failed++;
      exit = exit.or(ExitCode.FAULTS);
    }
  }

  private OfFile of(Path file) throws IOException {
    Compilation compilation = Compilation.of(file);
    DiagnosticRenderer renderer = top.errRenderer();
    if (compilation.hasErrors()) {
      compilation.diagnostics().forEach(d -> top.console().err().println(renderer.render(d)));
      exit = exit.or(ExitCode.NOT_COMPILED);
      broken++;
      return new OfFile(file, List.of(), List.of());
    }
    Program program = compilation.program().orElseThrow();
    return new OfFile(file, said(file, program), CasesBeside.of(file, program));
  }

  private List<Said> said(Path file, Program program) {
    PolicyTests tests = new PolicyTests(program);
    List<Said> said = new ArrayList<>();
    tests.all().forEach(report -> said.add(new Said(report, "")));
    for (TestCase test : program.tests()) {
      ParamValues params = ParamValues.written(program).with(test.params());
      Optional<Snapshot> given = tests.given(test).snapshot();
      String where = " in the test \"" + test.title() + "\"";
      given
          .map(rows -> broken(tests.properties(rows, params)))
          .orElse(List.of())
          .forEach(property -> said.add(new Said(property, where)));
    }
    if (!program.properties().isEmpty()) {
      snapshot(program, file)
          .map(rows -> tests.properties(rows, ParamValues.written(program)))
          .orElse(List.of())
          .forEach(property -> said.add(new Said(property, "")));
    }
    return said;
  }

  /**
   * Properties that what a test gives breaks. A test gives only what its expectations reach, so a
   * property that faults there says nothing.
   */
  private static List<TestReport.OfProperty> broken(List<TestReport.OfProperty> properties) {
    List<TestReport.OfProperty> broken = new ArrayList<>();
    for (TestReport.OfProperty property : properties) {
      List<TestReport.Breach> breaches =
          property.breaches().stream()
              .filter(breach -> breach.outcome() instanceof Outcome.Known)
              .toList();
      if (!breaches.isEmpty()) {
        broken.add(new TestReport.OfProperty(property.property(), property.rows(), breaches));
      }
    }
    return broken;
  }

  private Optional<Snapshot> snapshot(Program program, Path file) {
    Optional<Path> beside = Target.beside(file).snapshot();
    if (beside.isEmpty() || !file.getFileName().toString().equals(Target.POLICY)) {
      return Optional.empty();
    }
    Loaded loaded = SnapshotReader.read(program, beside.get());
    DataProblemRenderer renderer = new DataProblemRenderer(top.errInk());
    loaded.problems().forEach(p -> top.console().err().println(renderer.render(p)));
    if (loaded.snapshot().isEmpty()) {
      exit = exit.or(ExitCode.UNUSABLE_SNAPSHOT);
    }
    return loaded.snapshot();
  }

  private void print(OfFile of) {
    if (of.said().isEmpty() && of.cases().isEmpty()) {
      return;
    }
    var out = top.console().out();
    TestText text = new TestText(top.outRenderer());
    out.println(top.outInk().strong(of.file().toString()));
    Map<String, List<TestReport.OfExample>> examples = new LinkedHashMap<>();
    for (Said said : of.said()) {
      switch (said.report()) {
        case TestReport.OfTest test -> out.print(text.test(test));
        case TestReport.OfProperty property -> out.print(text.property(property, said.where()));
        case TestReport.OfExample row ->
            examples.computeIfAbsent(row.title(), t -> new ArrayList<>()).add(row);
      }
    }
    examples.forEach((subject, rows) -> out.print(text.examples(subject, rows)));
    ConformText cases = new ConformText(top.outInk(), CASES_TOLD, out);
    of.cases().forEach(beside -> cases.rules(beside.title(), beside.there(), beside.reports()));
    out.println();
  }

  private void summarise(int files) {
    String text =
        Counts.of(files, "file")
            + ": "
            + passed
            + " passed, "
            + (failed == 0 ? "none" : failed)
            + " failed";
    String said = broken == 0 ? text : text + ", " + broken + " not compiled";
    boolean good = failed == 0 && exit == ExitCode.RESULTS;
    top.console().out().println(good ? top.outInk().good(said) : top.outInk().error(said));
  }
}
