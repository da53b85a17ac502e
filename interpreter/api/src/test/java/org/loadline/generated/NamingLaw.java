package org.loadline.generated;

import java.util.Optional;
import org.loadline.core.Inlining;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.generated.Cells.Difference;

/**
 * The naming law: a fact is what its formula is, so with every fact inlined the results keep their
 * bytes. Where a cell faults it faults still, though in another definition.
 */
public final class NamingLaw {
  private NamingLaw() {}

  /** The first cell that its name changes, as text; empty if the law holds on these rows. */
  public static Optional<String> broken(
      Evaluator evaluator, Program program, Snapshot snapshot, ParamValues params) {
    Evaluators alone = new Evaluators(evaluator, evaluator);
    return differ(alone, program, Inlining.inlined(program), snapshot, params)
        .map(Difference::toString);
  }

  static Optional<Difference> differ(
      Evaluators evaluators,
      Program program,
      Program inlined,
      Snapshot snapshot,
      ParamValues params) {
    Cells named = Evaluators.cells(evaluators.judge(), program, snapshot, params);
    Cells plain = Evaluators.cells(evaluators.judge(), inlined, snapshot, params);
    Cells other = Evaluators.cells(evaluators.other(), inlined, snapshot, params);
    return named.firstDifference(plain, false).or(() -> plain.firstDifference(other, true));
  }
}
