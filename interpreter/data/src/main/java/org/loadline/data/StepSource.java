package org.loadline.data;

import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.StepRule;
import org.loadline.values.Exact;

/** Where the steps of a column come from. */
interface StepSource {
  /** The source of a column without steps. */
  StepSource NO_STEP =
      new StepSource() {
        @Override
        public boolean none() {
          return true;
        }

        @Override
        public Step at(int row) {
          throw new IllegalStateException("the column has no step");
        }
      };

  default boolean none() {
    return false;
  }

  /** The step of an input row. */
  Step at(int row);

  static StepSource fixed(Step step) {
    return row -> step;
  }

  /** The step of one row of a loaded snapshot. */
  static StepSource of(ColumnSnapshot snapshot, Optional<EntityRef> entity, Field field, int row) {
    if (field.step().isEmpty()) {
      return NO_STEP;
    }
    return switch (field.step().get()) {
      case StepRule.Fixed(Exact step) -> fixed(Step.of(step));
      case StepRule.ByRow(List<Integer> path, boolean places) ->
          fixed(LoadedStep.of(snapshot, entity.orElseThrow(), path, places, row));
    };
  }
}
