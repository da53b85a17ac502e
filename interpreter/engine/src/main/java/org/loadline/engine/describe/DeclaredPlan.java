package org.loadline.engine.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.SnapshotBuilder;
import org.loadline.engine.inspect.PlanDescription;
import org.loadline.engine.lower.PassLowering;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Planner;
import org.loadline.engine.plan.RowCounts;
import org.loadline.engine.plan.Soundness;

/**
 * The plan of a program for no snapshot yet: with the ranges and steps that the policy declares.
 */
public final class DeclaredPlan {
  private DeclaredPlan() {}

  public static PlanDescription describe(Program program, ParamValues params, Effort first) {
    DeclaredColumns columns =
        new DeclaredColumns(
            program, params, new SnapshotBuilder(program).build().snapshot().orElseThrow());
    List<Describing.Noted> noted = new ArrayList<>();
    for (Pass pass :
        Planner.plan(program, params, Soundness.SOUND, RowCounts.UNKNOWN, true).passes()) {
      PassLowering.Sketch sketch = PassLowering.sketch(program, columns, pass, first);
      columns.add(sketch.forms());
      noted.add(new Describing.Noted(pass, sketch.noted()));
    }
    return Describing.of(program, noted, Optional.empty());
  }
}
