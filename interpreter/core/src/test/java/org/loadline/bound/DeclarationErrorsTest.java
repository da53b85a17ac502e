package org.loadline.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loadline.source.DiagnosticCode;

class DeclarationErrorsTest {
  /** What only several files can show: see {@link ModulesTest}. */
  private static final Set<NameProblem> OF_MODULES =
      EnumSet.of(
          NameProblem.MISSING_POLICY,
          NameProblem.UNREADABLE_FILE,
          NameProblem.FILE_TOO_LARGE,
          NameProblem.NOT_UTF8,
          NameProblem.MISSING_MODULE,
          NameProblem.OUTSIDE_FOLDER,
          NameProblem.IMPORTED_POLICY,
          NameProblem.IMPORT_CYCLE,
          NameProblem.IMPORTED_TWICE,
          NameProblem.OTHER_MODULE_NAME,
          NameProblem.NO_FOLDER,
          NameProblem.TWO_MODULES,
          NameProblem.FOREIGN_ENTITY);

  static List<ErrorCases> cases() {
    return ErrorCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsWrongIsSaidAtItsPlace(ErrorCases wrong) {
    assertEquals(wrong.said(), Bindings.shown(Bindings.outcome(wrong.policy()).diagnostics()));
  }

  @Test
  void everyProblemHasACase() {
    Set<String> shown = new HashSet<>();
    cases().forEach(c -> c.said().lines().forEach(line -> shown.add(line.split(" ")[0])));
    OF_MODULES.forEach(problem -> shown.add(problem.code()));
    List<String> missing =
        problems().map(DiagnosticCode::code).filter(code -> !shown.contains(code)).toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void codesAreUnique() {
    List<String> codes = new ArrayList<>(problems().map(DiagnosticCode::code).toList());
    assertEquals(new HashSet<>(codes).size(), codes.size());
  }

  @Test
  void messagesAreSentencesWithAHint() {
    problems()
        .forEach(
            problem -> {
              assertTrue(problem.message().endsWith("."), problem.code());
              assertTrue(problem.hint().endsWith("."), problem.code());
            });
  }

  private static Stream<DiagnosticCode> problems() {
    return Stream.of(NameProblem.values(), DeclarationProblem.values(), TableProblem.values())
        .flatMap(Arrays::stream);
  }
}
