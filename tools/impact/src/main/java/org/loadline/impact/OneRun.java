package org.loadline.impact;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.model.EntityRef;

/** One policy worked out on one book, the lines of its waterfalls with it. */
record OneRun(Program program, Snapshot snapshot, ParamValues params, Results results) {

  static OneRun of(Evaluator evaluator, Program program, Snapshot snapshot, ParamValues params) {
    Program lined = Lines.with(program);
    return new OneRun(program, snapshot, params, evaluator.evaluate(lined, snapshot, params));
  }

  /** What the policy itself reports. */
  List<OutputColumn> columns() {
    return results.columns().stream().filter(c -> !Lines.isLine(c.output())).toList();
  }

  Optional<OutputColumn> column(String name) {
    return results.columns().stream().filter(c -> name(c.output()).equals(name)).findFirst();
  }

  /** Which rows are over the line of a waterfall; empty if it has no guard. */
  Optional<OutputColumn> line(String waterfall) {
    String name = Lines.name(waterfall);
    return results.columns().stream()
        .filter(c -> c.output().fact().name().equals(name))
        .findFirst();
  }

  /** {@code account.health}; a fact of the whole has its name alone. */
  static String name(Output output) {
    return output
        .owner()
        .map(owner -> owner.name() + "." + output.fact().name())
        .orElse(output.fact().name());
  }

  int rows(Optional<EntityRef> owner) {
    return owner.map(snapshot::rowCount).orElse(1);
  }
}
