package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import org.loadline.data.Column;
import org.loadline.data.Snapshot;
import org.loadline.model.EntityRef;

/** The way from the row of a formula to a row that it reads, as far as the text says it. */
sealed interface Route {
  /** To rows that may be any. */
  record Anywhere() implements Route {}

  /** Over references and back; no steps lead to the row itself. */
  record Along(List<Step> steps) implements Route {
    public Along {
      steps = List.copyOf(steps);
    }
  }

  Route ANYWHERE = new Anywhere();
  Route HERE = new Along(List.of());

  /** One step of a way. */
  sealed interface Step {
    /** From a row of the entity to the row that its field refers to. */
    record Up(EntityRef from, int field) implements Step {}

    /** From a row to the rows of the child whose field refers to it. */
    record Down(EntityRef child, int field) implements Step {}
  }

  default Route then(Step step) {
    return switch (this) {
      case Anywhere anywhere -> this;
      case Along(List<Step> steps) -> {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        yield new Along(longer);
      }
    };
  }

  /** The rows whose way leads to a row. */
  static List<Integer> back(List<Step> steps, int row, Snapshot snapshot) {
    List<Integer> rows = List.of(row);
    for (Step step : steps.reversed()) {
      List<Integer> before = new ArrayList<>();
      for (int at : rows) {
        switch (step) {
          case Step.Up(EntityRef from, int field) -> {
            Snapshot.RowRange referring = snapshot.children(from, field, at);
            for (int i = 0; i < referring.size(); i++) {
              before.add(referring.row(i));
            }
          }
          case Step.Down(EntityRef child, int field) -> {
            Column references = snapshot.column(child, field, 0);
            if (!references.marks().isNone(at) && !references.marks().isAbsent(at)) {
              before.add(((Column.Indices) references).indices()[at]);
            }
          }
        }
      }
      rows = before;
    }
    return rows;
  }
}
