package org.loadline.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.model.Param;

/** Works the new policy out at several values of a param. */
final class Sensitivities {
  private final OneRun after;
  private final Evaluator evaluator;
  private final List<Pair> totals;
  private final List<Pair> outcomes;

  Sensitivities(OneRun after, Evaluator evaluator, List<Pair> totals, List<Pair> outcomes) {
    this.after = after;
    this.evaluator = evaluator;
    this.totals = totals;
    this.outcomes = outcomes;
  }

  Sensitivity along(Along along) {
    Param param = after.program().param(along.param());
    Program lined = Lines.with(after.program());
    List<Output> outputs =
        lined.outputs().stream().filter(o -> Lines.isLine(o) || isAsked(o)).toList();
    Program asking = lined.reporting(outputs);
    List<Sensitivity.Point> points = new ArrayList<>();
    for (int step = 0; step <= along.steps(); step++) {
      ParamValues params = after.params().with(Map.of(along.param(), along.at(step)));
      OneRun run =
          new OneRun(
              after.program(),
              after.snapshot(),
              params,
              evaluator.evaluate(asking, after.snapshot(), params));
      points.add(point(along, step, run));
    }
    return new Sensitivity(param.ref().name(), Bearings.unit(param.type()), points);
  }

  private boolean isAsked(Output output) {
    String name = OneRun.name(output);
    return totals.stream().anyMatch(p -> p.name().equals(name))
        || outcomes.stream().anyMatch(p -> p.name().equals(name));
  }

  private Sensitivity.Point point(Along along, int step, OneRun run) {
    List<Sensitivity.TotalAt> sums = new ArrayList<>();
    List<Sensitivity.OutcomesAt> counts = new ArrayList<>();
    List<Sensitivity.OverAt> over = new ArrayList<>();
    for (OutputColumn column : run.results().columns()) {
      String name = OneRun.name(column.output());
      if (Lines.isLine(column.output())) {
        over.add(
            new Sensitivity.OverAt(
                Lines.waterfall(column.output()), Crossings.over(column).cardinality()));
      } else if (outcomes.stream().anyMatch(p -> p.name().equals(name))) {
        counts.add(counts(name, run, column));
      } else {
        Totals.of(run, column, Totals.ALL)
            .forEach((unit, side) -> sums.add(new Sensitivity.TotalAt(name, unit, side.value())));
      }
    }
    return new Sensitivity.Point(along.at(step), sums, counts, over);
  }

  private static Sensitivity.OutcomesAt counts(String name, OneRun run, OutputColumn column) {
    List<String> members = new ArrayList<>(OutcomeMoves.members(run.program(), column));
    List<String> all = new ArrayList<>(members);
    all.add(OutcomeMoves.NONE);
    all.add(OutcomeMoves.FAULT);
    int[] rows = new int[all.size()];
    for (int row = 0; row < column.size(); row++) {
      rows[all.indexOf(OutcomeMoves.word(members, column.outcome(row)))]++;
    }
    List<String> shown = new ArrayList<>();
    List<Integer> shownRows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i < members.size() || rows[i] > 0) {
        shown.add(all.get(i));
        shownRows.add(rows[i]);
      }
    }
    return new Sensitivity.OutcomesAt(name, shown, shownRows);
  }
}
