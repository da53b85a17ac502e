package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.cli.render.FaultRenderer;
import org.loadline.cli.render.Glyphs;
import org.loadline.core.TestCase;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.reference.TestReport;
import org.loadline.source.Label;
import org.loadline.source.Span;

/**
 * What became of tests, examples and properties, as text.
 *
 * <p>A condition that does not hold is shown with the value of each of its parts under the part's
 * text: that is what its author needs.
 */
public final class TestText {
  private static final int BREACHES_SHOWN = 3;

  private final DiagnosticRenderer renderer;

  public TestText(DiagnosticRenderer renderer) {
    this.renderer = renderer;
  }

  /** One test: its title, and each expectation that is not met. */
  public String test(TestReport.OfTest test) {
    StringBuilder text = new StringBuilder(headline(test.passed(), Glyphs.line(test.title())));
    test.problems().forEach(problem -> text.append(renderer.render(problem)));
    test.expectations().stream()
        .filter(checked -> !checked.passed())
        .forEach(checked -> text.append(unmet(checked)));
    return text.toString();
  }

  private String unmet(TestReport.Checked checked) {
    Span span = checked.expectation().span();
    String values = values(checked.values(), span);
    return switch (checked.expectation()) {
      case TestCase.Expectation.Holds holds -> values + fault(checked.outcome()) + place(span);
      case TestCase.Expectation.Faults faults ->
          values + "This is no fault, and one is expected.\n" + place(span);
    };
  }

  /** The rows of examples of one subject: how many hold, and each that does not. */
  public String examples(String subject, List<TestReport.OfExample> rows) {
    long held = rows.stream().filter(TestReport.OfExample::passed).count();
    String how =
        held == rows.size()
            ? rows.size() == 1 ? "1 row holds" : "all " + rows.size() + " rows hold"
            : (rows.size() - held) + " of " + rows.size() + " rows off";
    StringBuilder text =
        new StringBuilder(headline(held == rows.size(), "examples of " + subject + ": " + how));
    rows.stream().filter(row -> !row.passed()).forEach(row -> text.append(off(row)));
    return text.toString();
  }

  private String off(TestReport.OfExample row) {
    List<Label> labels = new ArrayList<>();
    StringBuilder faults = new StringBuilder();
    for (TestReport.Column column : row.columns()) {
      if (!column.passed()) {
        labels.add(new Label(column.check().span(), "is " + column.actual()));
        faults.append(fault(column.outcome()));
      }
    }
    return renderer.renderValues(labels) + faults + place(row.span());
  }

  /** One property on one snapshot, {@code where}: whether it holds, and what breaks it. */
  public String property(TestReport.OfProperty property, String where) {
    List<TestReport.Breach> breaches = property.breaches();
    boolean several = property.property().owner().isPresent() && property.rows() != 1;
    String how =
        breaches.isEmpty()
            ? " holds" + (several ? " for " + property.rows() + " rows" : "")
            : " is broken"
                + (several ? " by " + breaches.size() + " of " + property.rows() + " rows" : "");
    String title = "property \"" + Glyphs.line(property.title()) + "\"" + how + where;
    StringBuilder text = new StringBuilder(headline(breaches.isEmpty(), title));
    breaches.stream().limit(BREACHES_SHOWN).forEach(b -> text.append(broken(property, b)));
    int more = breaches.size() - BREACHES_SHOWN;
    return more > 0 ? text + "… and " + more + " more\n" : text.toString();
  }

  private String broken(TestReport.OfProperty property, TestReport.Breach breach) {
    String row =
        breach
            .row()
            .map(at -> at.entity().name() + " " + Glyphs.line(breach.name()) + ":\n")
            .orElse("");
    Span span = property.property().statement().span();
    return row + values(breach.values(), span) + fault(breach.outcome()) + place(span);
  }

  private String headline(boolean good, String text) {
    return (good ? renderer.ink().good("✓") : renderer.ink().error("✗")) + " " + text + "\n";
  }

  /** The values under their text; where there are none, the text alone. */
  private String values(List<TestReport.Shown> values, Span span) {
    List<Label> labels =
        values.isEmpty()
            ? List.of(Label.at(span))
            : values.stream().map(v -> new Label(v.span(), v.text())).toList();
    return renderer.renderValues(labels);
  }

  private String fault(Outcome outcome) {
    Optional<Fault> fault =
        outcome instanceof Outcome.Faulted(Fault why) ? Optional.of(why) : Optional.empty();
    FaultRenderer faults = new FaultRenderer(renderer.ink(), renderer.width());
    return fault.map(why -> faults.render(why.what(), List.of())).orElse("");
  }

  private String place(Span span) {
    return renderer.ink().faint(Glyphs.line(span.place())) + "\n";
  }
}
