package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.loadline.core.Inlining;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;

/**
 * Every policy of the repository that compiles, on all rows there are for it: examples, snippets
 * and the standard library.
 *
 * <p>All evaluators give the same for all that can be asked, the engine at every width. And the
 * naming law holds: a fact is what its formula is, so with every fact replaced by its formula each
 * evaluator gives the same.
 */
class EveryPolicyTest {
  private static final List<String> FOLDERS =
      List.of("examples", "interpreter/snippets", "stdlib/src/main/resources/std");

  @TestFactory
  Stream<DynamicTest> everyEvaluatorGivesTheSameByNameAndByFormula() throws IOException {
    return each();
  }

  @Test
  void formulasTakeThePlaceOfNames() throws IOException {
    for (Example example : Example.all()) {
      Program program = Compiled.of(example.policy()).program().orElseThrow();
      assertNotEquals(program.facts(), Inlining.inlined(program).facts(), example.name());
    }
  }

  private static void check(Case of) {
    String judged = Evaluators.text(Evaluators.ALL.getFirst(), of.program(), of);
    List<Evaluator> others = new ArrayList<>(Evaluators.ALL);
    others.addAll(Evaluators.FORCED);
    for (Evaluator evaluator : others) {
      String given = Evaluators.text(evaluator, of.program(), of);
      assertEquals(judged, given, () -> evaluator.name() + " on " + of.name());
    }
    Program inlined = Inlining.inlined(of.program());
    for (Evaluator evaluator : Evaluators.ALL) {
      String given = Evaluators.text(evaluator, inlined, of);
      assertEquals(judged, given, () -> evaluator.name() + " without names on " + of.name());
    }
  }

  private static Stream<DynamicTest> each() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      Optional<Program> program = Compiled.of(file).program();
      if (program.isPresent()) {
        String name = Said.ROOT.relativize(file).toString();
        tests.add(
            dynamicTest(
                name,
                () -> {
                  for (Case one : cases(file, program.get())) {
                    check(one);
                  }
                }));
      }
    }
    return tests.stream();
  }

  private static List<Case> cases(Path file, Program program) throws IOException {
    List<Case> cases = new ArrayList<>(Case.carried(program));
    for (Example example : Example.all()) {
      if (example.policy().equals(file)) {
        for (String snapshot : example.snapshots()) {
          cases.add(Case.on(snapshot, program, example.load(program, snapshot)));
        }
      }
    }
    return cases;
  }

  private static List<Path> files() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(Said.ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".risk")).sorted().forEach(all::add);
      }
    }
    return all;
  }
}
