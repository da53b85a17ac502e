package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.Program;
import org.loadline.core.Waterfall;
import org.loadline.core.WaterfallRef;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;

/** Runs the waterfalls of a policy one after another, each on what the last one left. */
public final class WaterfallRunner {
  private final Program program;
  private final ParamValues params;

  public WaterfallRunner(Program program, ParamValues params) {
    this.program = program;
    this.params = params;
  }

  /** All waterfalls, in the order of the text. */
  public Sweeps run(Snapshot snapshot) {
    return run(snapshot, program.waterfalls().stream().map(Waterfall::ref).toList());
  }

  /** Some waterfalls, in that order. */
  public Sweeps run(Snapshot snapshot, List<WaterfallRef> waterfalls) {
    List<Sweep> sweeps = new ArrayList<>();
    Snapshot at = snapshot;
    int lines = 0;
    for (WaterfallRef waterfall : waterfalls) {
      Sweep sweep = sweep(program.waterfall(waterfall), at, lines);
      sweeps.add(sweep);
      at = sweep.after();
      lines += sweep.ledger().size();
    }
    return new Sweeps(snapshot, sweeps);
  }

  private Sweep sweep(Waterfall waterfall, Snapshot snapshot, int lines) {
    World world = new PlainWorld(program, snapshot, params);
    return new SweepRun(program, waterfall, world, lines).run();
  }
}
