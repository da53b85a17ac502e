package org.loadline.data;

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
}
