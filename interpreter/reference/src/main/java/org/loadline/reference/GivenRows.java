package org.loadline.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loadline.core.Program;
import org.loadline.core.TestCase;
import org.loadline.data.InputProblem;
import org.loadline.data.InputRows;
import org.loadline.data.Loading;
import org.loadline.data.SnapshotBuilder;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.source.Diagnostic;
import org.loadline.source.Label;
import org.loadline.source.Span;
import org.loadline.values.None;

/** The snapshot of what a test gives. */
final class GivenRows {
  private final Program program;
  private final TestCase test;
  private final Map<EntityRef, List<TestCase.GivenRow>> rows = new HashMap<>();

  GivenRows(Program program, TestCase test) {
    this.program = program;
    this.test = test;
  }

  Loading build() {
    SnapshotBuilder builder = new SnapshotBuilder(program);
    for (TestCase.GivenRow given : test.rows()) {
      InputRows input = builder.rows(given.entity());
      rows.computeIfAbsent(given.entity(), entity -> new ArrayList<>()).add(given);
      int row = input.add();
      for (TestCase.GivenField field : given.fields()) {
        put(input, row, program.entity(given.entity()).fields().get(field.field()), field);
      }
    }
    test.system().forEach(builder::system);
    return builder.buildInPart();
  }

  private static void put(InputRows input, int row, Field field, TestCase.GivenField given) {
    boolean reference = field.role() == Field.Role.REFERENCE && given.value() != None.INSTANCE;
    if (reference) {
      input.putReference(row, field.index(), List.of(given.value()));
    } else {
      input.put(row, field.index(), given.member(), given.value());
    }
  }

  /** Problems at the place where the test gives the value, with the declaration beside it. */
  List<Diagnostic> places(List<InputProblem> problems) {
    return problems.stream().map(this::placed).toList();
  }

  private Diagnostic placed(InputProblem problem) {
    Diagnostic what = problem.what();
    List<Label> related = new ArrayList<>(what.related());
    related.add(new Label(what.span(), "declared here"));
    return new Diagnostic(
        what.code(), Label.at(place(problem)), related, what.values(), what.message(), what.hint());
  }

  private Span place(InputProblem problem) {
    if (problem.entity().isEmpty()) {
      return test.span();
    }
    EntityRef entity = problem.entity().get();
    TestCase.GivenRow row = rows.getOrDefault(entity, List.of()).get(problem.inputRow());
    return row.fields().stream()
        .filter(
            given ->
                program.entity(entity).fields().get(given.field()).name().equals(problem.field()))
        .map(TestCase.GivenField::span)
        .findFirst()
        .orElse(row.span());
  }
}
