package org.loadline.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.loadline.core.SortKey;
import org.loadline.data.Fault;
import org.loadline.data.RowAt;
import org.loadline.values.Value;

/** Whether a row is over the line of a waterfall, and where it stands in the order. */
sealed interface Judgement {
  int row();

  record Within(int row) implements Judgement {}

  /** Over the line, with the measures of the order. */
  record Over(int row, List<Value> measures) implements Judgement {
    public Over {
      measures = List.copyOf(measures);
    }
  }

  /** The guard or a measure faults. */
  record Faulted(int row, Fault fault) implements Judgement {}

  /** Judges one row as an evaluation sees it. */
  static Judgement of(Line line, Frame carried, int row, Evaluation evaluation) {
    RowAt at = new RowAt(line.owner(), row);
    Optional<Fault> broken = evaluation.brokenRow(at);
    if (broken.isPresent()) {
      return new Faulted(row, broken.get());
    }
    Frame frame = carried.at(at);
    try {
      if (line.guard().isPresent() && !evaluation.formulas().holds(line.guard().get(), frame)) {
        return new Within(row);
      }
      List<Value> measures = new ArrayList<>();
      for (SortKey key : line.order()) {
        measures.add(evaluation.formulas().value(key.measure(), frame));
      }
      return new Over(row, measures);
    } catch (Failure failure) {
      return new Faulted(row, failure.fault());
    }
  }

  /** The order in which rows are served: by the measures, then by identity. */
  static Comparator<Over> order(List<SortKey> keys) {
    return (left, right) -> {
      int order = SweepOrder.compare(keys, left.measures(), right.measures());
      return order != 0 ? order : Integer.compare(left.row(), right.row());
    };
  }
}
