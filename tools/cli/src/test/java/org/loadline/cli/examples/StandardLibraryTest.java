package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loadline.bound.Library;
import org.loadline.bound.PolicyReader;
import org.loadline.cli.Said;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.source.Source;
import org.loadline.syntax.Declaration;

/** The standard library: it compiles, each function says what it gives, and its examples hold. */
class StandardLibraryTest {
  private static final Path LIBRARY = Said.ROOT.resolve("stdlib");
  private static final Path MODULES = LIBRARY.resolve("src/main/resources/std");

  static List<String> modules() throws IOException {
    try (Stream<Path> files = Files.walk(MODULES)) {
      return files
          .filter(file -> file.toString().endsWith(".risk"))
          .map(file -> MODULES.relativize(file).toString().replaceFirst("\\.risk$", ""))
          .sorted()
          .toList();
    }
  }

  private static Compiled compiled(String module) {
    return Compiled.of(MODULES.resolve(module + ".risk"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void compilesWithoutAWord(String module) {
    Compiled compiled = compiled(module);

    assertEquals(List.of(), compiled.diagnostics());
    assertTrue(compiled.bound().orElseThrow().library());
    assertEquals("std." + module, compiled.bound().orElseThrow().name());
    assertFalse(compiled.bound().orElseThrow().doc().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void itsExamplesHoldInEveryEvaluator(String module) {
    Program program = compiled(module).program().orElseThrow();

    for (Case one : Case.carried(program)) {
      assertFalse(one.claims().isEmpty());
      for (Evaluator evaluator : Evaluators.ALL) {
        assertEquals(List.of(), Evaluators.broken(evaluator, one), evaluator.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyFunctionSaysWhatItGivesAndHasExamples(String module) {
    Compiled compiled = compiled(module);
    Set<String> shown =
        compiled.bound().orElseThrow().examples().stream()
            .map(examples -> examples.subject().text())
            .collect(Collectors.toSet());

    List<Declaration.Function> own =
        compiled.bound().orElseThrow().functions().stream()
            .filter(function -> isOf(module, function))
            .toList();

    assertFalse(own.isEmpty());
    for (Declaration.Function function : own) {
      String name = function.name().text();
      assertTrue(function.doc().text().endsWith("."), name + " has no sentence");
      assertTrue(shown.contains(name), name + " has no examples");
    }
  }

  /** Whether a function is a module's own, and not one of a module that it imports. */
  private static boolean isOf(String module, Declaration.Function function) {
    return function.name().span().source().text().contains("\nlibrary std." + module + "\n");
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aPolicyCanImportIt(String module) {
    assertTrue(Library.standard().names().contains("std." + module));
    Source policy = Source.of("p.risk", "policy p\n\nimport std." + module + "\n\ntwo = 1 + 1\n");

    assertFalse(new PolicyReader().read(policy).hasErrors());
  }

  @Test
  void aPolicyCanImportAllOfIt() throws IOException {
    String imports =
        modules().stream()
            .map(module -> "import std." + module + "\n")
            .collect(Collectors.joining());
    Source policy = Source.of("p.risk", "policy p\n\n" + imports + "\ntwo = 1 + 1\n");

    assertEquals(List.of(), new PolicyReader().read(policy).diagnostics());
  }

  @Test
  void itsReadmeNamesEveryModule() throws IOException {
    List<String> named =
        Files.readString(LIBRARY.resolve("README.md"))
            .lines()
            .filter(line -> line.startsWith("| `std."))
            .map(line -> line.split("`")[1].substring("std.".length()))
            .toList();

    assertEquals(modules(), named);
  }
}
