package org.loadline.cli.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.bound.Bound;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.cli.render.Ink;
import org.loadline.cli.report.SweepLines;
import org.loadline.cli.report.TestText;
import org.loadline.core.Program;
import org.loadline.core.TestCase;
import org.loadline.core.WaterfallRef;
import org.loadline.data.Evaluator;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotBuilder;
import org.loadline.data.ValueText;
import org.loadline.reference.PolicyTests;
import org.loadline.reference.TestReport;
import org.loadline.reference.WaterfallRunner;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;

/**
 * What a snippet says when it is compiled and run, as it is written beside it.
 *
 * <p>Errors alone, if there are any. Else the warnings; the report on what each test gives, or on
 * no rows if there is no test; the ledgers of waterfalls that tests run; and what became of tests,
 * examples and properties. Every evaluator must give the same.
 */
public record SnippetOutput(boolean errors, String text) {
  private static final DiagnosticRenderer RENDERER =
      new DiagnosticRenderer(Ink.PLAIN, DiagnosticRenderer.WIDTH);

  public static SnippetOutput of(Path snippet, Path root, List<Evaluator> evaluators) {
    DiagnosticSink sink = new DiagnosticSink();
    Optional<Bound> bound = new PolicyReader().read(snippet, sink);
    Optional<Program> program = bound.flatMap(b -> Checking.check(b, sink));
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : sink.diagnostics()) {
      text.append(text.isEmpty() ? "" : "\n").append(RENDERER.render(diagnostic));
    }
    if (!sink.hasErrors()) {
      String run = new Run(program.orElseThrow(), evaluators).text();
      text.append(text.isEmpty() || run.isEmpty() ? "" : "\n").append(run);
    }
    return new SnippetOutput(sink.hasErrors(), neutral(text.toString(), root));
  }

  /** Without what would change when a file is moved or the standard library grows. */
  private static String neutral(String text, Path root) {
    return text.replace(root + "/", "").replaceAll("(\\bstd/[a-z_/]+\\.risk):[0-9]+:[0-9]+", "$1");
  }

  /** One program on all it is to be run on. */
  private static final class Run {
    private final Program program;
    private final List<Evaluator> evaluators;
    private final PolicyTests tests;
    private final TestText words = new TestText(RENDERER);
    private final List<String> parts = new ArrayList<>();

    Run(Program program, List<Evaluator> evaluators) {
      this.program = program;
      this.evaluators = evaluators;
      this.tests = new PolicyTests(program);
    }

    String text() {
      if (program.tests().isEmpty()) {
        Snapshot empty = new SnapshotBuilder(program).build().snapshot().orElseThrow();
        ParamValues params = ParamValues.written(program);
        parts.add(report(empty, params) + properties(tests.properties(empty, params)));
      }
      program.tests().forEach(test -> parts.add(test(test)));
      parts.add(examples());
      parts.removeIf(String::isEmpty);
      return String.join("\n", parts);
    }

    private String test(TestCase test) {
      ParamValues params = ParamValues.written(program).with(test.params());
      Optional<Snapshot> given = tests.given(test).snapshot();
      return given.map(rows -> report(rows, params) + ledgers(test, rows, params)).orElse("")
          + words.test(tests.test(test))
          + given.map(rows -> properties(tests.properties(rows, params))).orElse("");
    }

    /** What the waterfalls do that a test runs; every way to run them must do the same. */
    private String ledgers(TestCase test, Snapshot rows, ParamValues params) {
      Set<List<WaterfallRef>> runs = new LinkedHashSet<>();
      test.expectations().forEach(expected -> runs.add(expected.after()));
      StringBuilder text = new StringBuilder();
      for (List<WaterfallRef> run : runs) {
        String said = SweepLines.of(WaterfallRunner.plain(program, params).run(rows, run));
        for (Evaluator evaluator : evaluators) {
          WaterfallRunner keeping = WaterfallRunner.keeping(program, params, evaluator);
          assertEquals(
              said,
              SweepLines.of(keeping.run(rows, run)),
              "waterfalls that keep what " + evaluator.name() + " gives");
        }
        text.append(said);
      }
      return text.toString();
    }

    /** A test gives only what it needs, so a property that faults there says nothing. */
    private String properties(List<TestReport.OfProperty> properties) {
      StringBuilder text = new StringBuilder();
      for (TestReport.OfProperty property : properties) {
        List<TestReport.Breach> breaches =
            property.breaches().stream()
                .filter(breach -> breach.outcome() instanceof Outcome.Known)
                .toList();
        text.append(
            words.property(
                new TestReport.OfProperty(property.property(), property.rows(), breaches), ""));
      }
      return text.toString();
    }

    private String examples() {
      Map<String, List<TestReport.OfExample>> bySubject = new LinkedHashMap<>();
      for (TestReport.OfExample row : tests.examples()) {
        bySubject.computeIfAbsent(row.title(), t -> new ArrayList<>()).add(row);
      }
      StringBuilder text = new StringBuilder();
      bySubject.forEach((subject, rows) -> text.append(words.examples(subject, rows)));
      return text.toString();
    }

    private String report(Snapshot snapshot, ParamValues params) {
      Optional<String> first = Optional.empty();
      for (Evaluator evaluator : evaluators) {
        String text = lines(evaluator.evaluate(program, snapshot, params));
        first.ifPresent(said -> assertEquals(said, text, "what " + evaluator.name() + " gives"));
        first = Optional.of(text);
      }
      return first.orElseThrow();
    }

    private String lines(Results results) {
      StringBuilder lines = new StringBuilder();
      for (OutputColumn column : results.columns()) {
        for (int row = 0; row < column.size(); row++) {
          lines.append(line(results, column, row));
        }
      }
      return lines.toString();
    }

    private String line(Results results, OutputColumn column, int row) {
      String fact = column.output().fact().name();
      String name =
          column
              .output()
              .owner()
              .map(o -> o.name() + " " + results.snapshot().identity(o, row) + "." + fact)
              .orElse(fact);
      return switch (column.outcome(row)) {
        case Outcome.Known(var value) ->
            name
                + " = "
                + ValueText.withUnit(column.output().type(), value, program, results.snapshot())
                + "\n";
        case Outcome.Faulted(Fault fault) ->
            name
                + ": "
                + fault.what().code().code()
                + " "
                + fault.what().message()
                + "\n    "
                + fault.what().span().place()
                + "\n";
      };
    }
  }
}
