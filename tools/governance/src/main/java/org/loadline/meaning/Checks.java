package org.loadline.meaning;

import static org.loadline.meaning.Form.node;
import static org.loadline.meaning.Form.quoted;
import static org.loadline.meaning.Form.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.ExampleRow;
import org.loadline.core.Expr;
import org.loadline.core.Program;
import org.loadline.core.Property;
import org.loadline.core.SweepValue;
import org.loadline.core.TestCase;
import org.loadline.core.Waterfall;
import org.loadline.core.WaterfallRef;
import org.loadline.model.InputRef;
import org.loadline.model.Type;
import org.loadline.values.Value;

/** What holds a policy to its word: properties, tests and examples. */
final class Checks {
  private final Program program;
  private final Definition in;

  Checks(Program program, Definition in) {
    this.program = program;
    this.in = in;
  }

  Form property(Property property) {
    Formulas formulas = in.frame(property.owner().isPresent());
    List<Form> after = new ArrayList<>();
    for (Property.After a : property.after()) {
      after.add(node("after", formulas.binding(a.slot()), formulas.of(a.value())));
    }
    property.owner().ifPresent(o -> in.reads(in.subjects().of(o)));
    return node(
        node("property"),
        List.of(
            property.owner().map(o -> node("of", quoted(o.name()))),
            Optional.of(node("after", after)),
            Optional.of(formulas.of(property.statement()))));
  }

  // ---- Tests

  Form test(TestCase test) {
    List<Form> rows = new ArrayList<>();
    test.rows().forEach(r -> rows.add(row(r)));
    List<Form> system = new ArrayList<>();
    test.system()
        .forEach((ref, value) -> system.add(node("input", in.input(ref), input(ref, value))));
    List<Form> params = new ArrayList<>();
    test.params()
        .forEach(
            (ref, value) -> {
              in.reads(in.subjects().of(ref));
              Type type = program.param(ref).type();
              params.add(node("param", quoted(ref.name()), in.types().value(type, value)));
            });
    List<Form> expected = new ArrayList<>();
    test.expectations().forEach(e -> expected.add(expectation(e)));
    return node(
        "test",
        node("rows", rows),
        node("system", Sorted.all(system)),
        node("params", Sorted.all(params)),
        node("expect", expected));
  }

  private Form input(InputRef ref, Value value) {
    return in.types().value(program.input(ref).type(), value);
  }

  private Form row(TestCase.GivenRow row) {
    in.reads(in.subjects().of(row.entity()));
    List<Form> cells = new ArrayList<>();
    for (TestCase.GivenField f : row.fields()) {
      Type type = program.entity(row.entity()).fields().get(f.field()).type();
      cells.add(
          in.frame(false)
              .setting(row.entity(), f.field(), f.member(), in.types().value(type, f.value())));
    }
    return node(
        node("row", quoted(row.entity().name())),
        Sorted.all(cells).stream().map(Optional::of).toList());
  }

  private Form expectation(TestCase.Expectation expectation) {
    return switch (expectation) {
      case TestCase.Expectation.Holds e ->
          expectation("holds", e.condition(), e.after(), e.swept());
      case TestCase.Expectation.Faults e ->
          expectation("faults", e.expression(), e.after(), e.swept());
    };
  }

  private Form expectation(
      String head, Expr formula, List<WaterfallRef> after, List<SweepValue> swept) {
    Formulas formulas = in.frame(false);
    List<Form> figures = new ArrayList<>();
    for (SweepValue s : swept) {
      figures.add(node("figure", formulas.binding(s.slot()), waterfall(s.waterfall()), figure(s)));
    }
    return node(
        head,
        node("after", after.stream().map(this::waterfall).toList()),
        node("figures", figures),
        formulas.of(formula));
  }

  private Form waterfall(WaterfallRef ref) {
    in.reads(in.subjects().of(ref));
    return quoted(ref.name());
  }

  private Form figure(SweepValue value) {
    Waterfall waterfall = program.waterfall(value.waterfall());
    return switch (value.figure()) {
      case SweepValue.Figure.Absorbed(int step) ->
          node("absorbed", quoted(waterfall.steps().get(step).name()));
      case SweepValue.Figure.Loss loss -> word("loss");
      case SweepValue.Figure.Remainder remainder -> word("remainder");
      case SweepValue.Figure.Served served -> word("served");
      case SweepValue.Figure.Undone undone -> word("undone");
    };
  }

  Form example(ExampleRow row) {
    List<Form> checks = new ArrayList<>();
    for (ExampleRow.Check c : row.checks()) {
      checks.add(
          node(
              "check",
              quoted(c.column()),
              in.formula(false, c.actual()),
              in.types().value(c.actual().type(), c.expected())));
    }
    return node("example", Sorted.all(checks));
  }
}
