package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.loadline.cli.Said;
import org.loadline.cli.render.Ink;
import org.loadline.cli.report.PlanText;
import org.loadline.cli.report.Properties;
import org.loadline.core.Program;
import org.loadline.core.TestCase;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.engine.DeclaredPlan;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.engine.inspect.PlanDescription;
import org.loadline.reference.PolicyTests;

/**
 * What the planner decides, against what is written down: for the snippets of the chapter {@code
 * plans}, and for every snapshot of the examples.
 *
 * <p>A {@code .plan} that is missing is written and fails once; {@code -Dsnippets.update=true}
 * rewrites those that differ and still fails, so that every change is read as a difference.
 */
class PlansTest {
  private static final Path CHAPTER = Said.ROOT.resolve("interpreter/snippets/plans");
  private static final boolean UPDATE = Boolean.getBoolean("snippets.update");
  private static final int WIDTH = 100;

  @TestFactory
  Stream<DynamicTest> snippets() throws IOException {
    return policies()
        .map(
            snippet ->
                dynamicTest(
                    snippet.getFileName().toString(),
                    () -> check(withEnding(snippet, ".plan"), snippetPlan(snippet))));
  }

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Example example : Example.stories()) {
      for (String snapshot : example.snapshots()) {
        String path = example.path() + "/" + snapshot;
        tests.add(
            dynamicTest(
                path,
                () ->
                    check(
                        example.expected(snapshot).resolve("policy.plan"),
                        said("inspect", example.path(), "--snapshot", path))));
      }
    }
    return tests.stream();
  }

  @Test
  void everyPlanHasItsSnippet() throws IOException {
    try (Stream<Path> files = Files.list(CHAPTER)) {
      assertEquals(
          List.of(),
          files
              .filter(file -> file.toString().endsWith(".plan"))
              .filter(file -> !Files.exists(withEnding(file, ".risk")))
              .toList());
    }
  }

  private static Stream<Path> policies() throws IOException {
    try (Stream<Path> files = Files.list(CHAPTER)) {
      return files.filter(file -> file.toString().endsWith(".risk")).sorted().toList().stream();
    }
  }

  private static String said(String... arguments) {
    Said said = Said.by(arguments);
    assertEquals(0, said.exit(), said.all());
    return said.out();
  }

  /** As the text declares, and as the rows are that the first test gives. */
  private static String snippetPlan(Path snippet) {
    Program program = Properties.asOutputs(Compiled.of(snippet).program().orElseThrow());
    ParamValues params = ParamValues.written(program);
    String declared = text(DeclaredPlan.describe(program, params));
    Optional<TestCase> test = program.tests().stream().findFirst();
    if (test.isEmpty()) {
      return declared;
    }
    Snapshot rows = new PolicyTests(program).given(test.get()).snapshot().orElseThrow();
    try (TruffleEvaluator evaluator = TruffleEvaluator.create()) {
      return declared + "\n" + text(evaluator.describe(program, rows, params));
    }
  }

  private static String text(PlanDescription plan) {
    return String.join("\n", new PlanText(plan, Ink.PLAIN, WIDTH).whole()) + "\n";
  }

  private static void check(Path expectation, String actual) throws IOException {
    assertTrue(actual.lines().allMatch(line -> line.length() <= WIDTH), actual);
    boolean known = Files.exists(expectation);
    if (!known || UPDATE && !Files.readString(expectation).equals(actual)) {
      Files.writeString(expectation, actual);
      fail("the plan is now written in " + expectation + ": read it");
    }
    assertEquals(Files.readString(expectation), actual);
  }

  private static Path withEnding(Path file, String ending) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
  }
}
