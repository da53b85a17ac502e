package org.loadline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loadline.conform.BoundRule;
import org.loadline.conform.CaseFile;
import org.loadline.conform.CaseProblem;
import org.loadline.conform.CaseReport;
import org.loadline.conform.Conformance;
import org.loadline.core.Program;
import org.loadline.reference.ReferenceEvaluator;

/**
 * What became of the published cases that a policy names and that stand beside it, for one binding.
 *
 * <p>{@code there} says whether the file is; without it there are no reports.
 */
record CasesBeside(String title, boolean there, List<CaseReport> reports) {
  CasesBeside {
    reports = List.copyOf(reports);
  }

  /** One for each binding of a policy; a file that holds no cases is refused. */
  static List<CasesBeside> of(Path policy, Program program) throws IOException {
    List<CasesBeside> all = new ArrayList<>();
    Map<Path, CaseFile> read = new HashMap<>();
    for (BoundRule rule : BoundRule.of(policy, program)) {
      Path file = policy.resolveSibling(rule.binding().file());
      String title = String.join(", ", rule.binding().rules());
      if (!Files.exists(file)) {
        all.add(new CasesBeside(title, false, List.of()));
        continue;
      }
      CaseFile cases = read.get(file);
      if (cases == null) {
        cases = sound(file);
        read.put(file, cases);
      }
      Conformance conformance = new Conformance(List.of(rule), List.of(new ReferenceEvaluator()));
      List<CaseReport> reports =
          cases.cases().stream()
              .filter(rule::means)
              .map(published -> conformance.check(published, CaseFile.stem(file)))
              .toList();
      all.add(new CasesBeside(title, true, reports));
    }
    return all;
  }

  private static CaseFile sound(Path file) throws IOException {
    CaseFile cases = CaseFile.read(file);
    if (!cases.problems().isEmpty()) {
      CaseProblem problem = cases.problems().getFirst();
      throw Refusal.misuse(
          UseProblem.BAD_CASES,
          "path",
          file.toString(),
          "problem",
          problem.message(),
          "hint",
          problem.hint());
    }
    return cases;
  }
}
