package org.loadline.cli.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.cli.report.Properties;
import org.loadline.core.ExampleRow;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.TestCase;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotBuilder;
import org.loadline.model.Type;
import org.loadline.reference.PolicyTests;
import org.loadline.source.Span;
import org.loadline.values.Flag;
import org.loadline.values.Value;

/**
 * A program on some rows, with all that can be asked of it as outputs: its report, its properties,
 * what its test expects or its examples say. So whatever runs a program can be held to all of it.
 *
 * <p>{@code claims} are the last of the outputs.
 */
record Case(
    String name, Program program, Snapshot snapshot, ParamValues params, List<Claim> claims) {
  Case {
    claims = List.copyOf(claims);
  }

  /** An expression and the value it should have; empty where it should fault. */
  record Claim(Expr expr, int slots, Optional<Value> expected, Span span) {}

  /** The rows of each test, and no rows at all, where examples are asked. */
  static List<Case> carried(Program program) {
    List<Case> cases = new ArrayList<>();
    PolicyTests tests = new PolicyTests(program);
    for (TestCase test : program.tests()) {
      ParamValues params = ParamValues.written(program).with(test.params());
      tests
          .given(test)
          .snapshot()
          .filter(rows -> params.problems(program).isEmpty())
          .ifPresent(rows -> cases.add(of(test.title(), program, rows, params, expected(test))));
    }
    if (program.tests().isEmpty() || !program.examples().isEmpty()) {
      Snapshot none = new SnapshotBuilder(program).build().snapshot().orElseThrow();
      ParamValues written = ParamValues.written(program);
      cases.add(of("no rows", program, none, written, examples(program)));
    }
    return cases;
  }

  /** A snapshot from files. */
  static Case on(String name, Program program, Snapshot snapshot) {
    return of(name, program, snapshot, ParamValues.written(program), List.of());
  }

  private static Case of(
      String name, Program program, Snapshot rows, ParamValues params, List<Claim> claims) {
    return new Case(name, asked(Properties.asOutputs(program), claims), rows, params, claims);
  }

  private static List<Claim> expected(TestCase test) {
    // What a waterfall leaves is no fact of these rows: the tests themselves check it.
    return test.expectations().stream()
        .filter(expectation -> expectation.after().isEmpty())
        .map(
            expectation ->
                switch (expectation) {
                  case TestCase.Expectation.Holds(
                          Expr condition,
                          int slots,
                          var after,
                          var swept,
                          Span span) ->
                      new Claim(condition, slots, Optional.of(Flag.TRUE), span);
                  case TestCase.Expectation.Faults(
                          Expr expression,
                          int slots,
                          var after,
                          var swept,
                          Span span) ->
                      new Claim(expression, slots, Optional.empty(), span);
                })
        .toList();
  }

  private static List<Claim> examples(Program program) {
    List<Claim> claims = new ArrayList<>();
    for (ExampleRow row : program.examples()) {
      for (ExampleRow.Check check : row.checks()) {
        claims.add(
            new Claim(check.actual(), check.slots(), Optional.of(check.expected()), check.span()));
      }
    }
    return claims;
  }

  private static Program asked(Program program, List<Claim> claims) {
    List<Fact> facts = new ArrayList<>(program.facts());
    List<Output> outputs = new ArrayList<>(program.outputs());
    for (Claim claim : claims) {
      FactRef ref = new FactRef(facts.size(), claim.span().place());
      Type type = claim.expr().type();
      facts.add(
          new Fact(
              ref,
              Optional.empty(),
              List.of(),
              Optional.empty(),
              claim.expr(),
              type,
              claim.slots(),
              Fact.Origin.FACT,
              "",
              claim.span()));
      outputs.add(new Output(ref.name(), Optional.empty(), ref, type));
    }
    return program.withFacts(facts, outputs);
  }
}
