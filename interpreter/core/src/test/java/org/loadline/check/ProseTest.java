package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.loadline.source.DiagnosticCode;

/** The prose of this pass: codes of its own, whole sentences. */
class ProseTest {
  private static List<DiagnosticCode> all() {
    return Stream.<DiagnosticCode[]>of(
            FormulaProblem.values(),
            TypeProblem.values(),
            AnswerProblem.values(),
            DecisionProblem.values(),
            UnusedProblem.values(),
            WaterfallProblem.values(),
            EntryProblem.values())
        .flatMap(Stream::of)
        .toList();
  }

  @Test
  void everyCodeIsItsOwn() {
    Set<String> codes = new HashSet<>();
    all().forEach(problem -> assertTrue(codes.add(problem.code()), problem.code()));
    assertEquals(all().size(), codes.size());
  }

  @Test
  void everyMessageIsASentence() {
    for (DiagnosticCode problem : all()) {
      assertTrue(problem.message().endsWith("."), problem.code());
      assertTrue(problem.hint().isEmpty() || problem.hint().matches("(?s).*[.?}]"), problem.code());
    }
  }
}
