package org.loadline.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.CaseBinding;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.reference.WaterfallRunner;

/**
 * Holds published cases against the rules that policies state.
 *
 * <p>A case is worked out by every evaluator given; they must agree to the digit. For one thread.
 */
public final class Conformance {
  private final List<BoundRule> rules;
  private final List<Evaluator> evaluators;

  /** What of each binding some case has had anything for; a rule without cases is not here. */
  private final Map<BoundRule, Set<CaseBinding.Given>> had = new HashMap<>();

  /**
   * @param rules what policies state
   * @param evaluators at least one
   */
  public Conformance(List<BoundRule> rules, List<Evaluator> evaluators) {
    this.rules = List.copyOf(rules);
    this.evaluators = List.copyOf(evaluators);
    if (evaluators.isEmpty()) {
      throw new IllegalArgumentException("no evaluator");
    }
  }

  /** Works a case out and compares it; {@code stem} is the name of its file without the ending. */
  public CaseReport check(PublishedCase published, String stem) {
    List<BoundRule> named =
        rules.stream().filter(r -> r.binding().rules().contains(published.rule())).toList();
    List<BoundRule> meant = named.stream().filter(rule -> rule.means(published)).toList();
    List<BoundRule> own =
        meant.stream()
            .filter(r -> r.stem().equals(stem) || r.stem().equals(published.system()))
            .toList();
    List<BoundRule> chosen = own.isEmpty() ? meant : own;
    if (chosen.size() == 1) {
      return check(published, chosen.getFirst());
    }
    CaseProblem problem =
        chosen.isEmpty()
            ? CaseProblem.of(
                CaseProblem.Code.NO_RULE,
                named.isEmpty()
                    ? "No policy states the rule `" + published.rule() + "`."
                    : "No `cases` of the rule `" + published.rule() + "` means this case.",
                "Bind it with `cases \"" + stem + ".json\" rule \"" + published.rule() + "\"`.")
            : CaseProblem.of(
                CaseProblem.Code.SEVERAL_RULES,
                "Several `cases` mean this case of the rule `" + published.rule() + "`.",
                "Tell them apart with `where`.");
    return new CaseReport(
        published, Optional.empty(), Optional.empty(), List.of(problem), List.of());
  }

  private CaseReport check(PublishedCase published, BoundRule rule) {
    Program program = rule.program();
    CaseBinding binding = rule.binding();
    note(rule, published);
    CaseInputs.Given given = CaseInputs.of(program, binding, published.inputs());
    if (given.snapshot().isEmpty() || !given.problems().isEmpty()) {
      return new CaseReport(
          published, Optional.of(rule), Optional.empty(), given.problems(), List.of());
    }
    List<Results> all = new ArrayList<>();
    for (Evaluator evaluator : evaluators) {
      Snapshot at = given.snapshot().get();
      if (!binding.run().isEmpty()) {
        at = WaterfallRunner.on(evaluator, program, given.params()).run(at, binding.run()).after();
      }
      all.add(evaluator.evaluate(program, at, given.params()));
    }
    Results results = all.getFirst();
    Comparison.Compared compared = new Comparison(program, binding, published, results).compared();
    List<CaseProblem> problems = new ArrayList<>(compared.problems());
    if (compared.differences().stream().anyMatch(d -> d.code() == CaseProblem.Code.FAULTS)) {
      problems.addAll(given.absent());
    }
    for (Results other : all.subList(1, all.size())) {
      problems.addAll(disagreements(results, other));
    }
    return new CaseReport(
        published,
        Optional.of(rule),
        Optional.of(new CaseReport.Ran(results.snapshot(), given.params())),
        problems,
        compared.differences());
  }

  private void note(BoundRule rule, PublishedCase published) {
    Set<CaseBinding.Given> given = had.computeIfAbsent(rule, r -> new HashSet<>());
    Place top = Place.top(published.inputs(), rule.binding());
    rule.binding().given().stream()
        .filter(line -> line.from().filter(path -> top.all(path).isEmpty()).isEmpty())
        .forEach(given::add);
  }

  private static List<CaseProblem> disagreements(Results one, Results other) {
    Set<CaseProblem> problems = new LinkedHashSet<>();
    for (int i = 0; i < one.columns().size(); i++) {
      OutputColumn a = one.columns().get(i);
      OutputColumn b = other.columns().get(i);
      for (int row = 0; row < Math.max(a.size(), b.size()); row++) {
        boolean same = a.size() == b.size() && a.outcome(row).equals(b.outcome(row));
        if (!same) {
          problems.add(
              CaseProblem.of(
                  CaseProblem.Code.ENGINES_DIFFER,
                  "The engines do not agree on `" + a.output().name() + "`.",
                  "This is a fault of Loadline: please report it."));
        }
      }
    }
    return List.copyOf(problems);
  }

  /** Lists and objects that no case so far has had, though their rule had cases: no rows came. */
  public List<CaseProblem> neverThere() {
    List<CaseProblem> problems = new ArrayList<>();
    for (BoundRule rule : rules) {
      Set<CaseBinding.Given> given = had.get(rule);
      if (given != null) {
        rule.binding().given().stream()
            .filter(line -> !given.contains(line))
            .forEach(line -> problems.add(never(rule, line.from().orElseThrow().text())));
      }
    }
    return problems;
  }

  private static CaseProblem never(BoundRule rule, String path) {
    return CaseProblem.of(
        CaseProblem.Code.NEVER_THERE,
        "No case of the rule `"
            + String.join("`, `", rule.binding().rules())
            + "` has `"
            + path
            + "`.",
        "Check the path in " + rule.policy().getFileName() + ".");
  }
}
