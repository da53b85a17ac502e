package org.loadline.reference;

import java.util.List;
import java.util.Optional;
import org.loadline.core.ExampleRow;
import org.loadline.core.Property;
import org.loadline.core.TestCase;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;
import org.loadline.source.Diagnostic;
import org.loadline.source.Span;

/** What became of a policy's own tests, examples and properties. */
public sealed interface TestReport {
  /** What it is called: a title, or the subject of examples. */
  String title();

  Span span();

  boolean passed();

  /** A part of a condition and what it was worth, to be shown under its text. */
  record Shown(Span span, String text) {}

  /**
   * One test. {@code problems} are what is wrong with what it gives, at the place where it gives
   * it; one that stops the snapshot leaves no expectation checked.
   */
  record OfTest(TestCase test, List<Diagnostic> problems, List<Checked> expectations)
      implements TestReport {
    public OfTest {
      problems = List.copyOf(problems);
      expectations = List.copyOf(expectations);
    }

    @Override
    public String title() {
      return test.title();
    }

    @Override
    public Span span() {
      return test.span();
    }

    @Override
    public boolean passed() {
      return expectations.size() == test.expectations().size()
          && expectations.stream().allMatch(Checked::passed);
    }
  }

  /** One expectation, what came of its expression, and the values of its parts. */
  record Checked(
      TestCase.Expectation expectation, boolean passed, Outcome outcome, List<Shown> values) {
    public Checked {
      values = List.copyOf(values);
    }
  }

  /** One row of examples. */
  record OfExample(ExampleRow row, List<Column> columns) implements TestReport {
    public OfExample {
      columns = List.copyOf(columns);
    }

    @Override
    public String title() {
      return row.subject();
    }

    @Override
    public Span span() {
      return row.span();
    }

    @Override
    public boolean passed() {
      return columns.stream().allMatch(Column::passed);
    }
  }

  /** One column of an example: what it says and what came, the sentence of a fault included. */
  record Column(
      ExampleRow.Check check, boolean passed, Outcome outcome, String expected, String actual) {}

  /** One property on one snapshot: how many rows it was asked of, and those that break it. */
  record OfProperty(Property property, int rows, List<Breach> breaches) implements TestReport {
    public OfProperty {
      breaches = List.copyOf(breaches);
    }

    @Override
    public String title() {
      return property.title();
    }

    @Override
    public Span span() {
      return property.span();
    }

    @Override
    public boolean passed() {
      return breaches.isEmpty();
    }
  }

  /** A row, or the whole, for which a property does not hold or faults. */
  record Breach(Optional<RowAt> row, String name, Outcome outcome, List<Shown> values) {
    public Breach {
      values = List.copyOf(values);
    }
  }
}
