package org.loadline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.SnapshotBuilder;
import org.loadline.engine.describe.DeclaredColumns;
import org.loadline.engine.describe.Describing;
import org.loadline.engine.inspect.PlanDescription;
import org.loadline.engine.lower.PassLowering;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Planner;
import org.loadline.engine.plan.RowCounts;
import org.loadline.engine.plan.Soundness;

/**
 * The plan of a program for no snapshot yet: with the ranges and steps that the policy declares.
 * Nothing of it can run, so nothing of Truffle is loaded.
 */
public final class DeclaredPlan {
  private DeclaredPlan() {}

  /** How the outputs of a program are worked out, as far as its text says. */
  public static PlanDescription describe(Program program, ParamValues params) {
    DeclaredColumns columns =
        new DeclaredColumns(
            program, params, new SnapshotBuilder(program).build().snapshot().orElseThrow());
    List<Describing.Noted> noted = new ArrayList<>();
    for (Pass pass :
        Planner.plan(program, params, Soundness.SOUND, RowCounts.UNKNOWN, true).passes()) {
      PassLowering.Lowered lowered =
          PassLowering.lower(program, columns, pass, Effort.WIDE, Map.of());
      columns.add(lowered.forms());
      noted.add(new Describing.Noted(pass, lowered.noted()));
    }
    return Describing.of(program, noted, Optional.empty());
  }
}
