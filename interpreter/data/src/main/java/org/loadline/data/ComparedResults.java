package org.loadline.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.loadline.core.Output;

/** Live results by working everything out again and comparing. */
public final class ComparedResults implements LiveResults {
  private final Function<Snapshot, Results> evaluation;
  private Results now;

  public ComparedResults(Snapshot snapshot, Function<Snapshot, Results> evaluation) {
    this.evaluation = evaluation;
    this.now = evaluation.apply(snapshot);
  }

  @Override
  public Results results() {
    return now;
  }

  @Override
  public ResultChanges update(SnapshotChanges.Changed changed) {
    Results before = now;
    Results after = evaluation.apply(changed.snapshot());
    List<ResultChanges.OfOutput> outputs = new ArrayList<>();
    for (int i = 0; i < after.columns().size(); i++) {
      Compared compared = compared(before.columns().get(i), after.columns().get(i));
      if (compared.size() > 0) {
        outputs.add(compared);
      }
    }
    now = after;
    return new ResultChanges(after.program(), before.snapshot(), after.snapshot(), outputs);
  }

  private static Compared compared(OutputColumn before, OutputColumn after) {
    int[] rows = new int[after.size()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if (differ(before.outcome(row), after.outcome(row))) {
        rows[count++] = row;
      }
    }
    return new Compared(before, after, Arrays.copyOf(rows, count));
  }

  private static boolean differ(Outcome before, Outcome after) {
    boolean faults = before instanceof Outcome.Faulted && after instanceof Outcome.Faulted;
    return !faults && !before.equals(after);
  }

  /** The rows that differ, read from both columns. */
  private record Compared(OutputColumn from, OutputColumn to, int[] rows)
      implements ResultChanges.OfOutput {
    @Override
    public Output output() {
      return to.output();
    }

    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public int row(int index) {
      return rows[index];
    }

    @Override
    public Outcome before(int index) {
      return from.outcome(rows[index]);
    }

    @Override
    public Outcome after(int index) {
      return to.outcome(rows[index]);
    }
  }
}
