package org.loadline.cli.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.ValueText;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.engine.plan.Effort;
import org.loadline.reference.ReferenceEvaluator;

/** Every way to run a program, and what each gives of a case. */
final class Evaluators {
  /** The judge first. */
  static final List<Evaluator> ALL = List.of(new ReferenceEvaluator(), TruffleEvaluator.create());

  /** The engine with its other widths forced. */
  static final List<Evaluator> FORCED =
      List.of(
          TruffleEvaluator.beginningWith(Effort.NARROW, 1),
          TruffleEvaluator.beginningWith(Effort.QUAD, 1),
          TruffleEvaluator.beginningWith(Effort.EXACT, 1));

  private Evaluators() {}

  /** Each value with its name and unit, a line each; of what faults, only that it does. */
  static String text(Evaluator evaluator, Program program, Case on) {
    Results results = evaluator.evaluate(program, on.snapshot(), on.params());
    StringBuilder lines = new StringBuilder();
    for (OutputColumn column : results.columns()) {
      for (int row = 0; row < column.size(); row++) {
        String name = column.output().name() + " of row " + row;
        lines.append(name).append(" = ").append(text(results, column, row)).append('\n');
      }
    }
    return lines.toString();
  }

  private static String text(Results results, OutputColumn column, int row) {
    return switch (column.outcome(row)) {
      case Outcome.Known(var value) ->
          ValueText.withUnit(column.output().type(), value, results.program(), results.snapshot());
      case Outcome.Faulted faulted -> "a fault";
    };
  }

  /** The claims of a case that an evaluator does not bear out. */
  static List<String> broken(Evaluator evaluator, Case of) {
    Results results = evaluator.evaluate(of.program(), of.snapshot(), of.params());
    List<OutputColumn> columns = results.columns();
    List<OutputColumn> asked = columns.subList(columns.size() - of.claims().size(), columns.size());
    List<String> broken = new ArrayList<>();
    IntStream.range(0, asked.size())
        .filter(i -> !isBorneOut(of.claims().get(i), asked.get(i).outcome(0)))
        .forEach(i -> broken.add(asked.get(i).output().name() + ": " + asked.get(i).outcome(0)));
    return broken;
  }

  private static boolean isBorneOut(Case.Claim claim, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Known(var value) -> claim.expected().filter(value::equals).isPresent();
      case Outcome.Faulted faulted -> claim.expected().isEmpty();
    };
  }
}
