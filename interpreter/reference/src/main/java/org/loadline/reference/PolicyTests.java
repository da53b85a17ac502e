package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.core.ExampleRow;
import org.loadline.core.Expr;
import org.loadline.core.Program;
import org.loadline.core.Property;
import org.loadline.core.TestCase;
import org.loadline.data.Loading;
import org.loadline.data.Outcome;
import org.loadline.data.ParamValues;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotBuilder;
import org.loadline.source.Diagnostic;
import org.loadline.sweep.Sweeps;
import org.loadline.values.Flag;

/**
 * Runs the tests, examples and properties that a policy carries, by the reference rules.
 *
 * <p>A condition that faults does not hold. An expected fault is any fault.
 */
public final class PolicyTests {
  private final Program program;

  public PolicyTests(Program program) {
    this.program = program;
  }

  /** Every test and every row of examples, in the order of the program. */
  public List<TestReport> all() {
    List<TestReport> reports = new ArrayList<>();
    program.tests().forEach(test -> reports.add(test(test)));
    reports.addAll(examples());
    return reports;
  }

  /** The rows that a test gives, in the order of identity, or what is wrong with them. */
  public Loading given(TestCase test) {
    return new GivenRows(program, test).build();
  }

  /** One test, on the rows that it gives. */
  public TestReport.OfTest test(TestCase test) {
    ParamValues params = ParamValues.written(program).with(test.params());
    GivenRows given = new GivenRows(program, test);
    Loading loading = given.build();
    List<Diagnostic> problems = new ArrayList<>(params.problems(program));
    problems.addAll(given.places(loading.problems()));
    if (loading.snapshot().isEmpty() || !params.problems(program).isEmpty()) {
      return new TestReport.OfTest(test, problems, List.of());
    }
    Swept swept = new Swept(program, loading.snapshot().get(), params);
    List<TestReport.Checked> checked =
        test.expectations().stream().map(expected -> check(swept, expected)).toList();
    return new TestReport.OfTest(test, problems, checked);
  }

  private static TestReport.Checked check(Swept swept, TestCase.Expectation expectation) {
    Evaluation evaluation = swept.after(expectation.after());
    return switch (expectation) {
      case TestCase.Expectation.Holds(
              Expr condition,
              int slots,
              var after,
              var figures,
              var at) -> {
        Frame frame = swept.frame(slots, after, figures);
        Outcome outcome = evaluation.outcome(condition, frame.copy());
        yield new TestReport.Checked(
            expectation,
            outcome.equals(new Outcome.Known(Flag.TRUE)),
            outcome,
            new ShownValues(evaluation).under(condition, frame));
      }
      case TestCase.Expectation.Faults(
              Expr expression,
              int slots,
              var after,
              var figures,
              var at) -> {
        Frame frame = swept.frame(slots, after, figures);
        Outcome outcome = evaluation.outcome(expression, frame.copy());
        yield new TestReport.Checked(
            expectation,
            outcome instanceof Outcome.Faulted,
            outcome,
            new ShownValues(evaluation).under(expression, frame));
      }
    };
  }

  /** Every row of examples, on a snapshot without rows, as the params are written. */
  public List<TestReport.OfExample> examples() {
    if (program.examples().isEmpty()) {
      return List.of();
    }
    Snapshot empty = new SnapshotBuilder(program).build().snapshot().orElseThrow();
    Evaluation evaluation = new Evaluation(program, empty, ParamValues.written(program));
    return program.examples().stream().map(row -> example(evaluation, row)).toList();
  }

  private static TestReport.OfExample example(Evaluation evaluation, ExampleRow row) {
    List<TestReport.Column> columns = new ArrayList<>();
    for (ExampleRow.Check check : row.checks()) {
      Outcome outcome = evaluation.expression(check.actual(), check.slots(), Optional.empty());
      Explanation words = new Explanation(evaluation);
      columns.add(
          new TestReport.Column(
              check,
              outcome.equals(new Outcome.Known(check.expected())),
              outcome,
              words.shown(check.actual().type(), new Outcome.Known(check.expected())),
              words.shown(check.actual().type(), outcome)));
    }
    return new TestReport.OfExample(row, columns);
  }

  /** Every property, on one snapshot. */
  public List<TestReport.OfProperty> properties(Snapshot snapshot, ParamValues params) {
    return properties(program.properties(), new Swept(program, snapshot, params));
  }

  /** Some properties, where it is known what the waterfalls leave. */
  public List<TestReport.OfProperty> properties(
      List<Property> properties, Sweeps sweeps, ParamValues params) {
    return properties(properties, new Swept(program, sweeps, params));
  }

  private static List<TestReport.OfProperty> properties(List<Property> properties, Swept swept) {
    return properties.stream().map(property -> property(swept, property)).toList();
  }

  private static TestReport.OfProperty property(Swept swept, Property property) {
    Evaluation evaluation = swept.after(List.of());
    List<Optional<RowAt>> rows =
        property
            .owner()
            .map(
                owner ->
                    IntStream.range(0, evaluation.snapshot().rowCount(owner))
                        .mapToObj(row -> Optional.of(new RowAt(owner, row)))
                        .toList())
            .orElse(List.of(Optional.empty()));
    List<TestReport.Breach> breaches = new ArrayList<>();
    for (Optional<RowAt> row : rows) {
      Frame frame = swept.frame(property, row);
      Outcome outcome = evaluation.outcome(property.statement(), frame.copy());
      if (!outcome.equals(new Outcome.Known(Flag.TRUE))) {
        String name =
            row.map(at -> evaluation.snapshot().identity(at.entity(), at.row())).orElse("");
        breaches.add(
            new TestReport.Breach(
                row,
                name,
                outcome,
                new ShownValues(evaluation).under(property.statement(), frame)));
      }
    }
    return new TestReport.OfProperty(property, rows.size(), breaches);
  }
}
