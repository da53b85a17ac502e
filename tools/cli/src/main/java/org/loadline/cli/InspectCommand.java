package org.loadline.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.loadline.bound.Suggestions;
import org.loadline.cli.report.PlanJson;
import org.loadline.cli.report.PlanText;
import org.loadline.core.Fact;
import org.loadline.core.Program;
import org.loadline.engine.DeclaredPlan;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.engine.inspect.PlanDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how the engine works a policy out. */
@Command(
    name = "inspect",
    description = {
      "Show how the engine works a policy out, in which loops and numbers.",
      "Its passes and loops, what becomes of each fact, and how wide each number is carried."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline inspect examples/perp-cross-margin",
      "  loadline inspect examples/perp-cross-margin --fact account.health",
      "  loadline inspect desk/limits.risk --declared     scales and ranges that the text declares",
      "",
      "`bits` is what the range of a number needs, and what it is given. A number that may need",
      "more is checked; a row in which it does is worked out again, wider. `pl` are its decimal",
      "places; `/` stands for a fraction, which is carried as two whole numbers.",
    })
final class InspectCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Mixin private PolicyRun run = new PolicyRun();

  @Option(
      names = "--declared",
      description = "Go by what the policy declares, even if a snapshot stands beside it.")
  private boolean declared;

  @Option(
      names = "--fact",
      paramLabel = "FACT",
      description = "Tell of this one, operation by operation: `account.health`, or `health`.")
  private Optional<String> fact = Optional.empty();

  @Option(names = "--json", description = "Print the plan as JSON, operation by operation.")
  private boolean json;

  InspectCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() throws IOException {
    PolicyRun.Planned planned = run.planned(top, new Timings(top), declared);
    Optional<Fact> one = fact.map(name -> named(planned.program(), name));
    PlanDescription plan = describe(planned);
    if (json) {
      try (var document = JsonOutput.to(top.console())) {
        PlanJson.write(document, plan);
      }
    } else {
      PlanText text = new PlanText(plan, top.outInk(), top.console().width());
      one.map(f -> text.of(f, fullName(f)))
          .orElseGet(text::whole)
          .forEach(top.console().out()::println);
    }
    return ExitCode.RESULTS.code();
  }

  private static PlanDescription describe(PolicyRun.Planned planned) {
    if (planned.snapshot().isEmpty()) {
      return DeclaredPlan.describe(planned.program(), planned.params());
    }
    try (TruffleEvaluator evaluator = TruffleEvaluator.create()) {
      return evaluator.describe(planned.program(), planned.snapshot().get(), planned.params());
    }
  }

  private static Fact named(Program program, String text) {
    List<Fact> facts =
        program.facts().subList(0, program.facts().size() - program.properties().size()).stream()
            .filter(f -> f.origin() == Fact.Origin.FACT)
            .toList();
    return facts.stream()
        .filter(f -> fullName(f).equals(text))
        .findFirst()
        .or(() -> facts.stream().filter(f -> f.name().equals(text)).findFirst())
        .orElseThrow(
            () -> {
              List<String> known = facts.stream().map(InspectCommand::fullName).toList();
              return Refusal.misuse(
                  UseProblem.NO_FACT_TO_INSPECT,
                  "policy",
                  program.name(),
                  "name",
                  text,
                  "known",
                  Suggestions.hint(text, known, "Its facts are " + Words.listed(known) + "."));
            });
  }

  private static String fullName(Fact fact) {
    return fact.owner().map(owner -> owner.name() + "." + fact.name()).orElse(fact.name());
  }
}
